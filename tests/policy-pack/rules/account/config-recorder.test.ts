import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const ROLE = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
const recorder = (props: object = {}) =>
  aws("cfg/recorder:Recorder", {
    roleArn: ROLE,
    recordingGroup: { includeGlobalResourceTypes: true },
    ...props,
  });
const status = (props: object = {}) =>
  aws("cfg/recorderStatus:RecorderStatus", { name: ref("recorder"), isEnabled: true, ...props });
const given = (props: object) => ({ recorder: recorder(props), status: status() });

fixtures("config-recorder", {
  pass: {
    "a recorder that is named as AWS names it, and a status without a name": {
      recorder: recorder({ name: "default" }),
      status: status({ name: null }),
    },
    "a recorder and a status of one name": {
      recorder: recorder({ name: "ours" }),
      status: status({ name: "ours" }),
    },
    "a recorder of all types that is started": given({}),
    "a recorder whose default is filled in": given({
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    }),
    "a recorder with the service-linked role of the stack": {
      role: aws("iam/serviceLinkedRole:ServiceLinkedRole", { awsServiceName: "config.amazonaws.com" }),
      ...given({ roleArn: ref("role") }),
    },
    "a recorder without global types beside one that has them": {
      ...given({}),
      second: recorder({ name: "second", recordingGroup: { includeGlobalResourceTypes: false } }),
      started: status({ name: ref("second") }),
    },
    "a recorder and a status that name nothing": { recorder: recorder(), status: status({ name: null }) },
  },
  fail: {
    "a stack that owns the recorder and has none": {},
    "a recorder of some types": given({
      recordingGroup: { allSupported: false, resourceTypes: ["AWS::EC2::Instance"] },
    }),
    "a recorder without global types": given({ recordingGroup: { includeGlobalResourceTypes: false } }),
    "two recorders without global types": {
      ...given({ recordingGroup: { includeGlobalResourceTypes: false } }),
      second: recorder({ name: "second", recordingGroup: { includeGlobalResourceTypes: false } }),
      started: status({ name: ref("second") }),
    },
    "a recorder with another role": given({ roleArn: "arn:aws:iam::111122223333:role/config" }),
    "a recorder with a role of the stack": { role: aws("iam/role:Role"), ...given({ roleArn: ref("role") }) },
    "a recorder that nothing starts": { recorder: recorder() },
    "a recorder that is stopped": { recorder: recorder(), status: status({ isEnabled: false }) },
    "a recorder beside the status of another": {
      recorder: recorder({ name: "ours" }),
      status: status({ name: "other" }),
    },
  },
  unknown: {
    "a recorder and a status of computed names": {
      recorder: recorder({ name: UNKNOWN }),
      status: status({ name: UNKNOWN }),
    },
    "a role that is computed": given({ roleArn: UNKNOWN }),
    "a group that is computed": given({ recordingGroup: UNKNOWN }),
    "a status that is computed": { recorder: recorder(), status: status({ isEnabled: UNKNOWN }) },
    "a status that cannot be joined": { recorder: recorder(), status: status({ name: UNKNOWN }) },
  },
  unset: { "a recorder that leaves the group to AWS": ["fail", given({ recordingGroup: null })] },
  alias: { "a recorder whose status is off": { recorder: recorder(), status: status({ isEnabled: false }) } },
  settings: { properties: { owned: true } },
});

describe("config-recorder, where it may be elsewhere or leave global types out", () => {
  it("says nothing of a stack without one", async () => {
    assert.equal((await judge("config-recorder", {})).verdict, "nothing");
  });

  it("passes a recorder without global types in a further Region", async () => {
    const settings = { properties: { recordsGlobals: false } };
    const judged = await judge("config-recorder", given({ recordingGroup: null }), settings);
    assert.equal(judged.verdict, "pass");
  });
});

describe("config-recorder, of the types that are recorded", () => {
  it("waits for them where they are computed, and takes AWS's word where nothing is said", async () => {
    const settings = { properties: { recordsGlobals: false } };
    const verdict = async (allSupported: unknown) =>
      (await judge("config-recorder", given({ recordingGroup: { allSupported } }), settings)).verdict;
    assert.deepEqual(
      [await verdict(UNKNOWN), await verdict(null), await verdict(true), await verdict(false)],
      ["undetermined", "pass", "pass", "fail"],
    );
  });
});
