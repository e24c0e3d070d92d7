import { INSTANCES, leavesToTemplate, SPOT_REQUESTS } from "../../aws/instances";
import { listed } from "../../reading/listed";
import { defineControl } from "../../registry/control";
import type { AccountDefaultParameters } from "../../shapes/account-default";
import { volumesEncrypted } from "../../shapes/volumes-encrypted";

const TYPES = [...INSTANCES, ...SPOT_REQUESTS];

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-09",
  name: "instance-volumes-encrypted",
  title: "The volumes that instances start with are encrypted",
  why: "A volume or snapshot that gets into other hands can be read without a key.",
  fix: "Set encrypted in rootBlockDevice and in each of ebsBlockDevices, or turn EBS encryption by default on.",
  severity: "high",
  enforcement: "mandatory",
  types: TYPES,
  ...volumesEncrypted(TYPES, ({ props }) => [
    ...(leavesToTemplate(props, "rootBlockDevice") ? [] : [props.at("rootBlockDevice")]),
    ...listed(props.at("ebsBlockDevices")),
  ]),
  references: {
    securityHub: ["EC2.3"],
    cis3: ["2.2.1"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_8"],
    cdkNag: ["AwsSolutions-EC26"],
    awsConfig: ["encrypted-volumes"],
    prowler: ["ec2_ebs_volume_encryption"],
    trivy: ["AWS-0131"],
    pulumi: [
      "CP:ec2-instance-disallow-unencrypted-root-block-device",
      "CP:ec2-instance-disallow-unencrypted-block-device",
      "PB:ec2-instance-disallow-unencrypted-root-block-device",
    ],
  },
});
