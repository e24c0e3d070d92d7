import { LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "LB-09",
  name: "load-balancer-deletion-protection",
  title: "Load balancers are protected against deletion",
  why: "A load balancer that is made anew has another address, and nothing points at it.",
  fix: "Set enableDeletionProtection to true.",
  severity: "medium",
  enforcement: "advisory",
  types: LOAD_BALANCERS,
  resource: oneOf("enableDeletionProtection", [true], false),
  references: {
    securityHub: ["ELB.6"],
    nist80053: ["CA-9(1)", "CM-2", "CM-2(2)", "CM-3", "CM-8(1)", "SC-5(2)"],
    wellArchitected: ["REL08-BP01", "REL02-BP01"],
    checkov: ["CKV_AWS_150"],
    cdkNag: ["ELBDeletionProtectionEnabled"],
    awsConfig: ["elb-deletion-protection-enabled"],
    prowler: ["elbv2_deletion_protection"],
    pulumi: ["AG:elb-deletion-protection-enabled", "PB:elb-deletion-protection"],
  },
});
