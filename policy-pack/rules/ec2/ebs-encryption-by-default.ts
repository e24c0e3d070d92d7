import { defineControl } from "../../registry/control";
import { type Owned, owned, ownedExists } from "../../shapes/ownership";
import { oneOf } from "../../shapes/property";
import { ENCRYPTION_BY_DEFAULT } from "../../shapes/volumes-encrypted";
import { text } from "../../verdict/text";

export const control = defineControl<Owned>({
  id: "EC2-15",
  name: "ebs-encryption-by-default",
  title: "EBS encryption by default is on",
  why: "Volumes that are made by hand or by other tools are then encrypted, too.",
  fix: "Add an aws.ebs.EncryptionByDefault and leave out enabled or set it to true.",
  severity: "medium",
  enforcement: "advisory",
  types: ENCRYPTION_BY_DEFAULT,
  parameters: owned("This stack owns the setting, which a Region of an account has once: it must be there."),
  resource: oneOf("enabled", [true], true),
  stack: ownedExists(
    ENCRYPTION_BY_DEFAULT,
    text`this stack owns EBS encryption by default and does not set it.`,
  ),
  references: {
    securityHub: ["EC2.7"],
    cis3: ["2.2.1"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_106"],
    awsConfig: ["ec2-ebs-encryption-by-default"],
    prowler: ["ec2_ebs_default_encryption"],
  },
});
