import {
  INSTANCES,
  LAUNCH_CONFIGURATIONS,
  LAUNCH_TEMPLATES,
  leavesToTemplate,
  TEMPLATE_DECIDES,
} from "../../aws/instances";
import { defineControl } from "../../registry/control";
import { byType, oneOf } from "../../shapes/property";

const [INSTANCE = "", TEMPLATE = "", CONFIGURATION = ""] = [
  ...INSTANCES,
  ...LAUNCH_TEMPLATES,
  ...LAUNCH_CONFIGURATIONS,
];

export const control = defineControl({
  id: "EC2-20",
  name: "detailed-monitoring",
  title: "Instances report metrics every minute",
  why: "Metrics of five minutes let alarms and scaling come late.",
  fix: "Set monitoring of the aws.ec2.Instance, or monitoring.enabled of the aws.ec2.LaunchTemplate, to true.",
  severity: "low",
  enforcement: "advisory",
  types: [INSTANCE, TEMPLATE, CONFIGURATION],
  resource: byType({
    [INSTANCE]: (subject) =>
      leavesToTemplate(subject.props, "monitoring")
        ? TEMPLATE_DECIDES
        : oneOf("monitoring", [true], false)(subject),
    [TEMPLATE]: oneOf("monitoring.enabled", [true], false),
    // Unlike the others, launch configurations monitor in detail unless told otherwise.
    [CONFIGURATION]: oneOf("enableMonitoring", [true], true),
  }),
  references: {
    nist80053: ["CA-7", "SI-2", "SI-4"],
    wellArchitected: ["REL06-BP01"],
    checkov: ["CKV_AWS_126"],
    cdkNag: ["AwsSolutions-EC28", "EC2InstanceDetailedMonitoringEnabled"],
    awsConfig: ["ec2-instance-detailed-monitoring-enabled"],
    prowler: ["ec2_instance_detailed_monitoring_enabled"],
    pulumi: ["AG:ec2-instance-detailed-monitoring-enabled", "PB:ec2-monitoring-enabled"],
  },
});
