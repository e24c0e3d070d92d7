import { TARGET_GROUPS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { where } from "../../shapes/condition";
import { oneOf } from "../../shapes/property";
import { speaking } from "../../shapes/target-group";

export const control = defineControl({
  id: "LB-16",
  name: "target-group-encrypted",
  title: "Load balancers speak TLS with their targets",
  why: "Inside the VPC the request is in the clear again unless the targets end TLS, too.",
  fix: "Set protocol of the target group to HTTPS (application) or TLS (network).",
  severity: "medium",
  // Off until asked for: it needs certificates on every target.
  enforcement: "disabled",
  types: TARGET_GROUPS,
  resource: where(speaking("lambda", "alb"), oneOf("protocol", ["HTTPS", "TLS", "QUIC"])),
  references: {
    securityHub: ["ELB.22"],
    nist80053: ["AC-4", "SC-8", "SC-8(1)", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV_AWS_378"],
  },
});
