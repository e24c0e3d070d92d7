import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("ec2/securityGroup:SecurityGroup", { ...props }) });

fixtures("security-group-description", {
  pass: { "a group that says what it is for": group({ description: "Orders service: from the balancer" }) },
  fail: {
    "a group with the text of another tool": group({ description: "Managed by Terraform" }),

    "a group with the SDK's text": group({ description: "Managed by Pulumi" }),
    "a group with a blank text": group({ description: " " }),
  },
  unknown: { "a group whose description is computed": group({ description: UNKNOWN }) },
  unset: { "a group without a description": ["fail", group({})] },
  alias: { none: "one token" },
});
