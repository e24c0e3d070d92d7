import type { Runbook } from "../runbook";
import { approve, call, choose, insist, textOutput, unlessDryRun, wait } from "../step";
import { moment, reviewed } from "./parameters";

const snapshot = "now-{{ automation:EXECUTION_ID }}";
const ofRun = [{ Key: "Runbook", Value: "snapshot-now" }];
const sixHours = 6 * 3600;
const theQueue = { SourceArn: "{{ DeadLetters }}" };
const theReplay = "again-{{ automation:EXECUTION_ID }}";

/** Runbooks of what is kept: snapshots, events and letters. */
export const storeRunbooks: readonly Runbook[] = [
  {
    id: "snapshot-now",
    title: "Take a snapshot now",
    purpose:
      "Save a database, a table or an instance's disks before a risky change, or because a planned backup failed",
    ...{ runner: "on-call", escalation: "data-owner", safe: true, dryRun: true },
    triggers: [
      { kind: "alarm" },
      { kind: "occasion", when: "A change is about to be made that could lose data" },
    ],
    parameters: {
      Kind: {
        type: "String",
        says: "Aurora cluster, database instance, table, or the disks of an EC2 instance",
        allowed: ["cluster", "instance", "table", "disks"],
      },
      Name: {
        type: "String",
        says: "Identifier of the database, name of the table, or id of the EC2 instance",
        pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,254}$",
      },
    },
    steps: [
      choose("whichKind", "Look at what it is", "{{ Kind }}", {
        when: { cluster: "checkCluster", instance: "checkInstance", table: "checkTable" },
        otherwise: "checkDisks",
      }),
      insist("checkCluster", "Make sure that the cluster is there", "rds.DescribeDBClusters", {
        inputs: { DBClusterIdentifier: "{{ Name }}" },
        ...{ selector: "$.DBClusters[0].Status", wanted: ["available"], next: "whetherToAct" },
      }),
      insist("checkInstance", "Make sure that the database is there", "rds.DescribeDBInstances", {
        inputs: { DBInstanceIdentifier: "{{ Name }}" },
        ...{ selector: "$.DBInstances[0].DBInstanceStatus", wanted: ["available"], next: "whetherToAct" },
      }),
      insist("checkTable", "Make sure that the table is there", "dynamodb.DescribeTable", {
        inputs: { TableName: "{{ Name }}" },
        ...{ selector: "$.Table.TableStatus", wanted: ["ACTIVE"], next: "whetherToAct" },
      }),
      insist("checkDisks", "Make sure that the instance is there", "ec2.DescribeInstances", {
        inputs: { InstanceIds: ["{{ Name }}"] },
        ...{ selector: "$.Reservations[0].Instances[0].State.Name", wanted: ["running", "stopped"] },
      }),
      ...unlessDryRun("whichToSave"),
      choose("whichToSave", "Save it by its kind", "{{ Kind }}", {
        when: { cluster: "saveCluster", instance: "saveInstance", table: "saveTable" },
        otherwise: "saveDisks",
      }),
      call("saveCluster", "Take a snapshot of the cluster", "rds.CreateDBClusterSnapshot", {
        inputs: { DBClusterIdentifier: "{{ Name }}", DBClusterSnapshotIdentifier: snapshot, Tags: ofRun },
      }),
      wait("waitForCluster", "Wait until it is complete", "rds.DescribeDBClusterSnapshots", {
        inputs: { DBClusterSnapshotIdentifier: snapshot },
        ...{
          selector: "$.DBClusterSnapshots[0].Status",
          wanted: ["available"],
          seconds: sixHours,
          end: true,
        },
      }),
      call("saveInstance", "Take a snapshot of the database", "rds.CreateDBSnapshot", {
        inputs: { DBInstanceIdentifier: "{{ Name }}", DBSnapshotIdentifier: snapshot, Tags: ofRun },
      }),
      wait("waitForInstance", "Wait until it is complete", "rds.DescribeDBSnapshots", {
        inputs: { DBSnapshotIdentifier: snapshot },
        ...{ selector: "$.DBSnapshots[0].Status", wanted: ["available"], seconds: sixHours, end: true },
      }),
      call("saveTable", "Save the table", "dynamodb.CreateBackup", {
        inputs: { TableName: "{{ Name }}", BackupName: snapshot },
        outputs: [textOutput("Arn", "$.BackupDetails.BackupArn")],
      }),
      wait("waitForTable", "Wait until it is complete", "dynamodb.DescribeBackup", {
        inputs: { BackupArn: "{{ saveTable.Arn }}" },
        selector: "$.BackupDescription.BackupDetails.BackupStatus",
        ...{ wanted: ["AVAILABLE"], seconds: 3600, end: true },
      }),
      call("saveDisks", "Take snapshots of the instance's disks", "ec2.CreateSnapshots", {
        inputs: {
          InstanceSpecification: { InstanceId: "{{ Name }}" },
          Description: "Run {{ automation:EXECUTION_ID }}",
          CopyTagsFromSource: "volume",
        },
        outputs: [textOutput("Snapshot", "$.Snapshots[0].SnapshotId")],
      }),
      wait("waitForDisks", "Wait until the first is complete", "ec2.DescribeSnapshots", {
        inputs: { SnapshotIds: ["{{ saveDisks.Snapshot }}"] },
        ...{ selector: "$.Snapshots[0].State", wanted: ["completed"], seconds: sixHours },
      }),
    ],
    expected:
      "A snapshot exists, encrypted with the same key; nobody deletes it by itself, so delete it when it has served",
    lastChanged: reviewed,
  },
  {
    id: "replay-events",
    title: "Replay events from the archive",
    purpose: "Send events of a time again to one rule, whose consumer lost or mishandled them",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [
      { kind: "alarm" },
      { kind: "occasion", when: "A consumer has handled events wrongly, or a partner's lever is on again" },
    ],
    parameters: {
      Archive: {
        type: "String",
        says: "Archive, by its name",
        pattern: "^<environment>-[A-Za-z0-9_.-]{1,35}$",
      },
      Rule: {
        type: "String",
        says: "Rule that gets the events again, by its ARN; no other rule does",
        pattern: "^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:rule/[A-Za-z0-9_./-]+$",
      },
      From: { type: "String", says: "First moment, in UTC, such as 2026-11-26T08:30:00Z", pattern: moment },
      Until: { type: "String", says: "Last moment, in UTC", pattern: moment },
    },
    steps: [
      call("lookAtArchive", "See what the archive holds", "events.DescribeArchive", {
        inputs: { ArchiveName: "{{ Archive }}" },
        outputs: [
          textOutput("Arn", "$.ArchiveArn"),
          textOutput("Bus", "$.EventSourceArn"),
          { name: "Events", selector: "$.EventCount", type: "Integer" },
        ],
      }),
      ...unlessDryRun("approve"),
      approve("Events of that time are handled again: consumers must know what they have handled"),
      call("replay", "Send the events again to that one rule", "events.StartReplay", {
        inputs: {
          ReplayName: theReplay,
          EventSourceArn: "{{ lookAtArchive.Arn }}",
          EventStartTime: "{{ From }}",
          EventEndTime: "{{ Until }}",
          Destination: { Arn: "{{ lookAtArchive.Bus }}", FilterArns: ["{{ Rule }}"] },
        },
      }),
      wait("waitForReplay", "Wait until all are sent", "events.DescribeReplay", {
        inputs: { ReplayName: theReplay },
        ...{ selector: "$.State", wanted: ["COMPLETED"], seconds: sixHours },
      }),
    ],
    expected: "The rule has got every event of the time again, and its consumer has handled them",
    lastChanged: reviewed,
  },
  {
    id: "redrive-dead-letters",
    title: "Redrive dead letters",
    purpose: "Give messages that could not be handled back to their queue, once the cause is mended",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      DeadLetters: {
        type: "String",
        says: "Dead-letter queue, by its ARN",
        pattern: "^arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:<environment>-[A-Za-z0-9_-]+$",
      },
      QueueUrl: { type: "String", says: "The same queue, by its URL", pattern: "^https://[A-Za-z0-9./_-]+$" },
      PerSecond: { type: "Integer", says: "Messages that are given back in a second, 1 to 500", default: 10 },
    },
    steps: [
      call("lookAtLetters", "See how many there are", "sqs.GetQueueAttributes", {
        inputs: { QueueUrl: "{{ QueueUrl }}", AttributeNames: ["ApproximateNumberOfMessages"] },
        outputs: [textOutput("Letters", "$.Attributes.ApproximateNumberOfMessages")],
      }),
      ...unlessDryRun("approve"),
      approve("Messages are handled again: their consumer must know what it has handled"),
      call("redrive", "Begin to give them back", "sqs.StartMessageMoveTask", {
        inputs: { ...theQueue, MaxNumberOfMessagesPerSecond: "{{ PerSecond }}" },
      }),
      wait("waitForRedrive", "Wait until all are given back", "sqs.ListMessageMoveTasks", {
        inputs: { ...theQueue, MaxResults: 1 },
        ...{ selector: "$.Results[0].Status", wanted: ["COMPLETED"], seconds: sixHours },
      }),
    ],
    expected:
      "The dead-letter queue is empty, and stays empty: what comes back has a cause that is not mended",
    lastChanged: reviewed,
  },
  {
    id: "pull-partner-lever",
    title: "Pull and release a partner's lever",
    purpose:
      "Send a partner nothing while it fails, or is not to be trusted, and send again afterwards; events wait in the archive",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Partner: {
        type: "String",
        says: "Partner, as the catalogue names it",
        pattern: "^[a-z][a-z0-9-]{0,62}$",
      },
      Lever: { type: "String", says: "Whether nothing is sent, or everything", allowed: ["pulled", "on"] },
    },
    steps: [
      call("lookAtLever", "See how the lever stands", "ssm.GetParameter", {
        inputs: { Name: "/<environment>/levers/{{ Partner }}" },
        outputs: [textOutput("Word", "$.Parameter.Value")],
      }),
      ...unlessDryRun("move"),
      call("move", "Move the lever", "ssm.PutParameter", {
        inputs: { Name: "/<environment>/levers/{{ Partner }}", Value: "{{ Lever }}", Overwrite: true },
      }),
      insist("checkLever", "Make sure that it stands so", "ssm.GetParameter", {
        inputs: { Name: "/<environment>/levers/{{ Partner }}" },
        ...{ selector: "$.Parameter.Value", wanted: ["{{ Lever }}"] },
      }),
    ],
    expected:
      "Within a minute the partner's rule is disabled, or enabled; after a release, replay what waits in the archive",
    lastChanged: reviewed,
  },
];
