import { BACKUP_PLANS } from "../../aws/backup-vaults";
import { longestPause } from "../../aws/schedule";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly mostHours: number;
  readonly leastDays: number;
}

/** What AWS runs where a rule names no schedule. */
const UNSET = "cron(0 5 ? * * *)";

type Answer = "yes" | "no" | "open";

function isOften(rule: View, mostHours: number): Answer {
  const place = rule.at("schedule");
  if (place.isUnknown) return "open";
  const pause = longestPause(known(place.string()) ?? UNSET);
  return pause !== undefined && pause <= mostHours ? "yes" : "no";
}

/** Without an end, a recovery point is kept for ever. */
function isKept(rule: View, leastDays: number): Answer {
  const place = rule.at("lifecycle.deleteAfter");
  if (place.isUnknown) return "open";
  return place.isAbsent || (known(place.number()) ?? 0) >= leastDays ? "yes" : "no";
}

function judge(rules: View, { mostHours, leastDays }: Parameters): Outcome {
  if (rules.isUnknown) return undetermined(rules);
  const answers = rules
    .items()
    .map((rule) => [isOften(rule, mostHours), isKept(rule, leastDays)] as const)
    .filter((answer) => !answer.includes("no"));
  if (answers.some((answer) => !answer.includes("open"))) return pass;
  if (answers.length > 0) return undetermined(rules.firstUnknown() ?? rules);
  return fail(
    rules,
    text`no rule runs at least every ${mostHours} hours and keeps its backups for ${leastDays} days or more.`,
  );
}

export const control = defineControl<Parameters>({
  id: "BKP-02",
  name: "backup-plan-frequency",
  title: "Backup plans run often enough and keep backups long enough",
  why: "What was written since the last backup is lost; what was damaged before the oldest one is, too.",
  fix: "Set schedule and lifecycle.deleteAfter on a rule of the aws.backup.Plan.",
  severity: "medium",
  enforcement: "advisory",
  types: BACKUP_PLANS,
  parameters: {
    mostHours: {
      type: "integer",
      minimum: 1,
      maximum: 8784,
      default: 24,
      description: "Longest time between two backups, in hours.",
    },
    leastDays: {
      type: "integer",
      minimum: 1,
      default: 35,
      description: "Shortest time that a backup is kept, in days.",
    },
  },
  resource: ({ props }, { parameters }) => judge(props.at("rules"), parameters),
  references: {
    nist80053: ["CP-9", "CP-10", "SI-12"],
    wellArchitected: ["REL09-BP03", "REL13-BP01"],
    awsConfig: [
      "backup-plan-min-frequency-and-min-retention-check",
      "backup-recovery-point-minimum-retention-check",
    ],
  },
});
