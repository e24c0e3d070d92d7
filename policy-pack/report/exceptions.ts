import { describeExemption } from "./exemption-text";
import { standingOf } from "./findings";
import { type GrantedExemption, grouped, type ReportedVerdict } from "./judged";

/** Exempt violations of one record. */
interface Granted {
  readonly exemption: GrantedExemption;
  readonly verdicts: readonly ReportedVerdict[];
}

/** The engine takes letters, digits, `-`, `.` and `_` for an id. */
function idOf({ exemption, verdicts }: Granted, place: number): string {
  const word = exemption.ticket ?? verdicts[0]?.control ?? "";
  return `${word.replace(/[^A-Za-z0-9._-]/g, "-")}-${place + 1}`;
}

function sorted(words: Iterable<string>): readonly string[] {
  return [...new Set(words)].sort();
}

/** One entry for the resources that are exempt from the same policies. */
function matchesOf(verdicts: readonly ReportedVerdict[]): readonly object[] {
  const byUrn = grouped(verdicts, ({ urn }) => urn);
  const policies = ([, group]: readonly [string, readonly ReportedVerdict[]]): string =>
    JSON.stringify(sorted(group.map(({ policy }) => policy)));
  return [...grouped([...byUrn], policies)].map(([names, resources]) => ({
    policies: JSON.parse(names) as readonly string[], // written above
    targets: sorted(resources.map(([urn]) => urn)),
  }));
}

/**
 * Exemptions in the form that the engine knows by itself: a file for `--policy-pack-config` of version 2, which Pulumi 3.274 reads.
 * The engine knows neither patterns nor an end, so it names each resource, and says the end in the reason.
 *
 * @param configuration - Settings of the policies, which the same file holds.
 */
export function renderExceptions(verdicts: readonly ReportedVerdict[], configuration: object = {}): string {
  const exempt = verdicts.filter((verdict) => standingOf(verdict) === "exempt");
  const records = [...grouped(exempt, ({ exemption }) => JSON.stringify(exemption)).values()];
  const exceptions = records.flatMap((group, place) => {
    const [{ exemption } = {}] = group;
    if (exemption === undefined) return [];
    const granted = { exemption, verdicts: group };
    return [
      [idOf(granted, place), { reason: describeExemption(exemption), match: matchesOf(group) }] as const,
    ];
  });
  const file = { version: 2, policies: configuration, exceptions: Object.fromEntries(exceptions) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
