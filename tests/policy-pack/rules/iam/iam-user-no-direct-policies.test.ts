import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const shared = (props: object) => ({
  attachment: aws("iam/policyAttachment:PolicyAttachment", { ...props }),
});

fixtures("iam-user-no-direct-policies", {
  pass: { "an attachment to groups": shared({ groups: ["g"], users: [] }) },
  fail: { "a user's own policy": { policy: aws("iam/userPolicy:UserPolicy", { user: "u", policy: "{}" }) } },
  unknown: { "an attachment to users that are computed": shared({ users: UNKNOWN }) },
  unset: { "an attachment without users": ["pass", shared({ roles: ["r"] })] },
  alias: {
    "an attachment to a user": {
      attachment: aws("iam/userPolicyAttachment:UserPolicyAttachment", { user: "u" }),
    },
    "an attachment to many": shared({ users: [UNKNOWN] }),
  },
  otherTypes: {
    "an attachment to a role": { attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment") },
  },
});
