import type { Region } from "../core/region";
import { partitionOf } from "../core/region";
import { unless } from "../core/checks";
import type { Problem } from "../core/problem";

/** What an account shows others of its metrics, logs and traces, and whose it sees. */
export interface TelemetrySharing {
  /**
   * Accounts whose metrics, logs and traces this one sees, by Region: it becomes their monitoring account there.
   *
   * @default - none
   */
  readonly receives?: Readonly<Partial<Record<Region, readonly string[]>>>;
  /**
   * Sinks of other accounts that see those of this one, by Region and ARN.
   *
   * @default - none
   */
  readonly sends?: Readonly<Partial<Record<Region, readonly string[]>>>;
}

/** What is shared; source: OAM API, PutSinkPolicy, 2026-11. */
export const sharedTypes = ["AWS::CloudWatch::Metric", "AWS::Logs::LogGroup", "AWS::XRay::Trace"] as const;

/** Sinks that an account may be linked to in a Region; source: CloudWatch quotas, cross-account observability, 2026-11. */
const mostLinks = 5;

/** Whose account it is, and where it does anything at all. */
export interface SharingPlace {
  /** Account, twelve digits. */
  readonly accountId: string;
  /** Regions of the account. */
  readonly regions: readonly Region[];
}

/** What is wrong with what an account shares. */
export function sharingProblems(
  { receives = {}, sends = {} }: TelemetrySharing,
  place: SharingPlace,
): readonly Problem[] {
  return [
    ...entries(receives).flatMap(([region, accounts]) => [
      ...regionProblems(["receives", region], region, place),
      ...unless(accounts.length > 0, ["receives", region], accounts, "one account at least, or no entry"),
      ...accounts.flatMap((id, position) => [
        ...unless(
          /^\d{12}$/.test(id) && id !== place.accountId,
          ["receives", region, position],
          id,
          `another account than ${place.accountId}: twelve digits in quotes`,
        ),
        ...once(["receives", region, position], accounts, position),
      ]),
    ]),
    ...entries(sends).flatMap(([region, sinks]) => [
      ...regionProblems(["sends", region], region, place),
      ...unless(
        sinks.length >= 1 && sinks.length <= mostLinks,
        ["sends", region],
        sinks,
        `1 to ${mostLinks} sinks, or no entry`,
      ),
      ...sinks.flatMap((sink, position) => [
        ...unless(
          isSinkOf(sink, region, place),
          ["sends", region, position],
          sink,
          `the ARN of another account's sink in ${region}: arn:${partitionOf(region)}:oam:${region}:<account>:sink/<id>`,
        ),
        ...once(["sends", region, position], sinks, position),
      ]),
    ]),
  ];
}

/** Entries of a record by Region. */
export function entries(
  byRegion: Readonly<Partial<Record<Region, readonly string[]>>>,
): readonly (readonly [Region, readonly string[]])[] {
  // The keys of such a record are Regions.
  return Object.entries(byRegion) as readonly (readonly [Region, readonly string[]])[];
}

function regionProblems(
  path: Problem["path"],
  region: Region,
  { regions }: SharingPlace,
): readonly Problem[] {
  return unless(regions.includes(region), path, region, `a Region of the account: ${regions.join(", ")}`);
}

function isSinkOf(sink: string, region: Region, { accountId }: SharingPlace): boolean {
  const [, partition, within, owner] =
    /^arn:([a-z-]+):oam:([a-z0-9-]+):(\d{12}):sink\/[A-Za-z0-9-]+$/.exec(sink) ?? [];
  return partition === partitionOf(region) && within === region && owner !== accountId;
}

function once(path: Problem["path"], values: readonly string[], position: number): readonly Problem[] {
  return unless(values.indexOf(values[position] ?? "") === position, path, values[position], "each once");
}
