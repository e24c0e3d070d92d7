import { fixtures, UNKNOWN } from "../../support/fixtures";
import { daemon, task, UNSEEN } from "../../support/containers";

const mode = (options: object) => ({ logConfiguration: { logDriver: "awslogs", options } });

fixtures("ecs-container-log-non-blocking", {
  pass: {
    "a driver that does not block": task([mode({ mode: "non-blocking" })]),
    "a container without a driver": task([{}]),
  },
  fail: { "a driver that blocks": task([mode({ mode: "blocking" })]) },
  unknown: {
    "a driver whose mode is computed": task([mode({ mode: UNKNOWN })]),
    "a driver that is computed": task([{ logConfiguration: UNKNOWN }]),
    ...UNSEEN,
  },
  unset: { "a driver without a mode, which AWS does not block": ["pass", task([mode({})])] },
  alias: { "a daemon's driver that blocks": daemon([mode({ mode: "blocking" })]) },
});

fixtures("ecs-container-log-non-blocking", {
  pass: {
    "a driver that does not block, in an account that does": task([mode({ mode: "non-blocking" })]),
    "a container without a driver, in an account that blocks": task([{}]),
  },
  fail: { "a driver that blocks, in an account that does": task([mode({ mode: "blocking" })]) },
  unknown: { none: "as above" },
  unset: { "a driver without a mode, in an account that blocks": ["fail", task([mode({})])] },
  alias: { "a daemon's driver without a mode, in an account that blocks": daemon([mode({})]) },
  settings: { properties: { accountDefault: "blocking" } },
});
