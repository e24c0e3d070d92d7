import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });

fixtures("instance-ebs-optimized", {
  pass: {
    "an older type that is optimised": instance({ instanceType: "m3.xlarge", ebsOptimized: true }),
    "a computed type that is optimised": instance({ instanceType: UNKNOWN, ebsOptimized: true }),
  },
  fail: {
    "the first type that could be": instance({ instanceType: "c1.xlarge", ebsOptimized: false }),
    "another older type that is not": instance({ instanceType: "c3.xlarge", ebsOptimized: false }),
    "an older type that is not": instance({ instanceType: "m3.xlarge", ebsOptimized: false }),
  },
  unknown: {
    "a computed type": instance({ instanceType: UNKNOWN }),
    "an older type whose setting is computed": instance({ instanceType: "r3.xlarge", ebsOptimized: UNKNOWN }),
  },
  unset: { "an older type that leaves it out": ["fail", instance({ instanceType: "c3.4xlarge" })] },
  alias: { none: "one token" },
  notApplicable: {
    "a type that always is": instance({ instanceType: "m7g.large", ebsOptimized: false }),
    "an older type that cannot be": instance({ instanceType: "m3.large" }),
    "an instance whose template names the type": instance({ launchTemplate: { id: "lt-1" } }),
  },
});
