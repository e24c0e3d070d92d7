import type { CheckedElsewhere } from "../../registry/control";

export const control: CheckedElsewhere = {
  id: "ACC-05",
  name: "account-in-organization",
  title: "The account belongs to an organisation",
  why: "An account alone has no guardrails that its own administrators cannot remove.",
  fix: "Invite the account from the organisation's management account; nothing in its own program can.",
  severity: "high",
  enforcement: "advisory",
  references: {
    securityHub: ["Account.2"],
    nist80053: ["CA-9(1)", "CM-2"],
    wellArchitected: ["SEC01-BP01", "SEC03-BP05"],
    awsConfig: ["account-part-of-organizations"],
  },
  checkedBy:
    "Membership is a state of the account: AWS Config rule account-part-of-organizations, or Security Hub Account.2.",
};
