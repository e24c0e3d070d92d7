import { INSTANCES, leavesToTemplate, TEMPLATE_DECIDES } from "../../aws/instances";
import { grantsOf, isGranted, roleOf } from "../../aws/role-grants";
import { tokens } from "../../aws/tokens";
import { selects } from "../../policy-documents/statement";
import { and } from "../../reading/truth";
import { known } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly defaultHostManagement: boolean;
}

const SETTINGS = tokens("ssm/serviceSetting:ServiceSetting");
const HOST_MANAGEMENT = "/ssm/managed-instance/default-ec2-instance-management-role";

const POLICIES = [
  "AmazonSSMManagedInstanceCore",
  "AmazonSSMManagedEC2InstanceDefaultPolicy",
  "AmazonEC2RoleforSSM",
];

/** The call by which an agent reports to Systems Manager. */
const ACTION = "ssm:updateinstanceinformation";

function managesAllHosts(stack: StackIndex): boolean {
  return stack
    .ofTypes(SETTINGS)
    .some(({ props }) => known(props.at("settingId").string())?.endsWith(HOST_MANAGEMENT) === true);
}

function judge(stack: StackIndex, instance: StackResource): Outcome {
  const place = instance.props.at("iamInstanceProfile");
  if (leavesToTemplate(instance.props, "iamInstanceProfile")) return TEMPLATE_DECIDES;
  if (place.isAbsent) return fail(place, text`the instance has no profile, so its agent cannot report.`);
  const [role] = roleOf(stack, instance).found;
  if (!role) return undetermined(place);
  const answer = isGranted(grantsOf(stack, role), POLICIES, ({ allows, actions }) =>
    and(allows, selects(actions, ACTION)),
  );
  if (answer === "maybe") return undetermined(place, role.urn);
  return answer === "yes"
    ? pass
    : fail(place, text`the role does not let the agent report to Systems Manager.`);
}

function judgeAll(stack: StackIndex, { defaultHostManagement }: Parameters): readonly Located[] {
  const isManaged = defaultHostManagement || managesAllHosts(stack);
  return stack
    .ofTypes(INSTANCES)
    .map((instance) => located(instance, isManaged ? pass : judge(stack, instance)));
}

export const control = defineControl<Parameters>({
  id: "EC2-31",
  name: "instance-managed-by-ssm",
  title: "Systems Manager can manage the instances",
  why: "What it does not manage is not patched, not listed, and reached with keys and open ports.",
  fix: "Attach AmazonSSMManagedInstanceCore to the role of the instance, or turn on default host management.",
  severity: "medium",
  enforcement: "advisory",
  types: INSTANCES,
  parameters: {
    defaultHostManagement: {
      type: "boolean",
      default: false,
      description: "Default host management is on, set outside of this stack.",
    },
  },
  stack: (stack, { parameters }) => judgeAll(stack, parameters),
  references: {
    securityHub: ["SSM.1"],
    nist80053: ["CA-9(1)", "CM-2", "CM-2(2)", "CM-8", "CM-8(1)", "CM-8(2)", "CM-8(3)", "SI-2(3)"],
    wellArchitected: ["SEC06-BP03", "OPS05-BP05"],
    awsConfig: ["ec2-instance-managed-by-systems-manager", "ec2-instance-managed-by-ssm"],
    prowler: ["ec2_instance_managed_by_ssm"],
  },
});
