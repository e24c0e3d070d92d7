import type { CheckedElsewhere } from "../../registry/control";

export const control: CheckedElsewhere = {
  id: "SM-04",
  name: "secret-rotation-succeeds",
  title: "Rotations succeed, and secrets are used",
  why: "A rotation that fails leaves the old secret, and a secret that nobody reads can only leak.",
  fix: "Repair the rotation function; delete secrets that are not read.",
  severity: "medium",
  enforcement: "advisory",
  references: {
    securityHub: ["SecretsManager.2", "SecretsManager.3"],
    nist80053: ["AC-2", "IA-5"],
    wellArchitected: ["SEC02-BP05"],
    awsConfig: ["secretsmanager-scheduled-rotation-success-check", "secretsmanager-secret-unused"],
    prowler: ["secretsmanager_secret_unused"],
  },
  checkedBy:
    "Both happen at run time only: Security Hub SecretsManager.2 and SecretsManager.3, or the AWS Config rules secretsmanager-scheduled-rotation-success-check and secretsmanager-secret-unused.",
};
