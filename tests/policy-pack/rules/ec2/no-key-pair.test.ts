import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });

fixtures("no-key-pair", {
  pass: { "an instance with a blank name": instance({ keyName: "" }) },
  fail: {
    "an instance with a key pair": instance({ keyName: "ops" }),
    "an instance with a computed key pair": instance({ keyName: UNKNOWN }),
  },
  unknown: { none: "a key pair that is computed is a key pair" },
  unset: { "an instance without a key pair": ["pass", instance({})] },
  alias: {
    "a template with a key pair": { template: aws("ec2/launchTemplate:LaunchTemplate", { keyName: "ops" }) },
    "a launch configuration with a key pair": {
      configuration: aws("ec2/launchConfiguration:LaunchConfiguration", { keyName: "ops" }),
    },
  },
});
