/** One availability zone of a Region. */
export interface AvailabilityZone {
  readonly name: string;
  readonly zoneId: string;
}

/** Zones of Regions that do not have exactly three, by their letters. Source: AWS, Regions and Zones. */
const LETTERS: Readonly<Record<string, string>> = {
  "us-east-1": "abcdef",
  "us-west-1": "ac",
  "us-west-2": "abcd",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
  "ca-central-1": "abd",
};

const DIRECTIONS: Readonly<Record<string, string>> = {
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  central: "c",
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
};

/** The short form of a Region's name that zone ids begin with: `eu-west-1` is `euw1`. */
function shortRegion(region: string): string {
  const parts = region.split("-");
  const number = parts.pop() ?? "";
  const direction = parts.pop() ?? "";
  const [area = "", gov] = parts;
  return `${area}${gov === undefined ? "" : gov.slice(0, 1)}${DIRECTIONS[direction] ?? direction.slice(0, 1)}${number}`;
}

/** A Region's zones. The pairing of names and ids is the simulation's own: AWS shuffles it per account. */
export function availabilityZones(region: string): readonly AvailabilityZone[] {
  const letters = LETTERS[region] ?? "abc";
  const short = shortRegion(region);
  return Array.from(letters, (letter, index) => ({
    name: `${region}${letter}`,
    zoneId: `${short}-az${index + 1}`,
  }));
}

/** The zone with this name or id. */
export function findZone(region: string, nameOrId: string): AvailabilityZone | undefined {
  return availabilityZones(region).find(({ name, zoneId }) => name === nameOrId || zoneId === nameOrId);
}
