import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const configuration = (props: object) => ({
  configuration: aws("ec2/launchConfiguration:LaunchConfiguration", { ...props }),
});

fixtures("launch-configuration-no-public-ip", {
  pass: { "a configuration that gives none": configuration({ associatePublicIpAddress: false }) },
  fail: { "a configuration that gives one": configuration({ associatePublicIpAddress: true }) },
  unknown: { "a configuration whose wish is computed": configuration({ associatePublicIpAddress: UNKNOWN }) },
  unset: { "a configuration that leaves it to the subnet": ["pass", configuration({})] },
  alias: { none: "one token" },
});
