import { LAUNCH_TEMPLATES } from "../../aws/instances";
import { listed } from "../../reading/listed";
import { defineControl } from "../../registry/control";
import type { AccountDefaultParameters } from "../../shapes/account-default";
import { volumesEncrypted } from "../../shapes/volumes-encrypted";

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-10",
  name: "launch-template-volumes-encrypted",
  title: "The volumes of launch templates are encrypted",
  why: "A volume or snapshot that gets into other hands can be read without a key.",
  fix: "Set encrypted in each blockDeviceMappings[].ebs, the root device included, or turn EBS encryption by default on.",
  severity: "high",
  enforcement: "mandatory",
  types: LAUNCH_TEMPLATES,
  ...volumesEncrypted(LAUNCH_TEMPLATES, ({ props }) => {
    const mappings = props.at("blockDeviceMappings");
    // Without mappings the root volume is as the image has it; a mapping without `ebs` makes no volume.
    if (mappings.isEmpty) return [mappings];
    return listed(mappings)
      .map((mapping) => mapping.at("ebs"))
      .filter(({ isAbsent }) => !isAbsent);
  }),
  references: {
    securityHub: ["EC2.181"],
    cis3: ["2.2.1"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    cdkNag: ["AwsSolutions-EC26"],
    awsConfig: ["ec2-launch-templates-ebs-volume-encrypted"],
    trivy: ["AWS-0131"],
    pulumi: [
      "CP:ec2-launchtemplate-disallow-unencrypted-block-device",
      "PB:ec2-launch-template-disallow-unencrypted-block-device",
    ],
  },
});
