import type { Runbook } from "../runbook";
import { approve, call, choose, insist, textOutput, unlessDryRun, wait } from "../step";
import { reviewed } from "./parameters";

const theBalancer = { resourceIdentifier: "{{ LoadBalancer }}" };
const theRun = { planArn: "{{ Plan }}", executionId: "{{ switch.Execution }}" };

/** Runbooks that move an environment's traffic. */
export const regionRunbooks: readonly Runbook[] = [
  {
    id: "drain-zone",
    title: "Drain a zone, and undo it",
    purpose: "Move traffic away from a zone that is unwell for some hours, or let it come back",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      LoadBalancer: {
        type: "String",
        says: "Load balancer, by its ARN",
        pattern:
          "^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer/app/<environment>-.+$",
      },
      Action: { type: "String", says: "Whether to move away or to come back", allowed: ["drain", "undo"] },
      Zone: {
        type: "String",
        says: "Zone to move away from, by its id, such as euw1-az1",
        default: "none",
        pattern: "^none$|^[a-z0-9]+-az[0-9]$",
      },
      Hours: { type: "Integer", says: "Hours after which traffic comes back by itself, 1 to 72", default: 4 },
      Shift: {
        type: "String",
        says: "Shift to undo, by its id",
        default: "none",
        pattern: "^none$|^[0-9a-f-]{36}$",
      },
    },
    steps: [
      insist(
        "checkBalancer",
        "Make sure that the balancer can be moved",
        "arc-zonal-shift.GetManagedResource",
        {
          inputs: theBalancer,
          ...{ selector: "$.arn", wanted: ["{{ LoadBalancer }}"] },
        },
      ),
      ...unlessDryRun("whichWay"),
      choose("whichWay", "Move away or come back", "{{ Action }}", {
        when: { drain: "drain" },
        otherwise: "undo",
      }),
      call("drain", "Move traffic away from the zone", "arc-zonal-shift.StartZonalShift", {
        inputs: {
          ...theBalancer,
          awayFrom: "{{ Zone }}",
          expiresIn: "{{ Hours }}h",
          comment: "Run {{ automation:EXECUTION_ID }}",
        },
        outputs: [textOutput("Shift", "$.zonalShiftId")],
      }),
      insist("checkShift", "Make sure that the shift is in force", "arc-zonal-shift.GetManagedResource", {
        inputs: theBalancer,
        ...{ selector: "$.zonalShifts[0].appliedStatus", wanted: ["APPLIED"], end: true },
      }),
      call("undo", "Let traffic come back", "arc-zonal-shift.CancelZonalShift", {
        inputs: { zonalShiftId: "{{ Shift }}" },
        outputs: [textOutput("Status", "$.status")],
      }),
    ],
    expected:
      "No request goes to the zone until the hours are over, and the other zones carry it all; or all zones serve again",
    lastChanged: reviewed,
  },
  {
    id: "switch-region",
    title: "Switch Region, and return",
    purpose:
      "Let this runbook's own Region take over from the other one, by the plan of whoever stands in: to leave a Region, run it in the other one; to return, in the first",
    ...{ runner: "platform-owner", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Plan: {
        type: "String",
        says: "Region-switch plan, by its ARN: the output regionSwitch of the stack that stands in has it",
        pattern: "^arn:aws[a-z-]*:arc-region-switch::[0-9]{12}:plan/.+$",
      },
      Mode: {
        type: "String",
        says: "Graceful waits until everything has grown; ungraceful goes on with most of it",
        default: "graceful",
        allowed: ["graceful", "ungraceful"],
      },
    },
    steps: [
      call("lookAtPlan", "See what the plan does", "arc-region-switch.GetPlanInRegion", {
        inputs: { arn: "{{ Plan }}" },
        outputs: [
          textOutput("Name", "$.plan.name"),
          { name: "Regions", selector: "$.plan.regions", type: "StringList" },
        ],
      }),
      ...unlessDryRun("approve"),
      approve(
        "Services grow in this Region, and nothing else yet: before the domain is moved, the plan asks again",
      ),
      call("switch", "Begin the switch", "arc-region-switch.StartPlanExecution", {
        inputs: {
          planArn: "{{ Plan }}",
          targetRegion: "{{ global:REGION }}",
          action: "activate",
          mode: "{{ Mode }}",
          comment: "Run {{ automation:EXECUTION_ID }}",
        },
        outputs: [textOutput("Execution", "$.executionId")],
      }),
      wait("waitForSwitch", "Wait until the switch is complete", "arc-region-switch.GetPlanExecution", {
        inputs: theRun,
        ...{
          selector: "$.executionState",
          wanted: ["completed", "completedMonitoringApplicationHealth"],
          seconds: 4 * 3600,
        },
      }),
    ],
    expected:
      "This Region serves once the plan's own question is answered: only whoever has restored the data and tried them answers it",
    lastChanged: reviewed,
  },
];
