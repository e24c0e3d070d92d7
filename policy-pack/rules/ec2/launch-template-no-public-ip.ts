import { LAUNCH_TEMPLATES } from "../../aws/instances";
import { listed } from "../../reading/listed";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "EC2-07",
  name: "launch-template-no-public-ip",
  title: "Launch templates give instances no public address",
  why: "Every instance of the group would be one open port away from the internet.",
  fix: "Leave out networkInterfaces[].associatePublicIpAddress or set it to false.",
  severity: "high",
  enforcement: "mandatory",
  types: LAUNCH_TEMPLATES,
  // What is left out is the subnet's to decide, which has a control of its own.
  resource: ({ props }) =>
    listed(props.at("networkInterfaces")).map((networkInterface) => {
      const place = networkInterface.at("associatePublicIpAddress");
      if (place.isUnknown) return undetermined(place);
      const isPublic = known(place.boolean()) === true;
      return isPublic
        ? fail(place, text`the interface gets a public address; required: none.`, networkInterface.path)
        : pass;
    }),
  references: {
    securityHub: ["EC2.25"],
    nist80053: [
      "AC-21",
      "AC-3",
      "AC-3(7)",
      "AC-4",
      "AC-4(21)",
      "AC-6",
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
    checkov: ["CKV_AWS_88"],
    awsConfig: ["ec2-launch-template-public-ip-disabled"],
    prowler: ["ec2_launch_template_no_public_ip"],
    pulumi: ["CP:ec2-launchtemplate-disallow-public-ip", "PB:ec2-launch-template-disallow-public-ip"],
  },
});
