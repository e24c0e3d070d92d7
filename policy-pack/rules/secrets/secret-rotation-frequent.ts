import { longestPause } from "../../aws/schedule";
import { ROTATIONS } from "../../aws/secrets";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly mostDays: number;
}

const HOURS_OF_DAY = 24;

/** The time between two rotations in days, or the place that says it and is not known or cannot be read. */
function intervalOf(rules: View): number | View | undefined {
  const days = rules.at("automaticallyAfterDays");
  const schedule = rules.at("scheduleExpression");
  if (!days.isAbsent) return known(days.number()) ?? days;
  if (schedule.isAbsent) return undefined;
  const hours = longestPause(known(schedule.string()) ?? "");
  return hours === undefined ? schedule : hours / HOURS_OF_DAY;
}

function judge(rules: View, mostDays: number): Outcome {
  if (rules.isUnknown) return undetermined(rules);
  const interval = intervalOf(rules);
  if (interval === undefined)
    return fail(rules, text`no interval is set; required: at most ${mostDays} days.`);
  if (typeof interval !== "number") return undetermined(interval);
  return interval <= mostDays
    ? pass
    : fail(rules, text`the secret changes every ${interval} days; required: at most ${mostDays}.`);
}

export const control = defineControl<Parameters>({
  id: "SM-03",
  name: "secret-rotation-frequent",
  title: "Secrets change often enough",
  why: "The interval is how long a secret that leaked stays good.",
  fix: "Set rotationRules.automaticallyAfterDays or scheduleExpression to a shorter interval.",
  severity: "medium",
  enforcement: "advisory",
  types: ROTATIONS,
  parameters: {
    mostDays: {
      ...{ type: "integer", minimum: 1, maximum: 365, default: 90 },
      description: "Longest time between two rotations, in days.",
    },
  },
  resource: ({ props }, { parameters }) => judge(props.at("rotationRules"), parameters.mostDays),
  references: {
    securityHub: ["SecretsManager.4"],
    nist80053: ["AC-2", "IA-5", "SC-12"],
    wellArchitected: ["SEC02-BP05"],
    checkov: ["CKV_AWS_304"],
    awsConfig: ["secretsmanager-secret-periodic-rotation"],
    prowler: ["secretsmanager_secret_rotated_periodically"],
    pulumi: ["PB:secrets-manager-rotation-required"],
  },
});
