import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const fileSystem = (props: object = {}) => aws("efs/fileSystem:FileSystem", { ...props });
const policy = (status: unknown, fileSystemId: unknown = ref("fileSystem")) =>
  aws("efs/backupPolicy:BackupPolicy", { fileSystemId, backupPolicy: { status } });
const selection = (props: object) => aws("backup/selection:Selection", { ...props });

fixtures("file-system-backed-up", {
  pass: {
    "a file system of two policies of which one turns backups on": {
      fileSystem: fileSystem(),
      policy: policy("DISABLED"),
      other: policy("ENABLED"),
    },
    "a file system that a selection names by its known id": {
      fileSystem: { ...fileSystem(), outputs: { id: "fs-1" } },
      selection: selection({
        resources: ["arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1"],
      }),
    },
    "a file system with automatic backups": { fileSystem: fileSystem(), policy: policy("ENABLED") },
    "a file system that a selection names": {
      fileSystem: fileSystem(),
      policy: policy("DISABLED"),
      selection: selection({ resources: [ref("fileSystem")] }),
    },
    "a file system of a kind that a selection takes": {
      fileSystem: fileSystem(),
      selection: selection({ resources: ["arn:aws:elasticfilesystem:*:*:file-system/*"] }),
    },
    "a file system of one zone, which AWS backs up by itself": {
      fileSystem: fileSystem({ availabilityZoneName: "eu-west-1a" }),
    },
    "a file system with a tag of a plan elsewhere": { fileSystem: fileSystem({ tags: { Plan: "central" } }) },
  },
  fail: {
    "a file system whose backups are off": { fileSystem: fileSystem(), policy: policy("DISABLED") },
    "a file system of one zone whose backups are off": {
      fileSystem: fileSystem({ availabilityZoneName: "eu-west-1a" }),
      policy: policy("DISABLED"),
    },
    "a file system beside another with backups": {
      fileSystem: fileSystem(),
      other: fileSystem(),
      policy: policy("ENABLED", ref("other")),
    },
  },
  unknown: {
    "a file system of two policies of which one is computed": {
      fileSystem: fileSystem(),
      policy: policy("DISABLED"),
      other: policy(UNKNOWN),
    },
    "a file system whose backups are computed": { fileSystem: fileSystem(), policy: policy(UNKNOWN) },
    "a file system beside a policy that cannot be joined": {
      fileSystem: fileSystem(),
      policy: policy("ENABLED", UNKNOWN),
    },
    "a file system beside a computed selection": {
      fileSystem: fileSystem(),
      selection: selection({ resources: UNKNOWN }),
    },
  },
  unset: { "a file system without backups": ["fail", { fileSystem: fileSystem() }] },
  alias: { none: "one token" },
  settings: { properties: { backupTags: { Plan: "central" } } },
});
