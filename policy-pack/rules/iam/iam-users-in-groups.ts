import { tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { type Text, text } from "../../verdict/text";

const USERS = tokens("iam/user:User");
const GROUPS = tokens("iam/group:Group");
const OF_GROUP = tokens("iam/groupMembership:GroupMembership");
const OF_USER = tokens("iam/userGroupMembership:UserGroupMembership");

function judge(stack: StackIndex, one: StackResource): Located {
  const isUser = USERS.includes(one.type);
  const links: readonly (readonly [property: string, types: readonly string[]])[] = isUser
    ? [
        ["users", OF_GROUP],
        ["user", OF_USER],
      ]
    : [
        ["group", OF_GROUP],
        ["groups", OF_USER],
      ];
  if (links.some(([property, types]) => stack.referrers(one, property, types).length > 0))
    return located(one, pass);
  const open = links.flatMap(([property, types]) => stack.openReferrer(one, property, types) ?? [])[0];
  const missing: Text = isUser
    ? text`the user is in no group of the stack.`
    : text`no user of the stack is in the group.`;
  return located(one, open ? undetermined("", open.urn) : fail("", missing));
}

export const control = defineControl({
  id: "IAM-21",
  name: "iam-users-in-groups",
  title: "Users are in groups, and groups have users",
  why: "A user outside all groups gets rights of his own; an empty group waits to be filled by mistake.",
  fix: "Add an aws.iam.UserGroupMembership, or remove the user or the group.",
  severity: "low",
  enforcement: "advisory",
  types: [...USERS, ...GROUPS],
  stack: (stack) => stack.ofTypes([...USERS, ...GROUPS]).map((one) => judge(stack, one)),
  references: {
    cis3: ["1.15"],
    nist80053: ["AC-2", "AC-3", "AC-6"],
    wellArchitected: ["SEC02-BP06"],
    checkov: ["CKV2_AWS_21", "CKV2_AWS_14"],
    cdkNag: ["IAMUserGroupMembership", "IAMGroupHasUsers"],
    awsConfig: ["iam-user-group-membership-check", "iam-group-has-users-check"],
    pulumi: ["PB:iam-user-group-membership-required"],
  },
});
