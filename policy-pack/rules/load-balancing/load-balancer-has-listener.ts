import { LISTENERS, LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { satelliteExists } from "../../shapes/satellite";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "LB-18",
  name: "load-balancer-has-listener",
  title: "Load balancers have a listener",
  why: "A load balancer without a listener does nothing, and is paid for by the hour.",
  fix: "Add an aws.lb.Listener, or remove the load balancer.",
  severity: "low",
  enforcement: "advisory",
  types: LOAD_BALANCERS,
  stack: satelliteExists({
    of: LOAD_BALANCERS,
    types: LISTENERS,
    property: "loadBalancerArn",
    missing: text`no listener belongs to the load balancer.`,
  }),
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["COST04-BP03"],
    prowler: ["elbv2_listeners_underneath"],
  },
});
