import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (metadataOptions: unknown) => ({
  instance: aws("ec2/instance:Instance", { metadataOptions }),
});

fixtures("metadata-hop-limit", {
  pass: {
    "a limit of one hop": instance({ httpPutResponseHopLimit: 1 }),
    "a service that is off": instance({ httpEndpoint: "disabled", httpPutResponseHopLimit: 2 }),
  },
  fail: { "a limit of two hops": instance({ httpPutResponseHopLimit: 2 }) },
  unknown: { "a limit that is computed": instance({ httpPutResponseHopLimit: UNKNOWN }) },
  unset: { "an instance that leaves it out": ["pass", { instance: aws("ec2/instance:Instance") }] },
  alias: {
    "a template with two hops": {
      template: aws("ec2/launchTemplate:LaunchTemplate", { metadataOptions: { httpPutResponseHopLimit: 2 } }),
    },
    "a launch configuration with two hops": {
      configuration: aws("ec2/launchConfiguration:LaunchConfiguration", {
        metadataOptions: { httpPutResponseHopLimit: 2 },
      }),
    },
  },
  notApplicable: {
    "an instance that leaves it to its template": {
      instance: aws("ec2/instance:Instance", { launchTemplate: { id: "lt-1" } }),
    },
  },
});
