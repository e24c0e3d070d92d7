import { CONTAINER_HOLDERS } from "../../aws/container-definitions";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ROLES = tokens("iam/role:Role");

/** Nothing where it cannot be told. */
function areSame(stack: StackIndex, task: StackResource): boolean | undefined {
  const written = known(task.props.at("executionRoleArn").string());
  const other = known(task.props.at("taskRoleArn").string());
  if (written !== undefined && other !== undefined) return written === other;
  const [first] = stack.targets(task, "executionRoleArn", ROLES).found;
  const [second] = stack.targets(task, "taskRoleArn", ROLES).found;
  return first && second && first === second;
}

function judge(stack: StackIndex, task: StackResource): Outcome {
  const roles = [task.props.at("executionRoleArn"), task.props.at("taskRoleArn")];
  if (roles.some(({ isAbsent }) => isAbsent)) return notApplicable("The task does not have both roles");
  const same = areSame(stack, task);
  if (same === undefined) return undetermined(roles.find(({ isUnknown }) => isUnknown) ?? "");
  return same
    ? fail("taskRoleArn", text`the task's own role is its execution role; required: two roles.`)
    : pass;
}

export const control = defineControl({
  id: "ECS-20",
  name: "ecs-roles-separate",
  title: "Tasks have a role of their own besides their execution role",
  why: "The application would be allowed all that ECS needs to start it, such as to read every secret.",
  fix: "Give taskRoleArn and executionRoleArn different roles.",
  severity: "medium",
  enforcement: "advisory",
  types: CONTAINER_HOLDERS,
  stack: (stack) => stack.ofTypes(CONTAINER_HOLDERS).map((task) => located(task, judge(stack, task))),
  references: { nist80053: ["AC-5", "AC-6"], wellArchitected: ["SEC03-BP02"], checkov: ["CKV_AWS_249"] },
});
