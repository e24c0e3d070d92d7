import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const volume = (props: object = {}) => aws("ebs/volume:Volume", { ...props });
const selection = (props: object) =>
  aws("backup/selection:Selection", { iamRoleArn: "r", planId: "p", ...props });
const tag = (value: unknown) => ({ type: "STRINGEQUALS", key: "Backup", value });
const tagged = volume({ tags: { Backup: "daily" } });
const attached = {
  volume: volume(),
  instance: aws("ec2/instance:Instance", { tags: { Backup: "daily" } }),
  link: aws("ec2/volumeAttachment:VolumeAttachment", {
    volumeId: ref("volume"),
    instanceId: ref("instance"),
  }),
};
const condition = (operator: string, value: string) => [
  { [operator]: [{ key: "aws:ResourceTag/Backup", value }] },
];

fixtures("ebs-volume-backed-up", {
  pass: {
    "a volume that is named by its known id": {
      volume: { ...volume(), outputs: { id: "vol-1" } },
      selection: selection({ resources: ["arn:aws:ec2:eu-west-1:111122223333:volume/vol-1"] }),
    },
    "a volume of an instance of a kind that a selection takes": {
      ...attached,
      selection: selection({ resources: ["arn:aws:ec2:*:*:instance/*"] }),
    },
    "a volume of an instance with a tag of a plan elsewhere": {
      ...attached,
      instance: aws("ec2/instance:Instance", { tags: { Plan: "central" } }),
    },
    "a volume that a selection names": {
      volume: volume(),
      selection: selection({ resources: [ref("volume")] }),
    },
    "a volume of a kind that a selection takes": {
      volume: volume(),
      selection: selection({ resources: ["arn:aws:ec2:*:*:volume/*"] }),
    },
    "a volume where everything is selected": { volume: volume(), selection: selection({ resources: ["*"] }) },
    "a volume with the tag of a selection": {
      volume: tagged,
      selection: selection({ selectionTags: [tag("daily")] }),
    },
    "a volume with a tag that the provider adds": {
      volume: volume({ tagsAll: { Backup: "daily" } }),
      selection: selection({ selectionTags: [tag("daily")] }),
    },
    "a volume that a condition takes": {
      volume: tagged,
      selection: selection({ resources: ["*"], conditions: condition("stringLikes", "da*") }),
    },
    "a volume of an instance that is selected": {
      ...attached,
      selection: selection({ selectionTags: [tag("daily")] }),
    },
    "a volume with a tag of a plan elsewhere": { volume: volume({ tags: { Plan: "central" } }) },
  },
  fail: {
    "a volume with another value of the tag": {
      volume: volume({ tags: { Backup: "never" } }),
      selection: selection({ selectionTags: [tag("daily")] }),
    },
    "a volume beside another that is selected": {
      volume: volume(),
      other: volume(),
      selection: selection({ resources: [ref("other")] }),
    },
    "a volume beside a file system that is selected": {
      volume: volume(),
      files: aws("efs/fileSystem:FileSystem"),
      selection: selection({ resources: [ref("files")] }),
    },
    "a volume where another kind is selected": {
      volume: volume(),
      selection: selection({ resources: ["arn:aws:rds:*:*:db:*"] }),
    },
    "a volume that a condition leaves out": {
      volume: tagged,
      selection: selection({ resources: ["*"], conditions: condition("stringNotEquals", "daily") }),
    },
    "a volume that the selection takes out": {
      volume: volume(),
      selection: selection({ resources: ["*"], notResources: [ref("volume")] }),
    },
  },
  unknown: {
    "a volume whose tag is computed": {
      volume: volume({ tags: { Backup: UNKNOWN } }),
      selection: selection({ selectionTags: [tag("daily")] }),
    },
    "a volume beside a selection of computed resources": {
      volume: volume(),
      selection: selection({ resources: UNKNOWN }),
    },
    "a volume beside a selection of computed tags": {
      volume: tagged,
      selection: selection({ selectionTags: UNKNOWN }),
    },
  },
  unset: { "a volume without a selection": ["fail", { volume: volume() }] },
  alias: { none: "one token" },
  settings: { properties: { owned: true, backupTags: { Plan: "central" } } },
});

describe("ebs-volume-backed-up", () => {
  it("leaves it to another stack where this one does not own the plans", async () => {
    assert.equal((await judge("ebs-volume-backed-up", { volume: volume() })).verdict, "notApplicable");
  });
});
