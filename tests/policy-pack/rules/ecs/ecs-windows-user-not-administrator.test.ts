import { fixtures, UNKNOWN } from "../../support/fixtures";
import { task } from "../../support/containers";

const windows = (containers: readonly object[] | string) =>
  task(containers, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } });

fixtures("ecs-windows-user-not-administrator", {
  pass: { "a plain user": windows([{ user: "ContainerUser" }]) },
  fail: {
    "the administrator": windows([{ user: "ContainerAdministrator" }]),
    "the administrator in lower case": windows([{ user: "containeradministrator" }]),
  },
  unknown: {
    "a user that is computed": windows([{ user: UNKNOWN }]),
    "containers that are computed": windows(UNKNOWN),
    "a container without a user, on a system that is computed": task([{}], {
      runtimePlatform: { operatingSystemFamily: UNKNOWN },
    }),
  },
  unset: { "a container without a user": ["fail", windows([{}])] },
  alias: { none: "one token" },
  notApplicable: { "a container on Linux": task([{ user: "root" }]) },
});
