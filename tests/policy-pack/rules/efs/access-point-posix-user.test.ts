import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const point = (props: object) => ({
  point: aws("efs/accessPoint:AccessPoint", { fileSystemId: "fs-1", ...props }),
});

fixtures("access-point-posix-user", {
  pass: {
    "an access point with a user": point({ posixUser: { uid: 1000, gid: 1000 } }),
    "an access point with a computed user": point({ posixUser: { uid: UNKNOWN, gid: UNKNOWN } }),
  },
  fail: { "an access point with an empty user": point({ posixUser: {} }) },
  unknown: { none: "a user that is computed is a user" },
  unset: { "an access point without a user": ["fail", point({})] },
  alias: { none: "one token" },
});
