import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const tasks = (networkConfiguration: object) => ({
  tasks: aws("ecs/service:Service", {
    networkConfiguration: { subnets: ["subnet-1"], ...networkConfiguration },
  }),
});

fixtures("ecs-service-no-public-ip", {
  pass: { "a service with private addresses only": tasks({ assignPublicIp: false }) },
  fail: {
    "a service with public addresses": tasks({ assignPublicIp: true }),
    "a service with public addresses, as text": tasks({ assignPublicIp: "true" }),
  },
  unknown: { "a service whose setting is computed": tasks({ assignPublicIp: UNKNOWN }) },
  unset: {
    "a service that leaves it out": ["pass", tasks({})],
    "a service without addresses of its own": ["pass", { tasks: aws("ecs/service:Service") }],
  },
  alias: { none: "one token" },
});
