import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { daemon, task } from "../../support/containers";

const role = aws("iam/role:Role");
const roles = (executionRoleArn: unknown, taskRoleArn: unknown) =>
  task([{}], { executionRoleArn, taskRoleArn });

fixtures("ecs-roles-separate", {
  pass: {
    "two roles of the stack": { a: role, b: role, ...roles(ref("a"), ref("b")) },
    "two roles of another stack": roles(
      "arn:aws:iam::111122223333:role/a",
      "arn:aws:iam::111122223333:role/b",
    ),
  },
  fail: {
    "one role of the stack for both": { a: role, ...roles(ref("a"), ref("a")) },
    "one role of another stack for both": roles(
      "arn:aws:iam::111122223333:role/a",
      "arn:aws:iam::111122223333:role/a",
    ),
  },
  unknown: {
    "a role of another stack beside one that cannot be told": roles(
      "arn:aws:iam::111122223333:role/a",
      UNKNOWN,
    ),
    "roles that cannot be told": roles(UNKNOWN, UNKNOWN),
    "a role of the stack beside one that cannot be told": { a: role, ...roles(ref("a"), UNKNOWN) },
  },
  unset: {
    "a task without a role of its own": [
      "notApplicable",
      task([{}], { executionRoleArn: "arn:aws:iam::111122223333:role/a" }),
    ],
  },
  alias: {
    "one role for both of a daemon": {
      a: role,
      ...daemon([{}], { executionRoleArn: ref("a"), taskRoleArn: ref("a") }),
    },
  },
});
