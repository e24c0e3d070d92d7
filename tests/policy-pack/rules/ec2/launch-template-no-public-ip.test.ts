import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const template = (networkInterfaces: unknown) => ({
  template: aws("ec2/launchTemplate:LaunchTemplate", { networkInterfaces }),
});

fixtures("launch-template-no-public-ip", {
  pass: {
    "a template that gives none": template([{ associatePublicIpAddress: "false" }]),
    "a template that leaves it to the subnet": template([{ deviceIndex: 0 }]),
  },
  fail: {
    "a template that gives one": template([{ associatePublicIpAddress: "true" }]),
    "a template whose second interface gets one": template([
      { associatePublicIpAddress: "false" },
      { associatePublicIpAddress: true },
    ]),
  },
  unknown: {
    "a template whose interfaces are computed": template(UNKNOWN),
    "a template whose wish is computed": template([{ associatePublicIpAddress: UNKNOWN }]),
  },
  unset: {
    "a template without interfaces": ["pass", { template: aws("ec2/launchTemplate:LaunchTemplate") }],
  },
  alias: { none: "one token" },
});
