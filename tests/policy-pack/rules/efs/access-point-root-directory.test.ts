import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const point = (props: object) => ({
  point: aws("efs/accessPoint:AccessPoint", { fileSystemId: "fs-1", ...props }),
});

fixtures("access-point-root-directory", {
  pass: { "an access point to a directory": point({ rootDirectory: { path: "/web" } }) },
  fail: { "an access point to the root": point({ rootDirectory: { path: "/" } }) },
  unknown: { "an access point to a computed directory": point({ rootDirectory: { path: UNKNOWN } }) },
  unset: {
    "an access point without a directory": ["fail", point({})],
    "a directory without a path": ["fail", point({ rootDirectory: { creationInfo: { ownerUid: 1 } } })],
  },
  alias: { none: "one token" },
});
