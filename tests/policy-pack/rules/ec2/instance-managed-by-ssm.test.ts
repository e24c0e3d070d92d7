import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";
import { allows, attached, inline, PROFILE } from "../../support/instance-roles";

const CORE = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const bare = { instance: aws("ec2/instance:Instance") };
const started = {
  ...PROFILE,
  instance: aws("ec2/instance:Instance", { iamInstanceProfile: ref("profile") }),
};
const role = (props: object) => ({ ...started, role: aws("iam/role:Role", { ...props }) });

fixtures("instance-managed-by-ssm", {
  pass: {
    "an instance whose role has AWS's policy for default host management": {
      ...started,
      ...attached("arn:aws:iam::aws:policy/AmazonSSMManagedEC2InstanceDefaultPolicy"),
    },
    "an instance whose role has AWS's former policy": {
      ...started,
      ...attached("arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM"),
    },
    "an instance of a template with a profile of its own": {
      ...started,
      ...attached(CORE),
      instance: aws("ec2/instance:Instance", {
        iamInstanceProfile: ref("profile"),
        launchTemplate: { id: "lt-1" },
      }),
    },
    "an instance whose role has AWS's policy": { ...started, ...attached(CORE) },
    "a role that lists AWS's policy": role({ managedPolicyArns: [CORE] }),
    "a role with a policy of its own that lets the agent report": {
      ...started,
      ...inline(allows(["ssm:UpdateInstanceInformation", "ssmmessages:*"])),
    },
    "a role with a policy inside it": role({ inlinePolicies: [{ policy: allows("ssm:*") }] }),
    "a role with a policy of the stack": {
      ...started,
      mine: aws("iam/policy:Policy", { policy: allows("ssm:UpdateInstanceInformation") }),
      ...attached(ref("mine")),
    },
    "an instance in an account with default host management": {
      ...bare,
      setting: aws("ssm/serviceSetting:ServiceSetting", {
        settingId:
          "arn:aws:ssm:eu-west-1:111122223333:servicesetting/ssm/managed-instance/default-ec2-instance-management-role",
        settingValue: "role",
      }),
    },
  },
  fail: {
    "an instance whose role has another policy": {
      ...started,
      ...attached("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"),
    },
    "an instance whose role has none": started,
    "a role whose policy of the stack allows something else": {
      ...started,
      mine: aws("iam/policy:Policy", { policy: allows("s3:*") }),
      ...attached(ref("mine")),
    },
  },
  unknown: {
    "an instance whose role has a computed policy": { ...started, ...attached(UNKNOWN) },
    "an instance whose role has a computed document": { ...started, ...inline(UNKNOWN) },
    "an instance with a profile of another stack": {
      instance: aws("ec2/instance:Instance", { iamInstanceProfile: "web" }),
    },
  },
  unset: { "an instance without a profile": ["fail", bare] },
  alias: { none: "one token" },
  notApplicable: {
    "an instance that leaves it to its template": {
      instance: aws("ec2/instance:Instance", { launchTemplate: { id: "lt-1" } }),
    },
  },
});

describe("instance-managed-by-ssm", () => {
  it("takes the word of the configuration that all hosts are managed", async () => {
    const settings = { properties: { defaultHostManagement: true } };
    assert.equal((await judge("instance-managed-by-ssm", bare, settings)).verdict, "pass");
  });
});
