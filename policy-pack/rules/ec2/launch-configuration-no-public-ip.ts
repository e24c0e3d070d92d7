import { LAUNCH_CONFIGURATIONS } from "../../aws/instances";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "EC2-08",
  name: "launch-configuration-no-public-ip",
  title: "Launch configurations give instances no public address",
  why: "Every instance of the group would be one open port away from the internet.",
  fix: "Leave out associatePublicIpAddress or set it to false.",
  severity: "high",
  enforcement: "mandatory",
  types: LAUNCH_CONFIGURATIONS,
  // What is left out is the subnet's to decide, which has a control of its own.
  resource: oneOf("associatePublicIpAddress", [false], false),
  references: {
    securityHub: ["AutoScaling.5"],
    nist80053: [
      "AC-21",
      "AC-3",
      "AC-3(7)",
      "AC-4",
      "AC-4(21)",
      "AC-6",
      "CA-9(1)",
      "CM-2",
      "SC-7",
      "SC-7(11)",
      "SC-7(16)",
      "SC-7(20)",
      "SC-7(21)",
      "SC-7(3)",
      "SC-7(4)",
      "SC-7(9)",
    ],
    wellArchitected: ["SEC05-BP01"],
    checkov: ["CKV_AWS_389"],
    cdkNag: ["AutoScalingLaunchConfigPublicIpDisabled"],
    awsConfig: ["autoscaling-launch-config-public-ip-disabled"],
    prowler: ["autoscaling_group_launch_configuration_no_public_ip"],
    trivy: ["AWS-0009"],
    pulumi: [
      "CP:ec2-launchconfiguration-disallow-public-ip",
      "PB:ec2-launch-configuration-disallow-public-ip",
    ],
  },
});
