import { LAUNCH_CONFIGURATIONS } from "../../aws/instances";
import { listed } from "../../reading/listed";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import type { AccountDefaultParameters } from "../../shapes/account-default";
import { volumesEncrypted } from "../../shapes/volumes-encrypted";

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-11",
  name: "launch-configuration-volumes-encrypted",
  title: "The volumes of launch configurations are encrypted",
  why: "A volume or snapshot that gets into other hands can be read without a key.",
  fix: "Set encrypted in rootBlockDevice and in each of ebsBlockDevices, or turn EBS encryption by default on.",
  severity: "high",
  enforcement: "mandatory",
  types: LAUNCH_CONFIGURATIONS,
  ...volumesEncrypted(LAUNCH_CONFIGURATIONS, ({ props }) => [
    props.at("rootBlockDevice"),
    ...listed(props.at("ebsBlockDevices")).filter(
      (device) => known(device.at("noDevice").boolean()) !== true,
    ),
  ]),
  references: {
    cis3: ["2.2.1"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_8"],
    cdkNag: ["AwsSolutions-EC26"],
    trivy: ["AWS-0008"],
    pulumi: [
      "CP:ec2-launchconfiguration-disallow-unencrypted-block-device",
      "PB:ec2-launch-configuration-disallow-unencrypted-block-device",
      "CP:ec2-launchconfiguration-disallow-unencrypted-root-block-device",
    ],
  },
});
