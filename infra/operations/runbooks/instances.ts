import type { Runbook } from "../runbook";
import {
  api,
  approve,
  call,
  insist,
  listOutput,
  numberOutput,
  textOutput,
  unlessDryRun,
  wait,
} from "../step";
import { instance, reviewed } from "./parameters";
import { waitForInstances } from "./scripts";

const theInstance = { InstanceIds: ["{{ Instance }}"] };
const state = "$.Reservations[0].Instances[0].State.Name";

const isRunning = insist("checkInstance", "Make sure that the instance is there", "ec2.DescribeInstances", {
  inputs: {
    ...theInstance,
    Filters: [{ Name: "tag:Environment", Values: ["<environment>"] }],
  },
  selector: state,
  wanted: ["running", "stopped", "stopping"],
});

const findGroup = call(
  "findGroup",
  "Find the group that it belongs to",
  "autoscaling.DescribeAutoScalingInstances",
  {
    inputs: theInstance,
    outputs: [textOutput("Group", "$.AutoScalingInstances[0].AutoScalingGroupName")],
  },
);

const replaced = {
  kind: "script",
  name: "waitForReplacement",
  says: "Wait until the group has as many healthy instances as it wants",
  source: waitForInstances,
  inputs: { group: "{{ findGroup.Group }}", instance: "{{ Instance }}" },
  outputs: [numberOutput("Ready", "$.Payload.Ready")],
  calls: [api("autoscaling.DescribeAutoScalingGroups")],
} as const;

/** Runbooks of instances in fleets. */
export const instanceRunbooks: readonly Runbook[] = [
  {
    id: "replace-instance",
    title: "Replace an instance",
    purpose: "Have a fleet drain and end an instance that is unwell, and launch another",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: { Instance: instance },
    steps: [
      isRunning,
      findGroup,
      ...unlessDryRun("approve"),
      approve("The instance is drained and ended, with what is on its disks"),
      call("end", "Drain and end it, and launch another", "autoscaling.TerminateInstanceInAutoScalingGroup", {
        inputs: { InstanceId: "{{ Instance }}", ShouldDecrementDesiredCapacity: false },
      }),
      wait("waitUntilEnded", "Wait until it has ended", "ec2.DescribeInstances", {
        inputs: theInstance,
        selector: state,
        wanted: ["terminated"],
        seconds: 3600,
      }),
      replaced,
    ],
    expected: "The instance is gone, and its group has as many healthy instances as it wants",
    lastChanged: reviewed,
  },
  {
    id: "isolate-instance",
    title: "Isolate an instance",
    purpose:
      "Cut an instance off that may be in the wrong hands, keep it and its disks as evidence, and replace it",
    ...{ runner: "security", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Instance: instance,
      IsolationGroup: {
        type: "String",
        says: "Security group without any rule, by its id; it has the environment's tag",
        pattern: "^sg-[0-9a-f]{8,17}$",
      },
    },
    steps: [
      isRunning,
      findGroup,
      ...unlessDryRun("approve"),
      approve("The instance is taken out of service and cut off from everything"),
      call("keep", "Refuse to end it", "ec2.ModifyInstanceAttribute", {
        inputs: { InstanceId: "{{ Instance }}", DisableApiTermination: { Value: true } },
      }),
      call("takeOut", "Take it out of its group, which launches another", "autoscaling.DetachInstances", {
        inputs: {
          ...theInstance,
          AutoScalingGroupName: "{{ findGroup.Group }}",
          ShouldDecrementDesiredCapacity: false,
        },
      }),
      call("cutOff", "Leave it only the group without rules", "ec2.ModifyInstanceAttribute", {
        inputs: { InstanceId: "{{ Instance }}", Groups: ["{{ IsolationGroup }}"] },
      }),
      call("saveDisks", "Save its disks", "ec2.CreateSnapshots", {
        inputs: {
          InstanceSpecification: { InstanceId: "{{ Instance }}" },
          Description: "Evidence of {{ Instance }}, run {{ automation:EXECUTION_ID }}",
          CopyTagsFromSource: "volume",
          TagSpecifications: [
            {
              ResourceType: "snapshot",
              Tags: [{ Key: "Evidence", Value: "{{ Instance }}" }],
            },
          ],
        },
        outputs: [listOutput("Snapshots", "$.Snapshots..SnapshotId")],
      }),
      replaced,
    ],
    expected:
      "The instance runs on, talks to nobody and cannot be ended; its disks are saved; another one serves. Connections that are open already are cut once their tracking ends",
    lastChanged: reviewed,
  },
  {
    id: "patch-now",
    title: "Patch now",
    purpose: "Install critical patches on instances at once, instead of in the next window",
    ...{ runner: "security", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Reboot: {
        type: "String",
        says: "Whether instances restart where a patch asks for it",
        default: "RebootIfNeeded",
        allowed: ["RebootIfNeeded", "NoReboot"],
      },
    },
    steps: [
      {
        kind: "command",
        name: "scan",
        says: "Find out which patches are missing",
        document: "AWS-RunPatchBaseline",
        targets: [{ Key: "tag:Environment", Values: ["<environment>"] }],
        parameters: { Operation: ["Scan"] },
      },
      ...unlessDryRun("approve"),
      approve(
        "Patches are installed on the environment's instances, a tenth at a time, and instances may restart",
      ),
      {
        kind: "command",
        name: "install",
        says: "Install them, on a tenth of the instances at a time, until one fails",
        document: "AWS-RunPatchBaseline",
        targets: [{ Key: "tag:Environment", Values: ["<environment>"] }],
        parameters: { Operation: ["Install"], RebootOption: ["{{ Reboot }}"] },
      },
    ],
    expected:
      "Every instance of the environment has its patches. Containers are patched by a new image: deploy one",
    lastChanged: reviewed,
  },
];
