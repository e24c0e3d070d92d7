import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly accountDefault: boolean;
}

const CLUSTERS = tokens("ecs/cluster:Cluster");
const ACCOUNT_SETTINGS = tokens("ecs/accountSettingDefault:AccountSettingDefault");
const INSIGHTS = "containerInsights";
const ON = ["enabled", "enhanced"];

function judgeSetting(place: View): Outcome {
  const value = place.at("value");
  if (value.isUnknown) return undetermined(value);
  return ON.includes(known(value.string()) ?? "")
    ? pass
    : fail(value, text`Container Insights is off; required: enabled or enhanced.`);
}

/** A cluster that says nothing has what the account says; accounts are born with it off. */
function judge(settings: View, unset: Outcome): Outcome {
  const names = settings.items().map((item) => item.at("name"));
  const own = settings.items().find((item) => known(item.at("name").string()) === INSIGHTS);
  if (own) return judgeSetting(own);
  const unknown = [settings, ...names].find(({ isUnknown }) => isUnknown);
  return unknown ? undetermined(unknown) : unset;
}

function judgeUnset(stack: StackIndex): Outcome {
  const settings = stack
    .ofTypes(ACCOUNT_SETTINGS)
    .filter(({ props }) => known(props.at("name").string()) === INSIGHTS);
  const verdicts = settings.map(({ props }) => judgeSetting(props).verdict);
  if (verdicts.includes("pass")) return pass;
  const open = settings[verdicts.indexOf("undetermined")];
  return open
    ? undetermined("settings", open.urn)
    : fail("settings", text`Container Insights is not set; required: enabled or enhanced.`);
}

export const control = defineControl<Parameters>({
  id: "ECS-01",
  name: "ecs-cluster-container-insights",
  title: "ECS clusters have Container Insights on",
  why: "Without it nobody sees which task ran out of memory before it was stopped.",
  fix: "Set containerInsights to enabled or enhanced in the cluster's settings.",
  severity: "medium",
  enforcement: "advisory",
  types: CLUSTERS,
  parameters: {
    accountDefault: {
      type: "boolean",
      default: false,
      description: "The account turns Container Insights on for clusters that say nothing of it.",
    },
  },
  stack: (stack, { parameters }) => {
    const unset = parameters.accountDefault ? pass : judgeUnset(stack);
    return stack
      .ofTypes(CLUSTERS)
      .map((cluster) => located(cluster, judge(cluster.props.at("settings"), unset)));
  },
  references: {
    securityHub: ["ECS.12"],
    nist80053: ["AU-6(3)", "CA-7", "SI-2", "SI-4"],
    wellArchitected: ["OPS04-BP02", "REL06-BP01"],
    checkov: ["CKV_AWS_65"],
    cdkNag: ["AwsSolutions-ECS4"],
    awsConfig: ["ecs-container-insights-enabled"],
    prowler: ["ecs_cluster_container_insights_enabled"],
    trivy: ["AWS-0034"],
  },
});
