import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const block = (props: object) => aws("ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", { ...props });
const permission = (accountId: unknown) =>
  aws("ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", {
    snapshotId: ref("snapshot"),
    accountId,
  });
const blocked = { block: block({ state: "block-all-sharing" }), snapshot: aws("ebs/snapshot:Snapshot") };

fixtures("ebs-snapshots-not-public", {
  pass: {
    "a block of all sharing": blocked,
    "a snapshot that is shared with an account": { ...blocked, permission: permission("111122223333") },
  },
  fail: {
    "a snapshot that is shared with everyone": { ...blocked, permission: permission("all") },
    "a block of new sharing only": { block: block({ state: "block-new-sharing" }) },
    "a block that is off": { block: block({ state: "unblocked" }) },
    "a stack that owns the block and does not set it": {},
  },
  unknown: {
    "a snapshot that is shared with a computed account": { ...blocked, permission: permission(UNKNOWN) },
    "a block whose state is computed": { block: block({ state: UNKNOWN }) },
  },
  unset: { "a block without a state": ["fail", { block: block({}) }] },
  alias: { "a block of the other type that is off": { block: block({ state: "unblocked" }) } },
  settings: { properties: { owned: true } },
});
