import { ROTATIONS, SECRETS } from "../../aws/secrets";
import { defineControl } from "../../registry/control";
import { satelliteExists } from "../../shapes/satellite";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SM-02",
  name: "secret-rotation",
  title: "Secrets change by themselves",
  why: "A secret that never changes is known to everyone who has ever worked with it.",
  fix: "Add an aws.secretsmanager.SecretRotation; secrets that a service manages, such as RDS, are not in the program and are not asked.",
  severity: "medium",
  enforcement: "advisory",
  types: SECRETS,
  stack: satelliteExists({
    of: SECRETS,
    types: ROTATIONS,
    property: "secretId",
    missing: text`no SecretRotation changes the secret.`,
  }),
  references: {
    securityHub: ["SecretsManager.1"],
    nist80053: ["AC-2", "IA-5", "SC-12"],
    wellArchitected: ["SEC02-BP03", "SEC02-BP05"],
    checkov: ["CKV2_AWS_57"],
    cdkNag: ["AwsSolutions-SMG4", "SecretsManagerRotationEnabled"],
    awsConfig: ["secretsmanager-rotation-enabled-check"],
    prowler: ["secretsmanager_automatic_rotation_enabled"],
    pulumi: ["PB:secrets-manager-rotation-required"],
  },
});
