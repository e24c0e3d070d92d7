import { SECRETS } from "../../aws/secrets";
import { defineControl, type Subject } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";
import { type Outcome, undetermined } from "../../verdict/outcome";

const isByOwnKey = customerKey("kmsKeyId");

function replicasByOwnKey(subject: Subject): readonly Outcome[] {
  const replicas = subject.props.at("replicas");
  if (replicas.isUnknown) return [undetermined(replicas)];
  return replicas.items().map((props) => isByOwnKey({ ...subject, props }));
}

export const control = defineControl({
  id: "SM-01",
  name: "secret-customer-key",
  title: "Secrets and their replicas are encrypted with keys of one's own",
  why: "Only the policy of one's own key says who can read, and lets other accounts read where they should.",
  fix: "Set kmsKeyId of the secret and of each replica to an aws.kms.Key.",
  severity: "low",
  enforcement: "advisory",
  types: SECRETS,
  resource: (subject) =>
    [isByOwnKey(subject), ...replicasByOwnKey(subject)].filter(({ verdict }) => verdict !== "pass"),
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_149"],
    cdkNag: ["SecretsManagerUsingKMSKey"],
    awsConfig: ["secretsmanager-using-cmk"],
    trivy: ["AWS-0098"],
    pulumi: [
      "CP:secretsmanager-secret-configure-customer-managed-key",
      "PB:secrets-manager-secret-configure-customer-managed-key",
    ],
  },
});
