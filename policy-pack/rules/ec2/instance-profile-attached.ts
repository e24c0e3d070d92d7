import { INSTANCES, leavesToTemplate, SPOT_REQUESTS, TEMPLATE_DECIDES } from "../../aws/instances";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";

export const control = defineControl({
  id: "EC2-23",
  name: "instance-profile-attached",
  title: "Instances have an instance profile",
  why: "Without a role, programs on the instance end up with long-lived keys in files.",
  fix: "Set iamInstanceProfile to an aws.iam.InstanceProfile whose role has what the programs need.",
  severity: "medium",
  enforcement: "advisory",
  types: [...INSTANCES, ...SPOT_REQUESTS],
  resource: (subject) =>
    leavesToTemplate(subject.props, "iamInstanceProfile")
      ? TEMPLATE_DECIDES
      : present("iamInstanceProfile")(subject),
  references: {
    cis3: ["1.18"],
    nist80053: ["AC-3", "AC-6", "IA-5"],
    wellArchitected: ["SEC02-BP02", "SEC03-BP02"],
    checkov: ["CKV2_AWS_41"],
    cdkNag: ["EC2InstanceProfileAttached"],
    awsConfig: ["ec2-instance-profile-attached"],
    prowler: ["ec2_instance_profile_attached"],
    pulumi: ["PB:ec2-iam-profile-required"],
  },
});
