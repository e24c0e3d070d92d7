import { LISTENERS } from "../../aws/load-balancers";
import { DEFAULT_POLICY, POST_QUANTUM_POLICIES } from "../../aws/tls-policies";
import { defineControl } from "../../registry/control";
import { where } from "../../shapes/condition";
import { ENDS_TLS } from "../../shapes/load-balancer";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "LB-04",
  name: "listener-post-quantum-tls",
  title: "Listeners offer a post-quantum key exchange",
  why: "What is recorded today can be read once quantum computers break today's key exchange.",
  fix: "Set sslPolicy to a policy with PQ in its name; clients that do not know it go on as before.",
  severity: "low",
  // Off until asked for: few organisations have set themselves a date for it.
  enforcement: "disabled",
  types: LISTENERS,
  resource: where(ENDS_TLS, oneOf("sslPolicy", POST_QUANTUM_POLICIES, DEFAULT_POLICY)),
  references: {
    nist80053: ["SC-8", "SC-12", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
    prowler: ["elbv2_listener_pqc_tls_enabled"],
  },
});
