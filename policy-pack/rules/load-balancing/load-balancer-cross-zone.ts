import { LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { where } from "../../shapes/condition";
import { ofKind } from "../../shapes/load-balancer";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "LB-11",
  name: "load-balancer-cross-zone",
  title: "Network and gateway load balancers spread traffic over the targets of all zones",
  why: "Otherwise a zone with few healthy targets gets as much traffic as one with many.",
  fix: "Set enableCrossZoneLoadBalancing to true; traffic between zones is charged for.",
  severity: "low",
  enforcement: "advisory",
  types: LOAD_BALANCERS,
  // Application load balancers do so always.
  resource: where(ofKind("network", "gateway"), oneOf("enableCrossZoneLoadBalancing", [true], false)),
  references: {
    nist80053: ["CP-10", "SC-36", "SC-5(2)"],
    wellArchitected: ["REL10-BP01", "PERF04-BP04"],
    checkov: ["CKV_AWS_152"],
    awsConfig: ["nlb-cross-zone-load-balancing-enabled"],
    prowler: ["elbv2_cross_zone_load_balancing_enabled"],
    pulumi: ["PB:lb-cross-zone-load-balancing"],
  },
});
