import { isScanned, REPOSITORIES } from "../../aws/image-scanning";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly registryScans: boolean;
}

const OWN = "imageScanningConfiguration.scanOnPush";

function judge(stack: StackIndex, repository: StackResource): Outcome {
  const scanned = isScanned(stack, repository);
  if (scanned === undefined) return undetermined(OWN);
  return scanned
    ? pass
    : fail(OWN, text`neither the repository nor the registry scans its images; required: scan on push.`);
}

export const control = defineControl<Parameters>({
  id: "ECR-01",
  name: "ecr-repository-scanned",
  title: "Images are scanned for known weaknesses when they are pushed",
  why: "Otherwise a published weakness is found by whoever attacks first.",
  fix: "Set imageScanningConfiguration.scanOnPush, or add an aws.ecr.RegistryScanningConfiguration.",
  severity: "high",
  enforcement: "mandatory",
  types: REPOSITORIES,
  parameters: {
    registryScans: {
      type: "boolean",
      default: false,
      description: "The registry scans every repository, by a setting outside this stack.",
    },
  },
  stack: (stack, { parameters }) =>
    stack
      .ofTypes(REPOSITORIES)
      .map((repository) => located(repository, parameters.registryScans ? pass : judge(stack, repository))),
  references: {
    securityHub: ["ECR.1"],
    nist80053: ["RA-5", "SI-2"],
    wellArchitected: ["SEC06-BP01", "SEC11-BP02"],
    checkov: ["CKV_AWS_163"],
    awsConfig: ["ecr-private-image-scanning-enabled"],
    prowler: [
      "ecr_registry_scan_images_on_push_enabled",
      "ecr_repositories_scan_images_on_push_enabled",
      "ecr_repositories_scan_vulnerabilities_in_latest_image",
    ],
    trivy: ["AWS-0030"],
    pulumi: [
      "CP:ecr-repository-enable-image-scan",
      "CP:ecr-repository-configure-image-scan",
      "PB:ecr-image-scanning",
    ],
  },
});
