import { TASK_DEFINITIONS } from "../../aws/container-definitions";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ROLES = tokens("iam/role:Role");

function judge(stack: StackIndex, task: StackResource): Outcome {
  const execution = task.props.at("executionRoleArn");
  const own = task.props.at("taskRoleArn");
  if (execution.isAbsent || own.isAbsent) return notApplicable("The task does not have both roles");
  const same = fail(own, text`the task has its execution role as its own; required: two roles.`);
  const [written, other] = [known(execution.string()), known(own.string())];
  if (written !== undefined && other !== undefined) return written === other ? same : pass;
  const [first] = stack.targets(task, "executionRoleArn", ROLES).found;
  const [second] = stack.targets(task, "taskRoleArn", ROLES).found;
  if (first && second) return first === second ? same : pass;
  return undetermined(written === undefined ? execution : own, (first ?? second)?.urn);
}

export const control = defineControl({
  id: "ECS-20",
  name: "ecs-roles-separate",
  title: "Tasks have a role of their own besides their execution role",
  why: "The application would be allowed all that ECS needs to start it, such as to read every secret.",
  fix: "Give taskRoleArn and executionRoleArn different roles.",
  severity: "medium",
  enforcement: "advisory",
  types: TASK_DEFINITIONS,
  stack: (stack) => stack.ofTypes(TASK_DEFINITIONS).map((task) => located(task, judge(stack, task))),
  references: { nist80053: ["AC-5", "AC-6"], wellArchitected: ["SEC03-BP02"], checkov: ["CKV_AWS_249"] },
});
