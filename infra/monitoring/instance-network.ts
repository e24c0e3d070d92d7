/** What an instance type carries at all times, in Gbit/s: by generation and by the word for its size. */
type Baselines = Readonly<Record<string, number>>;

/**
 * Baselines by families. Beyond its baseline an instance has only what it has saved.
 *
 * Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html, co.html and mo.html, "Network specifications", 2026-11
 */
const baselines: readonly (readonly [families: readonly string[], Baselines])[] = [
  [
    ["t3", "t4g"],
    {
      ...{ nano: 0.032, micro: 0.064, small: 0.128, medium: 0.256 },
      ...{ large: 0.512, xlarge: 1.024, "2xlarge": 2.048 },
    },
  ],
  [
    ["c6g", "m6g", "r6g"],
    {
      ...{ medium: 0.5, large: 0.75, xlarge: 1.25, "2xlarge": 2.5, "4xlarge": 5 },
      ...{ "8xlarge": 12, "12xlarge": 20, "16xlarge": 25 },
    },
  ],
  [
    ["c7g", "m7g", "r7g", "c8g", "m8g", "r8g"],
    {
      ...{ medium: 0.52, large: 0.937, xlarge: 1.875, "2xlarge": 3.75, "4xlarge": 7.5 },
      ...{ "8xlarge": 15, "12xlarge": 22.5, "16xlarge": 30 },
    },
  ],
  [
    ["c6i", "m6i", "r6i", "c7i", "m7i", "r7i"],
    {
      ...{ large: 0.781, xlarge: 1.562, "2xlarge": 3.125, "4xlarge": 6.25 },
      ...{ "8xlarge": 12.5, "12xlarge": 18.75, "16xlarge": 25 },
    },
  ],
];

/** What an instance type carries at all times, in bytes a second; nothing where it is in no table. */
export function networkBaseline(instanceType: string): number | undefined {
  const [family = "", size = "", ...rest] = instanceType.split(".");
  const [, sizes = {}] = baselines.find(([families]) => families.includes(family)) ?? [];
  const gigabits = rest.length === 0 && Object.hasOwn(sizes, size) ? sizes[size] : undefined;
  return gigabits === undefined ? undefined : (gigabits * 1e9) / 8;
}
