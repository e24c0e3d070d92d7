import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const fileSystem = (props: object) => ({ fileSystem: aws("efs/fileSystem:FileSystem", { ...props }) });

fixtures("file-system-encrypted", {
  pass: { "a file system that is encrypted": fileSystem({ encrypted: true }) },
  fail: { "a file system that is not": fileSystem({ encrypted: false }) },
  unknown: { "a file system whose encryption is computed": fileSystem({ encrypted: UNKNOWN }) },
  unset: { "a file system that leaves it out": ["fail", fileSystem({})] },
  alias: { none: "one token" },
});
