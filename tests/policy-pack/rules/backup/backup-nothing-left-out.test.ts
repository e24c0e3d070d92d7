import * as assert from "node:assert/strict";

import { aws, fixtures, judge, type Resource, UNKNOWN } from "../../support/fixtures";

const tags = { Backup: "dev-high" };
const selection = aws("backup/selection:Selection", {
  planId: "plan",
  selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "dev-high" }],
});
const table = (props: object) => aws("dynamodb/table:Table", { name: "orders", ...props });
const bucket = (props: object) => aws("s3/bucket:Bucket", { bucket: "papers", ...props });
const instance = (props: object) => aws("rds/instance:Instance", { identifier: "sales", ...props });
const cluster = (props: object) => aws("rds/cluster:Cluster", { clusterIdentifier: "sales", ...props });
const disk = (props: object) => aws("ebs/volume:Volume", { availabilityZone: "eu-west-1a", ...props });
const files = (props: object) => aws("efs/fileSystem:FileSystem", { encrypted: true, ...props });

fixtures("backup-nothing-left-out", {
  pass: {
    "a store of each kind with the tag": {
      selection,
      table: table({ tags }),
      bucket: bucket({ tags }),
      instance: instance({ tags }),
      cluster: cluster({ tags }),
      files: files({ tags }),
      disk: disk({ tags }),
    },
    "a bucket that is named": {
      bucket: bucket({}),
      named: aws("backup/selection:Selection", { planId: "plan", resources: ["arn:aws:s3:::papers"] }),
    },
  },
  fail: {
    "a table without the tag": { selection, table: table({}) },
    "a bucket with the tag of another plan": { selection, bucket: bucket({ tags: { Backup: "dev-low" } }) },
    "an instance without the tag": { selection, instance: instance({}) },
    "a cluster without the tag": { selection, cluster: cluster({}) },
    "a file system without the tag": { selection, files: files({}) },
    "a disk without the tag": { selection, disk: disk({}) },
    "a cluster of documents without the tag": {
      selection,
      documents: aws("docdb/cluster:Cluster", { clusterIdentifier: "papers" }),
    },
    "a bucket beside one that is named": {
      named: aws("backup/selection:Selection", { planId: "plan", resources: ["arn:aws:s3:::papers"] }),
      bucket: aws("s3/bucket:Bucket", { bucket: "letters" }),
    },
  },
  unknown: { "a table whose tag is computed": { selection, table: table({ tags: { Backup: UNKNOWN } }) } },
  notApplicable: {
    "a table in a stack that selects nothing": { table: table({}) },
    "a replica of an instance": { selection, replica: instance({ replicateSourceDb: "sales" }) },
  },
  unset: { "a bucket without tags": ["fail", { selection, bucket: bucket({}) }] },
  alias: {
    "a bucket under its former name": {
      selection,
      bucket: aws("s3/bucketV2:BucketV2", { bucket: "papers" }),
    },
  },
});

describe("backup-nothing-left-out, by the ARN of what is named", () => {
  const known = (resource: Resource, id: string): Resource => ({ ...resource, outputs: { id } });
  const stores: Readonly<Record<string, Resource>> = {
    "arn:aws:rds:*:*:db:sales": instance({}),
    "arn:aws:rds:*:*:cluster:sales": cluster({}),
    "arn:aws:dynamodb:*:*:table/orders": table({}),
    "arn:aws:elasticfilesystem:*:*:file-system/fs-1": known(files({}), "fs-1"),
    "arn:aws:ec2:*:*:volume/vol-1": known(disk({}), "vol-1"),
  };
  for (const [arn, store] of Object.entries(stores))
    it(`takes ${arn}, and no other of the kind`, async () => {
      const verdictOf = async (named: string) => {
        const selected = aws("backup/selection:Selection", { planId: "plan", resources: [named] });
        return (await judge("backup-nothing-left-out", { store, selected })).verdict;
      };
      assert.equal(await verdictOf(arn), "pass");
      assert.equal(await verdictOf(`${arn}-2`), "fail");
    });
});
