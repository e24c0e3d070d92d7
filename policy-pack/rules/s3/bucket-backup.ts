import { BUCKETS } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { backedUp, SELECTIONS } from "../../shapes/backup-coverage";
import { type Owned, owned } from "../../shapes/ownership";
import { text } from "../../verdict/text";

export const control = defineControl<Owned>({
  id: "S3-27",
  name: "bucket-backup",
  title: "Buckets are covered by a backup plan",
  why: "A backup in a vault is out of reach of those who may write the bucket; versioning may be enough, so it is opt-in.",
  fix: "Name the bucket, or a tag that it carries, in an aws.backup.Selection.",
  severity: "low",
  enforcement: "disabled",
  types: [...BUCKETS, ...SELECTIONS],
  parameters: owned("This stack owns the backup plans of its buckets: each must be covered here."),
  stack: backedUp({
    types: BUCKETS,
    all: /^(\*|arn:aws[a-z-]*:s3:::\*)$/,
    missing: text`no backup selection of this stack covers the bucket.`,
  }),
  references: {
    nist80053: ["CP-9", "SI-12"],
    wellArchitected: ["REL09-BP01", "REL09-BP03"],
    awsConfig: ["s3-resources-protected-by-backup-plan"],
  },
});
