import { tokens } from "../../aws/tokens";
import { defineControl, type Subject } from "../../registry/control";
import { known } from "../../reading/view";
import { all, byType, oneOf } from "../../shapes/property";
import { satelliteExists } from "../../shapes/satellite";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { key, text } from "../../verdict/text";

interface Parameters {
  readonly customerKey: boolean;
}

const FIREWALLS = tokens("networkfirewall/firewall:Firewall");
const POLICIES = tokens("networkfirewall/firewallPolicy:FirewallPolicy");
const RULE_GROUPS = tokens("networkfirewall/ruleGroup:RuleGroup");
const LOGGING = tokens("networkfirewall/loggingConfiguration:LoggingConfiguration");

const INSPECTING = ["aws:forward_to_sfe", "aws:drop"];

function holds(least: number, ...paths: readonly string[]) {
  return ({ props }: Subject): Outcome => {
    const places = paths.map((path) => props.at(path));
    const unknown = places.find(({ isUnknown }) => isUnknown);
    const held = places.reduce((sum, place) => sum + place.items().length, 0);
    if (held >= least) return pass;
    return unknown
      ? undetermined(unknown)
      : fail(paths[0] ?? "", text`${held} elements; required: at least ${least}.`);
  };
}

function inspects(path: string) {
  return ({ props }: Subject): Outcome => {
    const place = props.at(path);
    const unknown = place.firstUnknown();
    if (unknown) return undetermined(unknown);
    const isInspecting = place.items().some((action) => INSPECTING.includes(known(action.string()) ?? ""));
    return isInspecting
      ? pass
      : fail(place, text`${key(path)} neither forwards to the stateful rules nor drops.`);
  };
}

const policy = all(
  holds(1, "firewallPolicy.statefulRuleGroupReferences", "firewallPolicy.statelessRuleGroupReferences"),
  inspects("firewallPolicy.statelessDefaultActions"),
  inspects("firewallPolicy.statelessFragmentDefaultActions"),
);

function ruleGroup(subject: Subject) {
  if (known(subject.props.at("type").string()) !== "STATELESS" || !subject.props.at("rules").isAbsent)
    return pass;
  return holds(1, "ruleGroup.rulesSource.statelessRulesAndCustomActions.statelessRules")(subject);
}

export const control = defineControl<Parameters>({
  id: "VPC-27",
  name: "network-firewall-hardened",
  title: "Network firewalls are protected, log, inspect all traffic and span zones",
  why: "A firewall that can be deleted by mistake, or that passes packets uninspected, gives false safety.",
  fix: "Set deleteProtection and subnetChangeProtection, two subnet mappings, rule groups, forward or drop as stateless default actions, and a LoggingConfiguration.",
  severity: "medium",
  enforcement: "advisory",
  types: [...FIREWALLS, ...POLICIES, ...RULE_GROUPS],
  parameters: {
    customerKey: {
      type: "boolean",
      default: false,
      description: "Ask for encryption with a customer-managed key.",
    },
  },
  resource: (subject, { parameters }) => {
    const encrypted = oneOf("encryptionConfiguration.type", ["CUSTOMER_KMS"]);
    const firewall = all(
      oneOf("deleteProtection", [true], false),
      oneOf("subnetChangeProtection", [true], false),
      holds(2, "subnetMappings", "availabilityZoneMappings"),
      ...(parameters.customerKey ? [encrypted] : []),
    );
    const [firewalls = "", policies = "", ruleGroups = ""] = [...FIREWALLS, ...POLICIES, ...RULE_GROUPS];
    return byType({ [firewalls]: firewall, [policies]: policy, [ruleGroups]: ruleGroup })(subject);
  },
  stack: satelliteExists({
    of: FIREWALLS,
    types: LOGGING,
    property: "firewallArn",
    missing: text`no LoggingConfiguration belongs to the firewall.`,
  }),
  references: {
    securityHub: [
      "NetworkFirewall.2",
      "NetworkFirewall.3",
      "NetworkFirewall.4",
      "NetworkFirewall.5",
      "NetworkFirewall.6",
      "NetworkFirewall.9",
      "NetworkFirewall.10",
    ],
    nist80053: ["CA-9(1)", "CM-2", "SC-7"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV_AWS_344", "CKV_AWS_345", "CKV_AWS_346", "CKV2_AWS_63"],
    awsConfig: [
      "netfw-policy-rule-group-associated",
      "netfw-policy-default-action-full-packets",
      "netfw-policy-default-action-fragment-packets",
      "netfw-stateless-rule-group-not-empty",
      "netfw-logging-enabled",
      "netfw-deletion-protection-enabled",
      "netfw-multi-az-enabled",
      "netfw-subnet-change-protection-enabled",
    ],
    prowler: [
      "networkfirewall_deletion_protection",
      "networkfirewall_logging_enabled",
      "networkfirewall_multi_az",
      "networkfirewall_policy_rule_group_associated",
    ],
    pulumi: ["PB:networkfirewall-logging-enabled", "PB:networkfirewall-multi-az"],
  },
});
