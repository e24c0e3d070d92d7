import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { type Owned, owned, whereOwned } from "../../shapes/ownership";
import { oneOf } from "../../shapes/property";
import type { StackIndex } from "../../stack/stack-index";
import { fail, notApplicable, type Judgement, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

interface Parameters extends Owned {
  readonly protections: readonly string[];
  readonly agents: readonly string[];
}

const DETECTORS = tokens("guardduty/detector:Detector");
const FEATURES = tokens("guardduty/detectorFeature:DetectorFeature");

/** The property by which a detector could switch a protection on before features existed. */
const FORMER: Readonly<Record<string, string>> = {
  S3_DATA_EVENTS: "datasources.s3Logs.enable",
  EKS_AUDIT_LOGS: "datasources.kubernetes.auditLogs.enable",
  EBS_MALWARE_PROTECTION: "datasources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes.enable",
};

const isOn = oneOf("enable", [true], true);
const isEnabled = oneOf("status", ["ENABLED"]);

/** Runtime monitoring sees nothing where no agent runs, and GuardDuty brings the agents only when told to. */
function judgeAgents({ props }: Subject, agents: readonly string[]): readonly Outcome[] {
  const place = props.at("additionalConfigurations");
  const on = place
    .items()
    .filter((item) => known(item.at("status").string()) === "ENABLED")
    .map((item) => known(item.at("name").string()));
  const missing = agents.filter((agent) => !on.includes(agent));
  if (missing.length > 0 && place.firstUnknown()) return [undetermined(place)];
  return missing.map((agent) => fail(place, text`${setting(agent)} is not enabled.`, agent));
}

function judge(subject: Subject, { protections, agents }: Parameters): Judgement {
  if (DETECTORS.includes(subject.type)) return isOn(subject);
  const name = subject.props.at("name");
  const status = isEnabled(subject);
  if (name.isUnknown && status.verdict !== "pass") return undetermined(name);
  const isWanted = name.isUnknown || protections.includes(known(name.string()) ?? "");
  if (isWanted && status.verdict === "pass" && known(name.string()) === "RUNTIME_MONITORING")
    return judgeAgents(subject, agents);
  return isWanted ? status : notApplicable("The control's list does not name this protection");
}

function judgeProtection(stack: StackIndex, protection: string): Outcome {
  const features = stack.ofTypes(FEATURES);
  const named = features.some(({ props }) => known(props.at("name").string()) === protection);
  const former = FORMER[protection];
  const formerly = stack
    .ofTypes(DETECTORS)
    .some(({ props }) => former !== undefined && known(props.at(former).boolean()) === true);
  // A feature that is named here and not enabled has its own verdict.
  if (named || formerly) return pass;
  const open = features.find(({ props }) => props.at("name").isUnknown);
  const missing = text`the stack does not say that ${setting(protection)} is on.`;
  return open ? undetermined("", open.urn) : fail("", missing, protection);
}

function judgeAll(stack: StackIndex, { protections }: Parameters): readonly Outcome[] {
  if (stack.ofTypes(DETECTORS).length === 0)
    return [fail("", text`this stack owns GuardDuty and has no detector.`)];
  return protections.map((protection) => judgeProtection(stack, protection));
}

export const control = defineControl<Parameters>({
  id: "ACC-02",
  name: "guardduty-enabled",
  title: "GuardDuty is on, with its protections",
  why: "It reads logs that nobody else reads, and knows what stolen credentials look like.",
  fix: "Add an aws.guardduty.Detector, and an aws.guardduty.DetectorFeature with status ENABLED for each protection.",
  severity: "high",
  enforcement: "mandatory",
  types: [...DETECTORS, ...FEATURES],
  parameters: {
    ...owned("This stack owns GuardDuty, which a Region of an account has once: it must be there."),
    protections: {
      type: "array",
      items: { type: "string" },
      default: [
        "S3_DATA_EVENTS",
        "EKS_AUDIT_LOGS",
        "EBS_MALWARE_PROTECTION",
        "RDS_LOGIN_EVENTS",
        "LAMBDA_NETWORK_LOGS",
        "RUNTIME_MONITORING",
      ],
      description: "Protections that must be on, by the names of detector features.",
    },
    agents: {
      type: "array",
      items: {
        type: "string",
        enum: ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"],
      },
      default: ["ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"],
      description: "Agents that runtime monitoring must manage, where it is on.",
    },
  },
  resource: (subject, { parameters }) => judge(subject, parameters),
  stack: whereOwned(judgeAll),
  references: {
    securityHub: [
      "GuardDuty.1",
      "GuardDuty.5",
      "GuardDuty.6",
      "GuardDuty.7",
      "GuardDuty.8",
      "GuardDuty.9",
      "GuardDuty.10",
      "GuardDuty.11",
      "GuardDuty.12",
      "GuardDuty.13",
    ],
    nist80053: [
      "AC-2(12)",
      "AU-6(1)",
      "CA-7",
      "RA-3(4)",
      "SI-3(8)",
      "SI-4",
      "SI-4(4)",
      "SI-4(5)",
      "SI-4(20)",
    ],
    wellArchitected: ["SEC04-BP01", "SEC04-BP03", "SEC06-BP05"],
    checkov: ["CKV_AWS_238", "CKV2_AWS_3"],
    awsConfig: [
      "guardduty-enabled-centralized",
      "guardduty-ec2-protection-runtime-enabled",
      "guardduty-ecs-protection-runtime-enabled",
      "guardduty-lambda-protection-enabled",
      "guardduty-malware-protection-enabled",
      "guardduty-rds-protection-enabled",
      "guardduty-runtime-monitoring-enabled",
      "guardduty-s3-protection-enabled",
    ],
    prowler: ["guardduty_is_enabled", "guardduty_s3_protection_enabled", "guardduty_rds_protection_enabled"],
    pulumi: ["PB:guardduty-malware-detection-enabled"],
  },
});
