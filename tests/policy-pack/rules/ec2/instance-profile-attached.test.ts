import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });

fixtures("instance-profile-attached", {
  pass: {
    "an instance with a profile": instance({ iamInstanceProfile: "web" }),
    "an instance with a profile of the stack": {
      profile: aws("iam/instanceProfile:InstanceProfile"),
      ...instance({ iamInstanceProfile: ref("profile") }),
    },
    "an instance with a computed profile": instance({ iamInstanceProfile: UNKNOWN }),
  },
  fail: { "an instance with a blank profile": instance({ iamInstanceProfile: "" }) },
  unknown: { none: "a profile that is computed is a profile" },
  unset: { "an instance without a profile": ["fail", instance({})] },
  alias: {
    "a Spot request without a profile": { request: aws("ec2/spotInstanceRequest:SpotInstanceRequest") },
  },
  notApplicable: {
    "an instance that leaves it to its template": instance({ launchTemplate: { id: "lt-1" } }),
  },
});
