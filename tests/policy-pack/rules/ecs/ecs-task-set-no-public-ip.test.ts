import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const tasks = (networkConfiguration: object) => ({
  tasks: aws("ecs/taskSet:TaskSet", {
    networkConfiguration: { subnets: ["subnet-1"], ...networkConfiguration },
  }),
});

fixtures("ecs-task-set-no-public-ip", {
  pass: { "a task set with private addresses only": tasks({ assignPublicIp: false }) },
  fail: {
    "a task set with public addresses": tasks({ assignPublicIp: true }),
    "a task set with public addresses, as text": tasks({ assignPublicIp: "true" }),
  },
  unknown: { "a task set whose setting is computed": tasks({ assignPublicIp: UNKNOWN }) },
  unset: {
    "a task set that leaves it out": ["pass", tasks({})],
    "a task set without addresses of its own": ["pass", { tasks: aws("ecs/taskSet:TaskSet") }],
  },
  alias: { none: "one token" },
});
