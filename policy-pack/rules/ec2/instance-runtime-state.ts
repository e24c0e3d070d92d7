import type { CheckedElsewhere } from "../../registry/control";

export const control: CheckedElsewhere = {
  id: "EC2-33",
  name: "instance-runtime-state",
  title: "Instances are patched, compliant, not too old and not forgotten while stopped",
  why: "An instance that nobody patches or remembers is the one that is broken into.",
  fix: "Patch with Systems Manager, replace old instances, and terminate those that stay stopped.",
  severity: "medium",
  enforcement: "advisory",
  references: {
    securityHub: ["EC2.4", "SSM.2", "SSM.3"],
    nist80053: ["CM-8(3)", "SI-2", "SI-2(2)", "SI-2(3)"],
    wellArchitected: ["SEC06-BP01", "OPS05-BP05"],
    awsConfig: [
      "ec2-stopped-instance",
      "ec2-managedinstance-patch-compliance-status-check",
      "ec2-managedinstance-association-compliance-status-check",
      "ec2-managedinstance-applications-required",
      "ec2-managedinstance-inventory-blacklisted",
      "ec2-managedinstance-platform-check",
    ],
    prowler: [
      "ec2_instance_stopped_older_than_specific_days",
      "ssm_managed_compliant_patching",
      "ec2_instance_older_than_specific_days",
      "ec2_instance_with_outdated_ami",
    ],
  },
  checkedBy:
    "Patches, associations, age and run state exist at run time only: AWS Config rules ec2-managedinstance-patch-compliance-status-check, ec2-managedinstance-association-compliance-status-check and ec2-stopped-instance, or Security Hub SSM.2, SSM.3 and EC2.4.",
};
