import { TASK_DEFINITIONS } from "../../aws/container-definitions";
import { FUNCTIONS } from "../../aws/functions";
import { ROLES } from "../../aws/identity-policies";
import {
  isInternetFacing,
  LISTENER_RULES,
  LISTENERS,
  LOAD_BALANCERS,
  TARGET_GROUPS,
} from "../../aws/load-balancers";
import { isPowerful } from "../../aws/role-grants";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const URLS = tokens("lambda/functionUrl:FunctionUrl");
const PERMISSIONS = tokens("lambda/permission:Permission");
const SERVICES = tokens("ecs/service:Service");

/** Services of AWS that pass on what the internet sends. */
const DOORS = ["apigateway.amazonaws.com", "elasticloadbalancing.amazonaws.com"];

function isInvokedFromOutside(stack: StackIndex, lambda: StackResource): boolean {
  const urls = ["functionName", "functionArn"].flatMap((name) => stack.referrers(lambda, name, URLS));
  const doors = stack
    .referrers(lambda, "function", PERMISSIONS)
    .filter(({ props }) => DOORS.includes(known(props.at("principal").string()) ?? ""));
  return urls.length > 0 || doors.length > 0;
}

/** The balancers whose listeners, or rules of listeners, lead to a target group. */
function balancersOf(stack: StackIndex, group: StackResource): readonly StackResource[] {
  const rules = stack.referrers(group, "actions", LISTENER_RULES);
  const listeners = [
    ...stack.referrers(group, "defaultActions", LISTENERS),
    ...rules.flatMap((rule) => stack.targets(rule, "listenerArn", LISTENERS).found),
  ];
  return listeners.flatMap((listener) => stack.targets(listener, "loadBalancerArn", LOAD_BALANCERS).found);
}

function isServedToOutside(stack: StackIndex, service: StackResource): boolean {
  const groups = stack.targets(service, "loadBalancers", TARGET_GROUPS).found;
  return groups
    .flatMap((group) => balancersOf(stack, group))
    .some(({ props }) => isInternetFacing(props) === true);
}

function judge(code: StackResource, roles: readonly StackResource[], stack: StackIndex): Located {
  if (roles.length === 0) return located(code, notApplicable("The role is not in the stack"));
  const answers = roles.map((role) => isPowerful(stack, role));
  const powerful = text`the internet reaches it, and its role has the account; required: a role with what it needs.`;
  if (answers.includes("yes")) return located(code, fail("", powerful));
  const [open] = roles.filter((_, position) => answers[position] === "maybe");
  return located(code, open ? undetermined("", open.urn) : pass);
}

function* judgeAll(stack: StackIndex): Iterable<Located> {
  for (const lambda of stack.ofTypes(FUNCTIONS)) {
    if (isInvokedFromOutside(stack, lambda))
      yield judge(lambda, stack.targets(lambda, "role", ROLES).found, stack);
  }
  for (const service of stack.ofTypes(SERVICES)) {
    if (!isServedToOutside(stack, service)) continue;
    const tasks = stack.targets(service, "taskDefinition", TASK_DEFINITIONS).found;
    const roles = tasks.flatMap((task) => stack.targets(task, "taskRoleArn", ROLES).found);
    yield judge(service, roles, stack);
  }
}

export const control = defineControl({
  id: "BLAST-02",
  name: "internet-code-role",
  title: "Functions and services that the internet reaches have no powerful role",
  why: "Whoever finds a hole in public code has its role, and here the role has the account.",
  fix: "Name the actions and resources that the code needs in the policies of its role.",
  severity: "high",
  enforcement: "mandatory",
  types: [...FUNCTIONS, ...SERVICES],
  stack: judgeAll,
  references: { nist80053: ["AC-4", "AC-6", "SC-7"], wellArchitected: ["SEC03-BP02", "SEC05-BP02"] },
});
