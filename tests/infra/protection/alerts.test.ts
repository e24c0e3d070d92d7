import * as assert from "node:assert/strict";

import { Alerts, type AlertsArgs } from "../../../infra/protection";
import { accountAlerts } from "../../../infra/protection/alert-patterns";
import { type Simulation, simulate } from "../../../simulator/mocks";
import type { PatternPart } from "../../../infra/monitoring/event-entry";
import { text } from "../../simulator/text";
import { idleFields, isMeant } from "../monitoring/pattern";

const breakGlassRoleArn = "arn:aws:iam::111122223333:role/account-break-glass";
const args: AlertsArgs = {
  scope: { environment: "account", accountId: "111122223333", region: "eu-west-1" },
  regions: ["eu-west-1", "eu-central-1"],
  emails: ["security@example.com"],
  forwarded: [],
  breakGlassRoleArn,
  more: [],
  criticality: "critical",
  owner: "platform",
};

const ruleType = "aws:cloudwatch/eventRule:EventRule";
const targetType = "aws:cloudwatch/eventTarget:EventTarget";

/** What CloudTrail tells of a call. */
const call = (service: string, eventName: string, more: object = {}): object => ({
  source: `aws.${service}`,
  "detail-type": "AWS API Call via CloudTrail",
  detail: { eventName, ...more },
});

const finding = (source: string, detailType: string, detail: object): object => ({
  source,
  "detail-type": detailType,
  detail,
});

const ofHub = { RecordState: "ACTIVE", Severity: { Label: "CRITICAL" }, Workflow: { Status: "NEW" } };

/** What is told, by an event in the form of AWS's references, 2026-11. */
const told: readonly (readonly [what: string, event: object, word: string])[] = [
  [
    "the emergency role that is taken",
    call("sts", "AssumeRole", { requestParameters: { roleArn: breakGlassRoleArn } }),
    "glass-broken",
  ],
  ["a trail that is stopped", call("cloudtrail", "StopLogging"), "trail-changed"],
  ["a trail that records less", call("cloudtrail", "PutEventSelectors"), "trail-changed"],
  ["a recorder that is stopped", call("config", "StopConfigurationRecorder"), "recorder-stopped"],
  ["a detector that is deleted", call("guardduty", "DeleteDetector"), "detection-off"],
  ["Security Hub switched off", call("securityhub", "DisableSecurityHub"), "detection-off"],
  ["a key that is to be deleted", call("kms", "ScheduleKeyDeletion"), "key-going"],
  ["alarms that act no more", call("monitoring", "DisableAlarmActions"), "alarms-muted"],
  ["a lock taken off a vault", call("backup", "DeleteBackupVaultLockConfiguration"), "lock-removed"],
  ["a lock on objects that is changed", call("s3", "PutBucketObjectLockConfiguration"), "lock-removed"],
  ["the account's block that is taken away", call("s3", "DeleteAccountPublicAccessBlock"), "block-removed"],
  [
    "the root user at the console",
    {
      source: "aws.signin",
      "detail-type": "AWS Console Sign In via CloudTrail",
      detail: { eventName: "ConsoleLogin", userIdentity: { type: "Root" } },
    },
    "root-user",
  ],
  [
    "a key that anybody can read",
    finding("aws.health", "AWS Health Event", { eventTypeCode: "AWS_RISK_CREDENTIALS_EXPOSED" }),
    "exposed-key",
  ],
  ["a threat", finding("aws.guardduty", "GuardDuty Finding", { severity: 7 }), "threat"],
  [
    "a finding",
    finding("aws.securityhub", "Security Hub Findings - Imported", { findings: [ofHub] }),
    "finding",
  ],
  [
    "sensitive data",
    finding("aws.macie", "Macie Finding", { severity: { description: "High" } }),
    "sensitive-data",
  ],
];

