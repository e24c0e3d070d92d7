import type { Runbook } from "../runbook";
import { approve, call, insist, textOutput, unlessDryRun, wait } from "../step";
import { reviewed } from "./parameters";

/** Role in which Fault Injection Service finds out about alarms; AWS makes it once in an account. */
const serviceRole = "AWSServiceRoleForFIS";

/** Runbooks that break something on purpose. */
export const gameDayRunbooks: readonly Runbook[] = [
  {
    id: "hold-game-day",
    title: "Hold a game day",
    purpose:
      "Inject a fault while people are there to see what alarms, runbooks and the platform itself make of it, or look at one that was stopped",
    ...{ runner: "platform-owner", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [
      { kind: "alarm" },
      {
        kind: "occasion",
        when: "The environment has changed much, an experiment that was stopped is repeated, or it is the first one: beforehand, somebody has called `aws iam create-service-linked-role --aws-service-name fis.amazonaws.com` once in the account",
      },
    ],
    parameters: {
      Experiment: {
        type: "String",
        says: "Experiment, by the id of its template: output `experimentTemplateIds` of the environment's stack. It has to be one of `platform:operations.gameDays`, since all others may do nothing",
        pattern: "^EXT[A-Za-z0-9]{1,61}$",
      },
    },
    steps: [
      insist(
        "checkServiceRole",
        "Make sure that the service may see alarms: without its role no alarm could stop it",
        "iam.GetRole",
        { inputs: { RoleName: serviceRole }, selector: "$.Role.RoleName", wanted: [serviceRole] },
      ),
      call("lookAtExperiment", "See what the experiment does", "fis.GetExperimentTemplate", {
        inputs: { id: "{{ Experiment }}" },
        outputs: [textOutput("Description", "$.experimentTemplate.description")],
      }),
      ...unlessDryRun("approve"),
      approve("A fault is injected; alarms will fire, and stop it where users suffer"),
      call("begin", "Begin the experiment", "fis.StartExperiment", {
        inputs: { experimentTemplateId: "{{ Experiment }}", clientToken: "{{ automation:EXECUTION_ID }}" },
        outputs: [textOutput("Run", "$.experiment.id")],
      }),
      wait("waitForEnd", "Wait until it has ended by itself", "fis.GetExperiment", {
        inputs: { id: "{{ begin.Run }}" },
        ...{ selector: "$.experiment.state.status", wanted: ["completed"], seconds: 3600 },
      }),
    ],
    expected:
      "The fault was injected, alarms told of it or had no reason to, and all is well again by itself; what is not becomes work. Its log is `/aws/vendedlogs/<environment>/fis/game-days`",
    lastChanged: reviewed,
  },
];
