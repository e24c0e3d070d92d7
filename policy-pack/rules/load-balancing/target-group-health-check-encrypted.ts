import { TARGET_GROUPS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { where } from "../../shapes/condition";
import { oneOf } from "../../shapes/property";
import { speaking } from "../../shapes/target-group";

export const control = defineControl({
  id: "LB-17",
  name: "target-group-health-check-encrypted",
  title: "Health checks speak HTTPS",
  why: "A check over plain HTTP says nothing of whether the targets' TLS works.",
  fix: "Set healthCheck.protocol of the target group to HTTPS.",
  severity: "medium",
  // Off until asked for: it needs certificates on every target.
  enforcement: "disabled",
  types: TARGET_GROUPS,
  // AWS checks over HTTP or TCP unless told.
  resource: where(speaking("lambda"), oneOf("healthCheck.protocol", ["HTTPS"], "HTTP")),
  references: {
    securityHub: ["ELB.21"],
    nist80053: ["AC-4", "SC-8", "SC-8(1)", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
  },
});
