import { fixtures, UNKNOWN } from "../../support/fixtures";
import { daemon, task, UNSEEN } from "../../support/containers";

fixtures("ecs-container-not-privileged", {
  pass: {
    "a container with plain rights": task([{ privileged: false }]),
    "a definition without containers": task([]),
  },
  fail: {
    "a privileged container": task([{ privileged: true }]),
    "one privileged container of two": task([{}, { privileged: true }]),
    "a privileged container, in other letter case": task([{ Privileged: true }]),
    "a privileged container beside one that is computed": task([
      { privileged: true },
      { privileged: UNKNOWN },
    ]),
  },
  unknown: { "a container whose rights are computed": task([{ privileged: UNKNOWN }]), ...UNSEEN },
  unset: { "a container that leaves it out": ["pass", task([{}])] },
  alias: { "a privileged daemon": daemon([{ privileged: true }]) },
});
