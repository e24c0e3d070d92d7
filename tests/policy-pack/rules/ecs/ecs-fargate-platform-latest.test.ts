import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const service = (props: object) => ({
  service: aws("ecs/service:Service", { launchType: "FARGATE", ...props }),
});

fixtures("ecs-fargate-platform-latest", {
  pass: {
    "a service of Windows that names the latest": service({ platformVersion: "1.0.0" }),

    "a service that asks for the latest": service({ platformVersion: "LATEST" }),
    "a service that names the latest": service({ platformVersion: "1.4.0" }),
  },
  fail: { "a service that asks for an older one": service({ platformVersion: "1.3.0" }) },
  unknown: { "a service whose version is computed": service({ platformVersion: UNKNOWN }) },
  unset: {
    "a service that takes what there is": ["pass", service({})],
    "a service on instances": ["pass", { service: aws("ecs/service:Service", { launchType: "EC2" }) }],
  },
  alias: { none: "one token" },
});
