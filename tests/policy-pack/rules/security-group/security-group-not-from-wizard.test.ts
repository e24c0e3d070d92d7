import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("ec2/securityGroup:SecurityGroup", { ...props }) });

fixtures("security-group-not-from-wizard", {
  pass: { "a group with a name of its own": group({ name: "orders" }) },
  fail: {
    "a group of the wizard by name": group({ name: "launch-wizard-3" }),
    "a group of the wizard by description": group({ description: "launch-wizard-3 created 2024" }),
  },
  unknown: { "a group whose name is computed": group({ name: UNKNOWN }) },
  unset: { "a group that leaves its name to Pulumi": ["pass", group({})] },
  alias: { none: "one token" },
});
