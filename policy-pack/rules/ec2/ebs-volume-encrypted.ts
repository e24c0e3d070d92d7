import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import type { AccountDefaultParameters } from "../../shapes/account-default";
import { volumesEncrypted } from "../../shapes/volumes-encrypted";

const VOLUMES = tokens("ebs/volume:Volume");

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-13",
  name: "ebs-volume-encrypted",
  title: "EBS volumes are encrypted",
  why: "A volume or snapshot that gets into other hands can be read without a key.",
  fix: "Set encrypted to true on the aws.ebs.Volume, or turn EBS encryption by default on.",
  severity: "high",
  enforcement: "mandatory",
  types: VOLUMES,
  ...volumesEncrypted(VOLUMES, ({ props }) => [props]),
  references: {
    securityHub: ["EC2.3"],
    cis3: ["2.2.1"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_3", "CKV2_AWS_2"],
    cdkNag: ["AwsSolutions-EC26"],
    awsConfig: ["encrypted-volumes"],
    prowler: ["ec2_ebs_volume_encryption"],
    trivy: ["AWS-0026"],
    pulumi: [
      "AG:encrypted-volumes",
      "CP:ebs-volume-disallow-unencrypted-volume",
      "PB:ebs-volume-disallow-unencrypted-volume",
    ],
  },
});
