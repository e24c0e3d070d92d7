import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { all, oneOf, present } from "../../shapes/property";

export const control = defineControl({
  id: "SFN-01",
  name: "state-machine-logs",
  title: "State machines log their executions",
  why: "Without a log nobody can tell afterwards which step failed, and on what.",
  fix: "Set loggingConfiguration with logDestination and a level of ALL, ERROR or FATAL.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("sfn/stateMachine:StateMachine"),
  resource: all(
    oneOf("loggingConfiguration.level", ["ALL", "ERROR", "FATAL"], "OFF"),
    present("loggingConfiguration.logDestination"),
  ),
  references: {
    securityHub: ["StepFunctions.1"],
    nist80053: ["AU-12", "AU-2", "CA-7", "SI-4"],
    wellArchitected: ["SEC04-BP01", "REL06-BP01"],
    checkov: ["CKV_AWS_285"],
    cdkNag: ["AwsSolutions-SF1"],
    awsConfig: ["step-functions-state-machine-logging-enabled"],
    prowler: ["stepfunctions_statemachine_logging_enabled"],
    trivy: ["AWS-0119"],
  },
});
