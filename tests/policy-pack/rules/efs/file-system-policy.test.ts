import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const fileSystem = aws("efs/fileSystem:FileSystem");
const TLS = {
  Effect: "Deny",
  Principal: "*",
  Action: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const allow = (rest: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: "elasticfilesystem:ClientMount",
  ...rest,
});
const mounted = { Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } } };
const of = (...statements: readonly object[]) => ({
  fileSystem,
  policy: aws("efs/fileSystemPolicy:FileSystemPolicy", {
    fileSystemId: ref("fileSystem"),
    policy: JSON.stringify({ Statement: statements }),
  }),
});

fixtures("file-system-policy", {
  pass: {
    "a policy for everyone by one access point, with TLS": of(
      allow({
        Condition: {
          StringEquals: {
            "elasticfilesystem:AccessPointArn":
              "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1",
          },
        },
      }),
      TLS,
    ),
    "a policy that refuses mounting without TLS": of(allow(mounted), {
      ...TLS,
      Action: "elasticfilesystem:ClientMount",
    }),
    "a policy that allows with TLS only, and denies something else": of(
      allow({
        Principal: { AWS: "111122223333" },
        Condition: { Bool: { "aws:SecureTransport": true } },
      }),
      { ...TLS, Action: "elasticfilesystem:ClientRootAccess", Condition: undefined },
    ),
    "a policy for whoever reaches a mount target, with TLS": of(allow(mounted), TLS),
    "a policy for a role, with TLS": of(
      allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/web" } }),
      TLS,
    ),
    "a policy for an organization, with TLS": of(
      allow({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      TLS,
    ),
    "a policy that allows with TLS only": of(
      allow({
        Principal: { AWS: "111122223333" },
        Condition: { Bool: { "aws:SecureTransport": true } },
      }),
    ),
  },
  fail: {
    "a policy that refuses writing without TLS": of(allow(mounted), {
      ...TLS,
      Action: "elasticfilesystem:ClientWrite",
    }),
    "a policy for everyone": of(allow(), TLS),
    "a policy that lets clients in without TLS": of(allow(mounted)),
    "a policy that asks for TLS in one of two statements": of(
      allow({ ...mounted }),
      allow({ Principal: { AWS: "111122223333" }, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    ),
    "a file system beside another with a policy": {
      ...of(allow(mounted), TLS),
      other: fileSystem,
    },
  },
  unknown: {
    "a policy that is computed": {
      fileSystem,
      policy: aws("efs/fileSystemPolicy:FileSystemPolicy", {
        fileSystemId: ref("fileSystem"),
        policy: UNKNOWN,
      }),
    },
    "a file system beside a policy that cannot be joined": {
      fileSystem,
      policy: aws("efs/fileSystemPolicy:FileSystemPolicy", {
        fileSystemId: UNKNOWN,
        policy: JSON.stringify({ Statement: [allow(mounted), TLS] }),
      }),
    },
  },
  unset: { "a file system without a policy": ["fail", { fileSystem }] },
  alias: {
    "a policy on its own that is open": {
      policy: aws("efs/fileSystemPolicy:FileSystemPolicy", {
        fileSystemId: "fs-1",
        policy: JSON.stringify({ Statement: [allow(), TLS] }),
      }),
    },
  },
});
