import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });
const options = (...all: readonly unknown[]) => ({
  group: aws("rds/optionGroup:OptionGroup", { options: all }),
});

fixtures("rds-no-classic-security-groups", {
  pass: {
    "an instance in a VPC": instance({ vpcSecurityGroupIds: ["sg-1"] }),
    "an option in a VPC": options({ optionName: "OEM", vpcSecurityGroupMemberships: ["sg-1"] }),
  },
  fail: { "an instance of an older program": instance({ securityGroupNames: ["classic"] }) },
  unknown: { "options that are computed": options(UNKNOWN) },
  unset: { "an instance without groups": ["pass", instance({})] },
  alias: { "an option that names one": options({ dbSecurityGroupMemberships: ["classic"] }) },
});
