import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const user = aws("iam/user:User");
const group = aws("iam/group:Group");

fixtures("iam-users-in-groups", {
  pass: {
    "a user's memberships": {
      user,
      group,
      membership: aws("iam/userGroupMembership:UserGroupMembership", {
        user: ref("user"),
        groups: [ref("group")],
      }),
    },
    "a group's members": {
      user,
      group,
      membership: aws("iam/groupMembership:GroupMembership", { users: [ref("user")], group: ref("group") }),
    },
  },
  fail: { "a user alone": { user } },
  unknown: {
    "a user beside members who are computed": {
      user,
      membership: aws("iam/groupMembership:GroupMembership", { users: UNKNOWN, group: "g" }),
    },
  },
  unset: {
    "a user beside the members of another group": [
      "fail",
      { user, membership: aws("iam/groupMembership:GroupMembership", { users: ["other"], group: "g" }) },
    ],
  },
  alias: { "a group alone": { group } },
});
