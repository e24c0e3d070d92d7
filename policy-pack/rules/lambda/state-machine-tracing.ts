import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "SFN-02",
  name: "state-machine-tracing",
  title: "State machines are traced",
  why: "A trace shows where the time of an execution goes, across the services that it calls.",
  fix: "Set tracingConfiguration.enabled of the aws.sfn.StateMachine to true.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("sfn/stateMachine:StateMachine"),
  resource: oneOf("tracingConfiguration.enabled", [true], false),
  references: {
    nist80053: ["CA-7", "SI-4"],
    wellArchitected: ["OPS04-BP05", "REL06-BP07"],
    checkov: ["CKV_AWS_284"],
    cdkNag: ["AwsSolutions-SF2"],
    trivy: ["AWS-0117"],
  },
});
