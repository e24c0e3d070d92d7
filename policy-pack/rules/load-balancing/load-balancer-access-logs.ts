import { LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { inTurn, where } from "../../shapes/condition";
import { ofKind } from "../../shapes/load-balancer";
import { oneOf, present } from "../../shapes/property";

export const control = defineControl({
  id: "LB-08",
  name: "load-balancer-access-logs",
  title: "Load balancers write access logs to a bucket",
  why: "Access logs are the first place to look when somebody asks who came in.",
  fix: "Set accessLogs with a bucket and enabled true.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: LOAD_BALANCERS,
  resource: where(
    // Gateway load balancers have no access logs.
    ofKind("application", "network"),
    inTurn(oneOf("accessLogs.enabled", [true], false), present("accessLogs.bucket")),
  ),
  references: {
    securityHub: ["ELB.5"],
    nist80053: ["AC-4(26)", "AU-10", "AU-12", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "CA-7", "SI-7(8)"],
    wellArchitected: ["SEC04-BP01", "OPS08-BP02"],
    checkov: ["CKV_AWS_91"],
    cdkNag: ["AwsSolutions-ELB2", "ELBLoggingEnabled"],
    awsConfig: ["elb-logging-enabled", "nlb-logging-enabled"],
    prowler: ["elbv2_logging_enabled"],
    pulumi: [
      "AG:elb-logging-enabled",
      "CP:lb-loadbalancer-enable-access-logging",
      "CP:lb-loadbalancer-configure-access-logging",
      "PB:lb-access-logging",
      "CP:alb-loadbalancer-configure-access-logging",
      "CP:alb-loadbalancer-enable-access-logging",
    ],
  },
});
