import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const firewall = (props: object) => ({
  firewall: aws("networkfirewall/firewall:Firewall", {
    ...{
      deleteProtection: true,
      subnetChangeProtection: true,
      subnetMappings: [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }],
    },
    ...props,
  }),
});
const logging = {
  logging: aws("networkfirewall/loggingConfiguration:LoggingConfiguration", { firewallArn: ref("firewall") }),
};
const policy = (props: object) => ({
  policy: aws("networkfirewall/firewallPolicy:FirewallPolicy", {
    firewallPolicy: {
      ...{
        statefulRuleGroupReferences: [{ resourceArn: UNKNOWN }],
        statelessDefaultActions: ["aws:forward_to_sfe"],
      },
      ...{ statelessFragmentDefaultActions: ["aws:drop"], ...props },
    },
  }),
});
const group = (statelessRules: readonly object[]) => ({
  group: aws("networkfirewall/ruleGroup:RuleGroup", {
    type: "STATELESS",
    ruleGroup: { rulesSource: { statelessRulesAndCustomActions: { statelessRules: [...statelessRules] } } },
  }),
});

fixtures("network-firewall-hardened", {
  pass: {
    "a firewall that is mapped by zones": {
      ...firewall({
        subnetMappings: null,
        availabilityZoneMappings: [{ availabilityZoneId: "euw1-az1" }, { availabilityZoneId: "euw1-az2" }],
      }),
      ...logging,
    },
    "a policy of stateless rules alone": policy({
      statefulRuleGroupReferences: [],
      statelessRuleGroupReferences: [{ priority: 1, resourceArn: UNKNOWN }],
      statelessDefaultActions: ["aws:drop", "count"],
    }),
    "a stateful group": { group: aws("networkfirewall/ruleGroup:RuleGroup", { type: "STATEFUL" }) },
    "a stateless group whose rules are text": {
      group: aws("networkfirewall/ruleGroup:RuleGroup", { type: "STATELESS", rules: "rules" }),
    },
    "a protected firewall that logs": { ...firewall({}), ...logging },
    "a policy that inspects": policy({}),
    "a group with a rule": group([{ priority: 1 }]),
  },
  fail: {
    "a firewall without a logging configuration": firewall({}),
    "a firewall that may be deleted": { ...firewall({ deleteProtection: false }), ...logging },
    "a firewall in one subnet": { ...firewall({ subnetMappings: [{ subnetId: "subnet-1" }] }), ...logging },
  },
  unknown: {
    "a firewall whose protection is computed": { ...firewall({ deleteProtection: UNKNOWN }), ...logging },
    "a policy whose actions are computed": policy({ statelessDefaultActions: UNKNOWN }),
  },
  unset: {
    "a firewall that leaves the other protection out": [
      "fail",
      { ...firewall({ deleteProtection: null }), ...logging },
    ],
    "a firewall that leaves its protection out": [
      "fail",
      { ...firewall({ subnetChangeProtection: null }), ...logging },
    ],
  },
  alias: {
    "a policy without rule groups": policy({ statefulRuleGroupReferences: [] }),
    "a policy that passes what it does not know": policy({ statelessDefaultActions: ["aws:pass"] }),
    "a stateless group without rules": group([]),
  },
});

describe("with keys of one's own", () => {
  const key = (type: string) => firewall({ encryptionConfiguration: { type } });

  fixtures("network-firewall-hardened", {
    pass: { "a firewall with a key": { ...key("CUSTOMER_KMS"), ...logging } },
    fail: { "a firewall with a key of AWS": { ...key("AWS_OWNED_KMS_KEY"), ...logging } },
    unknown: { none: "as above" },
    unset: { "a firewall that leaves it out": ["fail", { ...firewall({}), ...logging }] },
    alias: { "a policy without rule groups": policy({ statefulRuleGroupReferences: [] }) },
    settings: { properties: { customerKey: true } },
  });
});
