import { fixtures, UNKNOWN } from "../../support/fixtures";
import { daemon, task, UNSEEN } from "../../support/containers";

const on = (operatingSystemFamily: string) => ({ runtimePlatform: { operatingSystemFamily } });

fixtures("ecs-container-root-read-only", {
  pass: {
    "a container that cannot write": task([{ readonlyRootFilesystem: true }]),
    "a container that cannot write, on a system that is computed": task(
      [{ readonlyRootFilesystem: true }],
      on(UNKNOWN),
    ),
  },
  fail: {
    "a container that can write": task([{ readonlyRootFilesystem: false }]),
    "a container that can write, on Linux that is named": task([{}], on("LINUX")),
  },
  unknown: {
    "a container whose setting is computed": task([{ readonlyRootFilesystem: UNKNOWN }]),
    "a container that can write, on a system that is computed": task([{}], on(UNKNOWN)),
    ...UNSEEN,
  },
  unset: { "a container that leaves it out": ["fail", task([{}])] },
  alias: { "a daemon that can write": daemon([{}]) },
  notApplicable: { "a container on Windows": task([{}], on("WINDOWS_SERVER_2022_CORE")) },
});
