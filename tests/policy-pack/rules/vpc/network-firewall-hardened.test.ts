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
