import { STACK, tokens } from "../../aws/tokens";
import { isSet } from "../../reading/set";
import { known, valueOr } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

interface Parameters {
  readonly owned: boolean;
  readonly categories: Readonly<Record<string, readonly string[]>>;
}

const SUBSCRIPTIONS = tokens("rds/eventSubscription:EventSubscription");

/** What Security Hub calls critical. */
const CRITICAL = {
  "db-cluster": ["maintenance", "failure"],
  "db-instance": ["maintenance", "configuration change", "failure"],
  "db-parameter-group": ["configuration change"],
  "db-security-group": ["configuration change", "failure"],
};

const VAGUE = ["enabled", "sourceType", "eventCategories"];

/** Whether a subscription, which is on unless it says otherwise, is about a kind of source; all kinds where none is named. */
function isAbout({ props }: StackResource, source: string): boolean {
  return valueOr(props.at("sourceType").string(), source) === source;
}

function tells({ props }: StackResource, category: string): boolean {
  const place = props.at("eventCategories");
  const isOn = valueOr(props.at("enabled").boolean(), true) === true;
  return isOn && (!isSet(place) || place.items().some((item) => known(item.string()) === category));
}

function judge(subscriptions: readonly StackResource[], source: string, wanted: readonly string[]) {
  const about = subscriptions.filter((subscription) => isAbout(subscription, source));
  const unknown = subscriptions.find(({ props }) =>
    VAGUE.some((name) => props.at(name).firstUnknown() !== undefined),
  );
  return wanted.map((category): Outcome => {
    if (about.some((subscription) => tells(subscription, category))) return pass;
    if (unknown) return undetermined(unknown.props.at("eventCategories"), unknown.urn);
    const untold = text`no subscription tells of ${setting(category)} of ${setting(source)}.`;
    return fail("eventCategories", untold, `${source} ${category}`);
  });
}

function* judgeAll(stack: StackIndex, { owned, categories }: Parameters): Iterable<Located> {
  const all = stack.ofTypes(SUBSCRIPTIONS);
  for (const [source, wanted] of Object.entries(categories)) {
    const [first] = all.filter((subscription) => isAbout(subscription, source));
    const place = first ?? (owned ? (all[0] ?? stack.ofTypes([STACK])[0]) : undefined);
    if (place) for (const outcome of judge(all, source, wanted)) yield located(place, outcome);
  }
}

export const control = defineControl<Parameters>({
  id: "RDS-35",
  name: "rds-event-subscriptions",
  title: "Somebody is told of critical events of databases and of what belongs to them",
  why: "A failover, a failed backup or a changed parameter that nobody hears of is found when it hurts.",
  fix: "Add an aws.rds.EventSubscription for each kind of source, or name the missing eventCategories.",
  severity: "low",
  enforcement: "advisory",
  types: SUBSCRIPTIONS,
  parameters: {
    owned: {
      type: "boolean",
      default: false,
      description:
        "This stack owns the subscriptions, which a Region of an account needs once: each kind of source must have one.",
    },
    categories: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string" } },
      default: CRITICAL,
      description: "Categories of events that must be told, by kind of source.",
    },
  },
  stack: (stack, { parameters }) => judgeAll(stack, parameters),
  references: {
    securityHub: ["RDS.19", "RDS.20", "RDS.21", "RDS.22"],
    nist80053: ["CA-7", "SI-2"],
    wellArchitected: ["REL11-BP06"],
    awsConfig: ["rds-cluster-event-notifications-configured*"],
    prowler: [
      "rds_cluster_critical_event_subscription",
      "rds_instance_critical_event_subscription",
      "rds_instance_event_subscription_parameter_groups",
      "rds_instance_event_subscription_security_groups",
    ],
  },
});
