import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { type Owned, owned, whereOwned } from "../../shapes/ownership";
import { oneOf } from "../../shapes/property";
import { fail, type Judgement, pass, undetermined } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

interface Parameters extends Owned {
  readonly services: readonly (keyof typeof SERVICES)[];
  readonly scans: readonly string[];
}

const SERVICES = {
  "Security Hub": tokens("securityhub/account:Account"),
  Inspector: tokens("inspector2/enabler:Enabler"),
  Macie: tokens("macie2/account:Account"),
};

const isNotPaused = oneOf("status", ["ENABLED"], "ENABLED");

function judge(subject: Subject, { scans }: Parameters): Judgement {
  if (SERVICES.Macie.includes(subject.type)) return isNotPaused(subject);
  if (!SERVICES.Inspector.includes(subject.type)) return pass;
  const place = subject.props.at("resourceTypes");
  const scanned = place.items().map((item) => known(item.string()));
  const missing = scans.filter((scan) => !scanned.includes(scan));
  if (missing.length > 0 && place.firstUnknown()) return undetermined(place);
  return missing.map((scan) => fail(place, text`Inspector does not scan ${setting(scan)}.`, scan));
}

export const control = defineControl<Parameters>({
  id: "ACC-03",
  name: "security-services-enabled",
  title: "Security Hub, Inspector and Macie are on",
  why: "They find what no program shows: weak images, personal data, and what changed behind the program's back.",
  fix: "Add aws.securityhub.Account, aws.inspector2.Enabler and aws.macie2.Account, or shorten the control's lists.",
  severity: "medium",
  enforcement: "advisory",
  types: Object.values(SERVICES).flat(),
  parameters: {
    ...owned("This stack owns these services, which a Region of an account has once: they must be there."),
    services: {
      type: "array",
      items: { type: "string", enum: Object.keys(SERVICES) },
      default: Object.keys(SERVICES),
      description: "Services that must be on.",
    },
    scans: {
      type: "array",
      items: { type: "string", enum: ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE", "CODE_REPOSITORY"] },
      default: ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"],
      description: "What Inspector must scan.",
    },
  },
  resource: (subject, { parameters }) => judge(subject, parameters),
  stack: whereOwned((stack, { services }) =>
    services.map((service) => {
      const exists = stack.ofTypes(SERVICES[service]).length > 0;
      return exists ? pass : fail("", text`this stack does not switch ${setting(service)} on.`, service);
    }),
  ),
  references: {
    securityHub: ["Inspector.1", "Inspector.2", "Inspector.3", "Inspector.4", "Macie.1", "Macie.2"],
    cis3: ["4.16", "2.1.3"],
    nist80053: ["CA-7", "RA-5", "SI-2", "SI-4", "SI-4(20)"],
    wellArchitected: ["SEC04-BP03", "SEC06-BP01", "SEC07-BP03"],
    awsConfig: [
      "securityhub-enabled",
      "macie-status-check",
      "inspector-ec2-scan-enabled",
      "inspector-ecr-scan-enabled",
      "inspector-lambda-code-scan-enabled",
      "inspector-lambda-standard-scan-enabled",
      "macie-auto-sensitive-data-discovery-check",
    ],
    prowler: ["securityhub_enabled", "inspector2_is_enabled", "macie_is_enabled"],
    pulumi: ["PB:security-hub-enabled"],
  },
});
