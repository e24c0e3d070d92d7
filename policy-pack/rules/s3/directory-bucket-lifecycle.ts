import { LIFECYCLE } from "../../aws/buckets";
import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { satelliteExists } from "../../shapes/satellite";
import { text } from "../../verdict/text";

const DIRECTORIES = tokens("s3/directoryBucket:DirectoryBucket");

export const control = defineControl({
  id: "S3-24",
  name: "directory-bucket-lifecycle",
  title: "Every directory bucket has a lifecycle",
  why: "The fastest storage class is the dearest; what is no longer needed should leave it.",
  fix: "Add an aws.s3.BucketLifecycleConfiguration for the directory bucket.",
  severity: "low",
  enforcement: "advisory",
  types: DIRECTORIES,
  stack: satelliteExists({
    of: DIRECTORIES,
    types: LIFECYCLE.types,
    property: "bucket",
    missing: text`the directory bucket has no lifecycle.`,
  }),
  references: {
    securityHub: ["S3.25"],
    nist80053: ["SI-12"],
    wellArchitected: ["SEC07-BP04", "COST04-BP05"],
  },
});
