import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const KMS = ["KMS", "KMS_DSSE"];

/** Without a configuration AWS encrypts with keys that it shares among customers; with KMS alone, with its own key for ECR. */
function judge({ props }: Subject): Outcome {
  const configurations = props.at("encryptionConfigurations");
  if (configurations.isUnknown) return undetermined(configurations);
  const [configuration] = configurations.items();
  if (!configuration)
    return fail(configurations, text`no encryption is configured; required: KMS with a key.`);
  const type = configuration.at("encryptionType");
  if (type.isUnknown) return undetermined(type);
  if (!KMS.includes(known(type.string()) ?? "AES256"))
    return fail(type, text`images are encrypted with a key of AWS; required: KMS.`);
  const key = configuration.at("kmsKey");
  return key.isAbsent || known(key.string()) === ""
    ? fail(key, text`no key is named, so AWS's key for ECR is used; required: a key of yours.`)
    : pass;
}

export const control = defineControl({
  id: "ECR-04",
  name: "ecr-repository-customer-key",
  title: "Images are encrypted with a key of yours",
  why: "Access to a key of yours can be limited, watched and taken away.",
  fix: "Set encryptionType KMS and kmsKey in encryptionConfigurations; a repository must be replaced for it.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("ecr/repository:Repository", "ecr/repositoryCreationTemplate:RepositoryCreationTemplate"),
  resource: judge,
  references: {
    securityHub: ["ECR.5"],
    nist80053: ["AU-9", "CA-9(1)", "CM-3(6)", "SC-7(10)", "SC-12(2)", "SC-28"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_136"],
    awsConfig: ["ecr-repository-cmk-encryption-enabled"],
    trivy: ["AWS-0033"],
    pulumi: [
      "CP:ecr-repository-disallow-unencrypted-repository",
      "CP:ecr-repository-configure-customer-managed-key",
      "PB:ecr-repository-configure-customer-managed-key",
    ],
  },
});
