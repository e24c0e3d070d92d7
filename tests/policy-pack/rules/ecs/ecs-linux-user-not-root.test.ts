import { fixtures, UNKNOWN } from "../../support/fixtures";
import { daemon, task, UNSEEN } from "../../support/containers";

const windows = { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_FULL" } };

fixtures("ecs-linux-user-not-root", {
  pass: {
    "a user by name": task([{ user: "app" }]),
    "a user whose name begins with root": task([{ user: "rootless" }]),
    "a user whose number begins with zero": task([{ user: "01000" }]),
  },
  fail: {
    "root by name": task([{ user: "root" }]),
    "root by number": task([{ user: "0" }]),
    "root with another group": task([{ user: "0:1000" }]),
    "an empty user": task([{ user: " " }]),
  },
  unknown: { "a user that is computed": task([{ user: UNKNOWN }]), ...UNSEEN },
  unset: { "a container without a user": ["fail", task([{}])] },
  alias: { "a daemon without a user": daemon([{}]) },
  notApplicable: { "a container on Windows": task([{}], windows) },
});
