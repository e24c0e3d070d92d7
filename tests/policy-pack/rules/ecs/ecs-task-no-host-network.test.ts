import { fixtures, UNKNOWN } from "../../support/fixtures";
import { task } from "../../support/containers";

fixtures("ecs-task-no-host-network", {
  pass: {
    "a task with addresses of its own": task([{}], { networkMode: "awsvpc" }),
    "a task on the bridge": task([{}], { networkMode: "bridge" }),
  },
  fail: { "a task on the host's network": task([{}], { networkMode: "host" }) },
  unknown: { "a task whose network is computed": task([{}], { networkMode: UNKNOWN }) },
  unset: { "a task that leaves it out": ["pass", task([{}])] },
  alias: { none: "one token" },
});
