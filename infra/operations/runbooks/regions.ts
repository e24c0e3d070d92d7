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
      "Serve from the other Region while this one is unwell, by the environment's Region-switch plan, and return by the same plan",
    ...{ runner: "platform-owner", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Plan: {
        type: "String",
        says: "Region-switch plan, by its ARN; it has the environment's tag",
        pattern: "^arn:aws[a-z-]*:arc-region-switch::[0-9]{12}:plan/.+$",
      },
      TargetRegion: {
        type: "String",
        says: "Region that is to serve",
        pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]$",
      },
      Mode: {
        type: "String",
        says: "Graceful waits for copies to catch up and loses nothing; ungraceful does not wait",
        default: "graceful",
        allowed: ["graceful", "ungraceful"],
      },
    },
    steps: [
      call("lookAtPlan", "See what the plan does", "arc-region-switch.GetPlan", {
        inputs: { arn: "{{ Plan }}" },
        outputs: [
          textOutput("Name", "$.plan.name"),
          { name: "Regions", selector: "$.plan.regions", type: "StringList" },
        ],
      }),
      ...unlessDryRun("approve"),
      approve(
        "The environment is served from another Region; ungraceful, the last moments of data may be lost",
      ),
      call("switch", "Begin the switch", "arc-region-switch.StartPlanExecution", {
        inputs: {
          planArn: "{{ Plan }}",
          targetRegion: "{{ TargetRegion }}",
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
      "The target Region serves. To return, run it again with the other Region once copies have caught up",
    lastChanged: reviewed,
  },
];
