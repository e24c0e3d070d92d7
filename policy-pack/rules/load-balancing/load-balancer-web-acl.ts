import { LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { eachPublicBalancer } from "../../shapes/load-balancer";
import { hasWebAcl } from "../../shapes/web-acl";

export const control = defineControl({
  id: "LB-12",
  name: "load-balancer-web-acl",
  title: "Public application load balancers have a web ACL in front of them",
  why: "Whatever is public is probed for known weaknesses day and night.",
  fix: "Add an aws.wafv2.WebAclAssociation with the load balancer's ARN.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { severity: "high", enforcement: "mandatory" },
  },
  types: LOAD_BALANCERS,
  stack: eachPublicBalancer(hasWebAcl),
  references: {
    securityHub: ["ELB.16"],
    nist80053: ["AC-4(21)", "SC-7", "SI-4"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV2_AWS_28"],
    cdkNag: ["ALBWAFEnabled"],
    awsConfig: ["alb-waf-enabled"],
    prowler: ["elbv2_waf_acl_attached"],
    pulumi: ["PB:load-balancer-waf-association", "PB:elb-waf-enabled"],
  },
});
