import { GROUPS } from "../../aws/auto-scaling";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ATTACHMENTS = tokens(
  "autoscaling/attachment:Attachment",
  "autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
);
const INLINE = ["targetGroupArns", "loadBalancers", "trafficSources"];

/** Health that is judged by what sends the traffic. */
const BY_TRAFFIC = ["ELB", "VPC_LATTICE"];

function isBalanced(stack: StackIndex, group: StackResource): boolean {
  const inline = INLINE.map((name) => group.props.at(name));
  return (
    inline.some((place) => place.isUnknown || !place.isEmpty) ||
    stack.referrers(group, "autoscalingGroupName", ATTACHMENTS).length > 0
  );
}

function judge(stack: StackIndex, group: StackResource): Outcome {
  if (!isBalanced(stack, group)) return notApplicable("No load balancer sends traffic to the group");
  const place = group.props.at("healthCheckType");
  if (place.isUnknown) return undetermined(place);
  const kinds = (known(place.string()) ?? "EC2").toUpperCase().split(/\s*,\s*/);
  return kinds.some((kind) => BY_TRAFFIC.includes(kind))
    ? pass
    : fail(place, text`the group replaces only instances that stop running; required: "ELB".`);
}

export const control = defineControl({
  id: "ASG-01",
  name: "group-elb-health-check",
  title: "Groups behind a load balancer replace instances that it finds unhealthy",
  why: "Otherwise an instance that runs but does not answer stays in the group for ever.",
  fix: 'Set healthCheckType of the aws.autoscaling.Group to "ELB".',
  severity: "low",
  enforcement: "advisory",
  types: GROUPS,
  stack: (stack) => stack.ofTypes(GROUPS).map((group) => located(group, judge(stack, group))),
  references: {
    securityHub: ["AutoScaling.1"],
    nist80053: ["CA-7", "CP-2(2)", "SI-2"],
    wellArchitected: ["REL11-BP01", "REL07-BP02"],
    checkov: ["CKV2_AWS_15"],
    cdkNag: ["AwsSolutions-AS2", "AutoScalingGroupELBHealthCheckRequired"],
    awsConfig: ["autoscaling-group-elb-healthcheck-required"],
    prowler: ["autoscaling_group_elb_health_check_enabled"],
    pulumi: ["PB:autoscaling-health-checks-enabled"],
  },
});
