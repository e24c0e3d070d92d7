import type { PatchedSystem } from "./systems-args";

/** A property of patches, and the values that are meant. */
export interface PatchFilter {
  /** Property. */
  readonly key: string;
  /** Values. */
  readonly values: readonly string[];
}

/** How Systems Manager sorts the patches of an operating system. */
export interface PatchFacts {
  /** Its own word for the operating system. */
  readonly operatingSystem: string;
  /** Patches against severe holes. */
  readonly severe: readonly PatchFilter[];
  /** All other patches that are wanted. */
  readonly other: readonly PatchFilter[];
}

const filter = (key: string, ...values: readonly string[]): PatchFilter => ({ key, values });

const everything = filter("PRODUCT", "*");

/** Distributions of Linux whose security notices say how severe a hole is, in the same words. */
const linux = (operatingSystem: string): PatchFacts => ({
  operatingSystem,
  severe: [everything, filter("CLASSIFICATION", "Security"), filter("SEVERITY", "Critical", "Important")],
  other: [everything, filter("CLASSIFICATION", "Security", "Bugfix")],
});

/**
 * How patches are sorted, by operating system. Debian and Ubuntu are left out: AWS cannot hold their patches back by days.
 *
 * Source: AWS's own baselines (`AWS-AmazonLinux2023DefaultPatchBaseline` and its like) and DescribePatchProperties, in
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-predefined-and-custom-patch-baselines.html
 * and https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchFilter.html, 2026-11
 */
export const patchFacts: Readonly<Record<PatchedSystem, PatchFacts>> = {
  "amazon-linux-2": linux("AMAZON_LINUX_2"),
  "amazon-linux-2023": linux("AMAZON_LINUX_2023"),
  "red-hat-enterprise-linux": linux("REDHAT_ENTERPRISE_LINUX"),
  windows: {
    operatingSystem: "WINDOWS",
    severe: [
      everything,
      filter("CLASSIFICATION", "CriticalUpdates", "SecurityUpdates"),
      filter("MSRC_SEVERITY", "Critical", "Important"),
    ],
    other: [everything, filter("CLASSIFICATION", "CriticalUpdates", "SecurityUpdates", "UpdateRollups")],
  },
};
