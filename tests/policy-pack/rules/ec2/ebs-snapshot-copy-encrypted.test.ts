import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { byDefault } from "../../support/volumes-encrypted";

const copy = (props: object) =>
  aws("ebs/snapshotCopy:SnapshotCopy", { sourceSnapshotId: "snap-1", sourceRegion: "eu-west-1", ...props });
const ofVolume = (encrypted: boolean) => ({
  volume: aws("ebs/volume:Volume", { encrypted }),
  snapshot: aws("ebs/snapshot:Snapshot", { volumeId: ref("volume") }),
  copy: copy({ sourceSnapshotId: ref("snapshot") }),
});
const withKey = { properties: { customerKey: true } };

fixtures("ebs-snapshot-copy-encrypted", {
  pass: {
    "a copy that is encrypted": { copy: copy({ encrypted: true }) },
    "a copy of an encrypted volume": ofVolume(true),
    "a copy of a copy that is encrypted": {
      first: copy({ encrypted: true }),
      copy: copy({ sourceSnapshotId: ref("first") }),
    },
    "a copy in a stack that encrypts by default": { copy: copy({}), defaults: byDefault() },
  },
  fail: { "a copy that is not encrypted": { copy: copy({ encrypted: false }) } },
  unknown: {
    "a copy whose encryption is computed": { copy: copy({ encrypted: UNKNOWN }) },
    "a copy of a volume that is not encrypted, as far as is known": ofVolume(false),
  },
  unset: { "a copy that leaves it to its source": ["undetermined", { copy: copy({}) }] },
  alias: { none: "one token" },
});

describe("with a key of one's own", () => {
  fixtures("ebs-snapshot-copy-encrypted", {
    pass: { "a copy with a key": { copy: copy({ encrypted: true, kmsKeyId: UNKNOWN }) } },
    fail: { "a copy without one": { copy: copy({ encrypted: true }) } },
    unknown: { "a copy whose encryption is computed": { copy: copy({ encrypted: UNKNOWN, kmsKeyId: "k" }) } },
    unset: { none: "said above" },
    alias: { none: "one token" },
    settings: withKey,
  });
});
