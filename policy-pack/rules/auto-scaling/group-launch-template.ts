import { GROUPS } from "../../aws/auto-scaling";
import { defineControl } from "../../registry/control";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "ASG-04",
  name: "group-launch-template",
  title: "Groups start instances from a launch template",
  why: "Launch configurations have no versions, miss newer features and are closed to new accounts.",
  fix: "Replace launchConfiguration by launchTemplate or mixedInstancesPolicy.",
  severity: "medium",
  enforcement: "advisory",
  types: GROUPS,
  resource: ({ props }) => {
    const old = props.at("launchConfiguration");
    if (!old.isAbsent) return fail(old, text`a launch configuration is used; required: a launch template.`);
    const hasTemplate = ["launchTemplate", "mixedInstancesPolicy"].some((name) => !props.at(name).isAbsent);
    return hasTemplate ? pass : fail("launchTemplate", text`no launch template is set.`);
  },
  references: {
    securityHub: ["AutoScaling.9"],
    nist80053: ["CA-9(1)", "CM-2", "CM-2(2)"],
    wellArchitected: ["REL08-BP04"],
    checkov: ["CKV_AWS_315"],
    awsConfig: ["autoscaling-launch-template"],
    prowler: ["autoscaling_group_using_ec2_launch_template"],
  },
});
