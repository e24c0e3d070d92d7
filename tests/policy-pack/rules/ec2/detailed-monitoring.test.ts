import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });
const template = (monitoring: unknown) => ({
  template: aws("ec2/launchTemplate:LaunchTemplate", { monitoring }),
});
const configuration = (props: object) => ({
  configuration: aws("ec2/launchConfiguration:LaunchConfiguration", { ...props }),
});

fixtures("detailed-monitoring", {
  pass: {
    "an instance that is monitored in detail": instance({ monitoring: true }),
    "a template that monitors in detail": template({ enabled: true }),
    "a launch configuration, which does so by default": configuration({}),
  },
  fail: { "an instance that is not": instance({ monitoring: false }) },
  unknown: {
    "an instance whose monitoring is computed": instance({ monitoring: UNKNOWN }),
    "a template whose monitoring is computed": template(UNKNOWN),
  },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: {
    "a template that does not": template({ enabled: false }),
    "a template that says nothing of it": { template: aws("ec2/launchTemplate:LaunchTemplate") },
    "a launch configuration that does not": configuration({ enableMonitoring: false }),
  },
  notApplicable: {
    "an instance that leaves it to its template": instance({ launchTemplate: { id: "lt-1" } }),
  },
});
