import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import { type Owned, owned, ownedExists } from "../../shapes/ownership";
import { oneOf } from "../../shapes/property";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters extends Owned {
  readonly recordsGlobals: boolean;
}

const RECORDERS = tokens("cfg/recorder:Recorder");
const STATUSES = tokens("cfg/recorderStatus:RecorderStatus");
const ROLES = tokens("iam/role:Role");
const SERVICE_ROLES = tokens("iam/serviceLinkedRole:ServiceLinkedRole");

const recordsAll = oneOf("recordingGroup.allSupported", [true], true);
const recordsGlobals = oneOf("recordingGroup.includeGlobalResourceTypes", [true], false);
const isStarted = oneOf("isEnabled", [true]);

/** AWS names both the recorder and its status "default" where nothing else is said. */
function isStatusOf(stack: StackIndex, status: StackResource, recorder: StackResource): boolean {
  if (stack.targets(status, "name", RECORDERS).found.includes(recorder)) return true;
  const names = [status, recorder].map(({ props }) =>
    props.at("name").isAbsent ? "default" : known(props.at("name").string()),
  );
  return names[0] !== undefined && names[0] === names[1];
}

function judgeStatus(stack: StackIndex, recorder: StackResource): Located {
  const all = stack.ofTypes(STATUSES);
  const own = all.find((status) => isStatusOf(stack, status, recorder));
  if (own) return located(own, isStarted(own));
  const open = all.find((status) => stack.targets(status, "name", RECORDERS).isOpen);
  return located(
    recorder,
    open ? undetermined("", open.urn) : fail("", text`nothing starts the recorder.`, "status"),
  );
}

function judgeRole(stack: StackIndex, recorder: StackResource): Outcome {
  const place = recorder.props.at("roleArn");
  const required = text`the recorder has a role of its own; required: the service-linked role of AWS Config.`;
  const arn = known(place.string());
  if (arn !== undefined)
    return arn.endsWith("/AWSServiceRoleForConfig") ? pass : fail(place, required, "role");
  if (stack.targets(recorder, "roleArn", SERVICE_ROLES).found.length > 0) return pass;
  const isOwn = stack.targets(recorder, "roleArn", ROLES).found.length > 0;
  return isOwn ? fail(place, required, "role") : undetermined(place);
}

/** Global types are recorded by one recorder of the account; more of them would say the same again. */
function othersRecordGlobals(stack: StackIndex, recorder: StackResource): boolean {
  const others = stack.ofTypes(RECORDERS).filter((other) => other !== recorder);
  return others.some((other) => recordsGlobals(other).verdict === "pass");
}

function judge(stack: StackIndex, recorder: StackResource, parameters: Parameters): readonly Located[] {
  const isAsked = parameters.recordsGlobals && !othersRecordGlobals(stack, recorder);
  const found = [recordsAll(recorder), isAsked ? recordsGlobals(recorder) : pass, judgeRole(stack, recorder)];
  return [...found.map((outcome) => located(recorder, outcome)), judgeStatus(stack, recorder)];
}

const absent = ownedExists(
  RECORDERS,
  text`this stack owns the recorder of AWS Config and does not have one.`,
);

export const control = defineControl<Parameters>({
  id: "ACC-01",
  name: "config-recorder",
  title: "AWS Config records all resources, with its own role",
  why: "Without the recorder nobody can say what a resource was like when it happened.",
  fix: "Add an aws.cfg.Recorder of all types with the role AWSServiceRoleForConfig, and an aws.cfg.RecorderStatus that starts it.",
  severity: "medium",
  enforcement: "advisory",
  types: [...RECORDERS, ...STATUSES],
  parameters: {
    ...owned("This stack owns the recorder, which a Region of an account has once: it must be there."),
    recordsGlobals: {
      type: "boolean",
      default: true,
      description:
        "The recorder must include global types, such as those of IAM; one Region is enough for them.",
    },
  },
  stack: (stack, context) => [
    ...stack.ofTypes(RECORDERS).flatMap((recorder) => judge(stack, recorder, context.parameters)),
    ...absent(stack, context),
  ],
  references: {
    securityHub: ["Config.1"],
    cis3: ["3.3"],
    nist80053: ["CM-3", "CM-6(1)", "CM-8", "CM-8(2)"],
    wellArchitected: ["SEC01-BP06", "SEC04-BP01"],
    checkov: ["CKV2_AWS_45", "CKV2_AWS_48", "CKV_AWS_121"],
    prowler: ["config_recorder_all_regions_enabled", "config_recorder_using_aws_service_role"],
    trivy: ["AWS-0019"],
    pulumi: ["PB:config-recorder-enabled"],
  },
});
