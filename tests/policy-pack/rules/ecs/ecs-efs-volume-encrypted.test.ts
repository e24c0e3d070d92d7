import { fixtures, UNKNOWN } from "../../support/fixtures";
import { task } from "../../support/containers";

const volume = (efsVolumeConfiguration: object) => ({
  name: "data",
  efsVolumeConfiguration: { fileSystemId: UNKNOWN, ...efsVolumeConfiguration },
});
const mounted = (...volumes: readonly object[]) => task([{}], { volumes: [...volumes] });

fixtures("ecs-efs-volume-encrypted", {
  pass: {
    "an encrypted mount": mounted(volume({ transitEncryption: "ENABLED" })),
    "a volume of the host": mounted({ name: "tmp" }),
  },
  fail: {
    "a mount in the clear": mounted(volume({ transitEncryption: "DISABLED" })),
    "one mount in the clear of two": mounted(volume({ transitEncryption: "ENABLED" }), volume({})),
  },
  unknown: {
    "a mount whose encryption is computed": mounted(volume({ transitEncryption: UNKNOWN })),
    "volumes that are computed": task([{}], { volumes: UNKNOWN }),
  },
  unset: {
    "a mount that leaves it out": ["fail", mounted(volume({}))],
    "a task without volumes": ["pass", task([{}])],
  },
  alias: { none: "one token" },
});
