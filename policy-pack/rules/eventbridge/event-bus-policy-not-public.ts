import { tokens } from "../../aws/tokens";
import { isPublic } from "../../policy-documents/exposure";
import { known } from "../../reading/view";
import { defineControl, type Located, located, type Subject } from "../../registry/control";
import { judgePolicy } from "../../shapes/resource-policies";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Judgement, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly policyRequired: boolean;
}

const BUSES = tokens("cloudwatch/eventBus:EventBus");
const POLICIES = tokens("cloudwatch/eventBusPolicy:EventBusPolicy");
const PERMISSIONS = tokens("cloudwatch/eventPermission:EventPermission");

function judgePermission({ props }: Subject): Outcome {
  const [principal, condition] = [props.at("principal"), props.at("condition")];
  if (principal.isUnknown) return undetermined(principal);
  if (known(principal.string()) !== "*") return pass;
  if (condition.isUnknown) return undetermined(condition);
  return condition.isEmpty
    ? fail(
        principal,
        text`every account may put events; required: one account, or a condition on the organisation.`,
      )
    : pass;
}

function judge(subject: Subject): Judgement {
  if (PERMISSIONS.includes(subject.type)) return judgePermission(subject);
  if (BUSES.includes(subject.type)) return notApplicable("Judged by its policy");
  const open = text`a statement allows everyone, without a condition that says who.`;
  return judgePolicy(subject.props.at("policy"), isPublic, open);
}

/** AWS itself puts the policy on a bus for the events of a partner. */
function judgeBus(stack: StackIndex, bus: StackResource): Located {
  if (!bus.props.at("eventSourceName").isAbsent) return located(bus, notApplicable("The bus of a partner"));
  const types = [...POLICIES, ...PERMISSIONS];
  if (stack.referrers(bus, "eventBusName", types).length > 0) return located(bus, pass);
  const open = stack.openReferrer(bus, "eventBusName", types);
  return located(bus, open ? undetermined("", open.urn) : fail("", text`the bus has no policy.`));
}

export const control = defineControl<Parameters>({
  id: "EVB-01",
  name: "event-bus-policy-not-public",
  title: "No policy of an event bus allows everyone",
  why: "A stranger's event starts what your rules start. Without a policy, only the bus's own account puts events.",
  fix: "Name accounts in the policy, or add a condition on aws:PrincipalOrgID.",
  severity: "high",
  enforcement: "mandatory",
  types: [...POLICIES, ...PERMISSIONS, ...BUSES],
  parameters: {
    policyRequired: {
      type: "boolean",
      default: false,
      description: "Every custom bus must have a policy, too, as Security Hub asks.",
    },
  },
  resource: judge,
  stack: (stack, { parameters }) =>
    parameters.policyRequired ? stack.ofTypes(BUSES).map((bus) => judgeBus(stack, bus)) : [],
  references: {
    securityHub: ["EventBridge.3"],
    nist80053: ["AC-2", "AC-3", "AC-6", "AC-6(3)"],
    wellArchitected: ["SEC03-BP07", "SEC03-BP08"],
    cdkNag: ["AwsSolutions-EVB1"],
    prowler: ["eventbridge_bus_exposed", "eventbridge_bus_cross_account_access"],
    pulumi: ["PB:eventbridge-eventbus-policy-attached"],
  },
});
