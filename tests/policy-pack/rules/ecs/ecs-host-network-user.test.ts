import { fixtures, UNKNOWN } from "../../support/fixtures";
import { task } from "../../support/containers";

const host = { networkMode: "host" };

fixtures("ecs-host-network-user", {
  pass: {
    "a user by name": task([{ user: "app" }], host),
    "a user by number, with a group": task([{ user: "1000:1000" }], host),
    "a good user on a network that is computed": task([{ user: "app" }], { networkMode: UNKNOWN }),
  },
  fail: {
    "root by name": task([{ user: "root" }], host),
    "root by number": task([{ user: "0" }], host),
    "root with the group of root": task([{ user: "0:0" }], host),
    "one root beside another user": task([{ user: "app" }, { user: "root:app" }], host),
    "a container that is privileged, too": task([{ user: "root", privileged: true }], host),
  },
  unknown: {
    "a user that is computed": task([{ user: UNKNOWN }], host),
    "containers that are computed": task(UNKNOWN, host),
    "root on a network that is computed": task([{ user: "root" }], { networkMode: UNKNOWN }),
  },
  unset: { "a container without a user": ["fail", task([{}], host)] },
  alias: { none: "one token" },
  notApplicable: {
    "root on a network of the task's own": task([{ user: "root" }], { networkMode: "awsvpc" }),
    "root on the bridge, which is the default": task([{ user: "root" }]),
  },
});
