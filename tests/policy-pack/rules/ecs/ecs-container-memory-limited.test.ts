import { fixtures, UNKNOWN } from "../../support/fixtures";
import { daemon, task, UNSEEN } from "../../support/containers";

fixtures("ecs-container-memory-limited", {
  pass: {
    "a container with a limit": task([{ memory: 512 }]),
    "a container whose limit is computed": task([{ memory: UNKNOWN }]),
    "a task with a limit": task([{}], { memory: "1024" }),
    "a task with a limit, whose containers are computed": task(UNKNOWN, { memory: "1024" }),
  },
  fail: {
    "one container without a limit of two": task([{ memory: 512 }, {}]),
    "a container with a reservation only": task([{ memoryReservation: 256 }]),
  },
  unknown: UNSEEN,
  unset: { "a container that leaves it out": ["fail", task([{}])] },
  alias: { "a daemon without a limit": daemon([{}]) },
});
