import { INSTANCES } from "../../aws/instances";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { notApplicable, pass, undetermined } from "../../verdict/outcome";

/** Types that have a link of their own to EBS only when asked; newer ones always have it, and others never. */
const ON_REQUEST = new Set([
  "c1.xlarge",
  ...["c3.xlarge", "c3.2xlarge", "c3.4xlarge"],
  "g2.2xlarge",
  ...["i2.xlarge", "i2.2xlarge", "i2.4xlarge"],
  ...["m1.large", "m1.xlarge", "m2.2xlarge", "m2.4xlarge", "m3.xlarge", "m3.2xlarge"],
  ...["r3.xlarge", "r3.2xlarge", "r3.4xlarge"],
]);

export const control = defineControl({
  id: "EC2-21",
  name: "instance-ebs-optimized",
  title: "Instances of older types are optimised for EBS",
  why: "Their disks share the network with everything else, and slow down when it is busy.",
  fix: "Set ebsOptimized to true, or better, move to a type of a current generation, which always is.",
  severity: "low",
  enforcement: "advisory",
  types: INSTANCES,
  resource: (subject) => {
    const type = subject.props.at("instanceType");
    if (known(subject.props.at("ebsOptimized").boolean()) === true) return pass;
    if (type.isUnknown) return undetermined(type);
    return ON_REQUEST.has(known(type.string()) ?? "")
      ? oneOf("ebsOptimized", [true], false)(subject)
      : notApplicable("The type is always optimised for EBS, or cannot be");
  },
  references: {
    nist80053: ["CP-9", "SI-12"],
    wellArchitected: ["PERF03-BP02"],
    checkov: ["CKV_AWS_135"],
    cdkNag: ["EC2EBSOptimizedInstance"],
    awsConfig: ["ebs-optimized-instance"],
    pulumi: ["PB:ec2-ebs-optimized-required"],
  },
});