describe("alerts of an account", () => {
  let simulation: Simulation;
  before(async () => {
    simulation = simulate({ accountId: "111122223333" });
    await simulation.run(() => new Alerts("alerts", args));
  });

  it("listen in every guarded Region and in that of services without Regions", () => {
    const words = accountAlerts(breakGlassRoleArn).map(({ word }) => word);
    const rules = simulation.ofType(ruleType);
    for (const region of ["eu-west-1", "eu-central-1", "us-east-1"]) {
      const here = rules.filter(({ inputs }) => inputs.region === region);
      assert.deepEqual(
        here.map(({ inputs }) => inputs.name),
        words.map((word) => `account-${word}`),
        region,
      );
    }
    assert.equal(rules.length, 3 * words.length);
  });

  it("bring everything home, where it is told on the encrypted topic", () => {
    const topic = simulation.resource("aws:sns/topic:Topic", "alerts");
    assert.equal(topic.inputs.kmsMasterKeyId, simulation.resource("aws:kms/key:Key", "alerts").outputs.arn);
    const bus = "arn:aws:events:eu-west-1:111122223333:event-bus/default";
    for (const { name, inputs } of simulation.ofType(targetType)) {
      const home = inputs.region === "eu-west-1";
      const expected =
        inputs.targetId === "ops-item" ? "arn:aws:ssm:eu-west-1:111122223333:opsitem" : topic.outputs.arn;
      assert.equal(inputs.arn, home ? expected : bus, name);
    }
  });

  it("forward with a role that may put events on that one bus", () => {
    const { policy } = simulation.inputsOf("aws:iam/rolePolicy:RolePolicy", "alerts-forward");
    assert.deepEqual(JSON.parse(text(policy)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ForwardHome",
          Effect: "Allow",
          Action: ["events:PutEvents"],
          Resource: ["arn:aws:events:eu-west-1:111122223333:event-bus/default"],
        },
      ],
    });
  });

  const meant = (event: object): readonly string[] =>
    accountAlerts(breakGlassRoleArn)
      .filter(({ pattern }) => isMeant(pattern as PatternPart, event))
      .map(({ word }) => word);

  it("tell of the emergency role's use, and no other role's", () => {
    const taken = (roleArn: string) => call("sts", "AssumeRole", { requestParameters: { roleArn } });
    assert.deepEqual(meant(taken(breakGlassRoleArn)), ["glass-broken"]);
    assert.deepEqual(meant(taken("arn:aws:iam::111122223333:role/account-operator")), []);
  });

  for (const [what, event, word] of told) {
    it(`tell of ${what}`, () => {
      assert.deepEqual(meant(event), [word]);
      const alert = accountAlerts(breakGlassRoleArn).find((each) => each.word === word);
      assert.ok(alert !== undefined);
      const idle = idleFields(alert.pattern as PatternPart, event);
      // The root user is told of wherever, and whatever it does; of all others every field decides.
      assert.deepEqual(idle, word === "root-user" ? ["source", "detail.eventName"] : []);
    });
  }

  it("tell of everything that they know, by a sample each", () => {
    const words = accountAlerts(breakGlassRoleArn).map((alert) => alert.word);
    assert.deepEqual([...new Set(told.map(([, , word]) => word))].sort(), [...words].sort());
  });

  it("keep silent of what is no trouble", () => {
    for (const event of [
      call("cloudtrail", "DescribeTrails"),
      call("monitoring", "EnableAlarmActions"),
      call("kms", "EnableKey"),
      finding("aws.guardduty", "GuardDuty Finding", { severity: 6.9 }),
      finding("aws.macie", "Macie Finding", { severity: { description: "Medium" } }),
      finding("aws.securityhub", "Security Hub Findings - Imported", {
        findings: [
          { RecordState: "ACTIVE", Severity: { Label: "HIGH" }, Workflow: { Status: "SUPPRESSED" } },
        ],
      }),
    ])
      assert.deepEqual(meant(event), [], JSON.stringify(event));
  });

  it("fit into what EventBridge takes as a pattern", () => {
    for (const { word, pattern } of accountAlerts(breakGlassRoleArn)) {
      assert.ok(JSON.stringify(pattern).length <= 2048, word);
    }
  });

  it("let nobody publish without TLS", () => {
    const { policy } = simulation.inputsOf("aws:sns/topicPolicy:TopicPolicy", "alerts");
    const { Statement } = JSON.parse(text(policy)) as { Statement: { Sid: string; Effect: string }[] };
    assert.equal(Statement.find(({ Sid }) => Sid === "TlsAlone")?.Effect, "Deny");
  });

  it("wait for a fortnight in their own Region where nobody could be told, under a key of their own", () => {
    const queues = simulation.ofType("aws:sqs/queue:Queue");
    const byRegion = new Map(queues.map((queue) => [queue.inputs.region, queue]));
    assert.deepEqual([...byRegion.keys()].sort(), ["eu-central-1", "eu-west-1", "us-east-1"]);
    for (const { name, inputs } of simulation.ofType(targetType)) {
      const arn = byRegion.get(inputs.region)?.outputs.arn;
      assert.ok(arn !== undefined);
      assert.deepEqual(inputs.deadLetterConfig, { arn }, name);
    }
    for (const { name, inputs } of queues) {
      assert.equal(inputs.messageRetentionSeconds, 1_209_600);
      assert.equal(inputs.kmsMasterKeyId, simulation.resource("aws:kms/key:Key", name).outputs.arn);
    }
  });

  it("make work of it by an alarm in the same Region, which needs no event to reach anybody", () => {
    const alarms = simulation.ofType("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.equal(alarms.length, 3);
    const topic = simulation.resource("aws:sns/topic:Topic", "alerts").outputs.arn;
    for (const { inputs } of alarms) {
      const region = text(inputs.region);
      const opsItem = `arn:aws:ssm:${region}:111122223333:opsitem:1#CATEGORY=Security`;
      assert.deepEqual(inputs.alarmActions, region === "eu-west-1" ? [topic, opsItem] : [opsItem]);
    }
  });
});
