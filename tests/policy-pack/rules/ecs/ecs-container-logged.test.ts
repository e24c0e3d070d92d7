import { fixtures, UNKNOWN } from "../../support/fixtures";
import { daemon, task, UNSEEN } from "../../support/containers";

const logged = { logConfiguration: { logDriver: "awslogs" } };

fixtures("ecs-container-logged", {
  pass: {
    "a container with a driver": task([logged]),
    "a container whose driver is computed": task([{ logConfiguration: { logDriver: UNKNOWN } }]),
    "a container whose logs are computed": task([{ logConfiguration: UNKNOWN }]),
  },
  fail: {
    "one container of two": task([logged, {}]),
    "a container with options and no driver": task([{ logConfiguration: { options: {} } }]),
    "a container with an empty driver": task([{ logConfiguration: { logDriver: "" } }]),
  },
  unknown: UNSEEN,
  unset: { "a container that says nothing": ["fail", task([{}])] },
  alias: { "a daemon that says nothing": daemon([{}]) },
});
