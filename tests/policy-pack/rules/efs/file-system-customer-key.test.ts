import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const fileSystem = (props: object) => ({ fileSystem: aws("efs/fileSystem:FileSystem", { ...props }) });

fixtures("file-system-customer-key", {
  pass: {
    "a file system with a key": fileSystem({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" }),
    "a file system with an alias of yours": fileSystem({ kmsKeyId: "alias/files" }),
    "a file system with a key of the stack": {
      key: aws("kms/key:Key"),
      ...fileSystem({ kmsKeyId: ref("key") }),
    },
    "a file system with a key that is computed": fileSystem({ kmsKeyId: UNKNOWN }),
  },
  fail: {
    "a file system with AWS's key": fileSystem({
      kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/aws/elasticfilesystem",
    }),
    "a file system with a blank key": fileSystem({ kmsKeyId: "" }),
  },
  unknown: { none: "a key that is computed is a key" },
  unset: { "a file system without a key": ["fail", fileSystem({ encrypted: true })] },
  alias: { none: "one token" },
});
