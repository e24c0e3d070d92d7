import { CLASSIC_LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { fail } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "LB-19",
  name: "classic-load-balancer-not-used",
  title: "Classic load balancers are not used",
  why: "They know no TLS 1.3, no web ACL and no routing by path, and get nothing new.",
  fix: "Use an application or network load balancer: aws.lb.LoadBalancer.",
  severity: "medium",
  enforcement: "advisory",
  types: CLASSIC_LOAD_BALANCERS,
  resource: () =>
    fail("", text`the program has a classic load balancer; required: one of the second generation.`),
  references: {
    nist80053: ["CM-2", "SA-22"],
    wellArchitected: ["PERF04-BP04", "SEC09-BP02"],
    cdkNag: ["AwsSolutions-ELB1"],
  },
});
