import * as assert from "node:assert/strict";

import type { WireObject } from "../../simulator/wire";
import { accountOf, type Made } from "./lab";
import { text } from "./text";

const types = {
  topic: "aws:sns/topic:Topic",
  subscription: "aws:sns/topicSubscription:TopicSubscription",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  composite: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
  mute: "aws:cloudwatch/alarmMuteRule:AlarmMuteRule",
  dashboard: "aws:cloudwatch/dashboard:Dashboard",
  query: "aws:cloudwatch/queryDefinition:QueryDefinition",
  detector: "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector",
  insight: "aws:cloudwatch/contributorInsightRule:ContributorInsightRule",
  group: "aws:xray/group:Group",
  sampling: "aws:xray/samplingRule:SamplingRule",
  bucket: "aws:s3/bucket:Bucket",
  object: "aws:s3/bucketObjectv2:BucketObjectv2",
  pool: "aws:cognito/identityPool:IdentityPool",
  poolRoles: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
  appMonitor: "aws:rum/appMonitor:AppMonitor",
  canary: "aws:synthetics/canary:Canary",
  logPolicy: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
  destination: "aws:xray/traceSegmentDestination:TraceSegmentDestination",
} as const;

const alarm = {
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  metricName: "Errors",
  namespace: "Shop",
  period: 60,
  statistic: "Sum",
  threshold: 0,
};

const sampling = {
  ...{ fixedRate: 0.05, host: "*", httpMethod: "*", priority: 10, reservoirSize: 1, resourceArn: "*" },
  ...{ serviceName: "*", serviceType: "*", urlPath: "*", version: 1 },
};

describe("simulated watching", () => {
  it("gives ids and ARNs in AWS's formats", async () => {
    const make = accountOf(types);
    const topic = await make("topic", { name: "page" });
    const subscription = await make("subscription", {
      topic: topic.id,
      protocol: "email",
      endpoint: "team@example.com",
    });
    assert.match(subscription.id, /^arn:aws:sns:eu-west-1:123456789012:page:[0-9a-f-]{36}$/);
    assert.equal(subscription.outputs.pendingConfirmation, true);
    await make("alarm", { ...alarm, name: "errors" });
    const composite = await make("composite", { alarmName: "unwell", alarmRule: 'ALARM("errors")' });
    assert.equal(composite.outputs.arn, "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:unwell");
    const dashboard = await make("dashboard", { dashboardName: "shop", dashboardBody: '{"widgets":[]}' });
    assert.equal(dashboard.outputs.dashboardArn, "arn:aws:cloudwatch::123456789012:dashboard/shop");
    const query = await make("query", { name: "shop/errors", queryString: "fields @message" });
    assert.equal(query.outputs.queryDefinitionId, query.id);
    const detector = await make("detector", {
      enabled: true,
      logGroupArnLists: ["arn:aws:logs:eu-west-1:123456789012:log-group:/shop"],
    });
    assert.match(detector.id, /^arn:aws:logs:eu-west-1:123456789012:anomaly-detector:/);
    const insight = await make("insight", { ruleName: "top", ruleDefinition: "{}" });
    assert.equal(insight.outputs.resourceArn, "arn:aws:cloudwatch:eu-west-1:123456789012:insight-rule/top");
    const group = await make("group", { groupName: "shop", filterExpression: "fault" });
    assert.match(group.id, /^arn:aws:xray:eu-west-1:123456789012:group\/shop\//);
    const rule = await make("sampling", { ...sampling, ruleName: "shop" });
    assert.equal(rule.outputs.arn, "arn:aws:xray:eu-west-1:123456789012:sampling-rule/shop");
  });

  it("refuses a composite or a mute of alarms that are not there", async () => {
    const make = accountOf(types);
    await make("alarm", { ...alarm, name: "errors" });
    await assert.rejects(
      make("composite", { alarmName: "unwell", alarmRule: 'ALARM("errors") OR ALARM("gone")' }),
      /alarms \[gone\] do not exist/,
    );
    const suppressor = { alarm: "gone", extensionPeriod: 60, waitPeriod: 60 };
    await assert.rejects(
      make("composite", { alarmName: "x", alarmRule: 'ALARM("errors")', actionsSuppressor: suppressor }),
      /gone/,
    );
    const rule = { schedule: { expression: "cron(0 3 * * sun)", duration: "PT1H" } };
    await make("mute", { name: "night", rule, muteTargets: { alarmNames: ["errors"] } });
    await assert.rejects(make("mute", { name: "x", rule, muteTargets: { alarmNames: ["gone"] } }), /gone/);
  });

  it("refuses what AWS does not understand", async () => {
    const make = accountOf(types);
    const topic = await make("topic", { name: "page" });
    await assert.rejects(
      make("subscription", { topic: topic.id, protocol: "https", endpoint: "http://example.com" }),
      /address of its protocol/,
    );
    await assert.rejects(
      make("subscription", { topic: topic.id, protocol: "pager", endpoint: "x" }),
      /pager/,
    );
    await assert.rejects(make("dashboard", { dashboardName: "shop", dashboardBody: "{" }), /JSON/);
    const rule = { schedule: { expression: "cron(0 3 * * ? *)", duration: "1h" } };
    await assert.rejects(make("mute", { name: "night", rule }), /five fields/);
    await assert.rejects(make("sampling", { ...sampling, ruleName: "r", fixedRate: 2 }), /0 to 1/);
    await assert.rejects(make("group", { groupName: "g".repeat(33), filterExpression: "" }), /32 characters/);
  });

  it("visits by a program in a bucket that is there, as often as AWS does", async () => {
    const make = accountOf(types);
    const bucket = await make("bucket", { bucket: "shop-canary" });
    const program = { bucket: bucket.id, key: "canary.zip", contentBase64: "UEsFBg==" };
    const object = await make("object", program);
    assert.equal(object.id, "shop-canary/canary.zip");
    await assert.rejects(make("object", { ...program, key: "other", contentBase64: "no base64" }), /base64/);
    const canary = {
      ...{ name: "shop", runtimeVersion: "syn-nodejs-puppeteer-15.0", handler: "index.handler" },
      ...{ artifactS3Location: "s3://shop-canary", s3Bucket: bucket.id, s3Key: "canary.zip" },
      ...{ executionRoleArn: "arn:aws:iam::123456789012:role/canary" },
    };
    const schedule = { expression: "rate(5 minutes)" };
    const made = await make("canary", { ...canary, schedule, startCanary: true });
    assert.equal(made.outputs.arn, "arn:aws:synthetics:eu-west-1:123456789012:canary:shop");
    assert.equal(made.outputs.status, "RUNNING");
    const refused = (more: WireObject): Promise<Made> =>
      make("canary", { ...canary, schedule, name: "other", ...more });
    await assert.rejects(refused({ schedule: { expression: "rate(1 minutes)" } }), /rate/);
    await assert.rejects(refused({ name: "Other" }), /small letters/);
    await assert.rejects(refused({ runtimeVersion: "nodejs22.x" }), /runtime/);
    await assert.rejects(refused({ s3Bucket: "gone" }), /gone/);
  });

  it("measures users as guests of a pool that is there, and a share of them that there can be", async () => {
    const make = accountOf(types);
    const pool = await make("pool", { identityPoolName: "shop", allowUnauthenticatedIdentities: true });
    assert.match(pool.id, /^eu-west-1:[0-9a-f-]{36}$/);
    assert.equal(pool.outputs.arn, `arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/${pool.id}`);
    assert.equal(pool.outputs.allowClassicFlow, false);
    await assert.rejects(make("pool", { identityPoolName: "shop/dev" }), /letters, digits/);
    const roles = { unauthenticated: "arn:aws:iam::123456789012:role/guest" };
    const attached = await make("poolRoles", { identityPoolId: pool.id, roles });
    assert.equal(attached.id, pool.id);
    await assert.rejects(make("poolRoles", { identityPoolId: "eu-west-1:gone", roles }), /gone/);
    await assert.rejects(
      make("poolRoles", { identityPoolId: pool.id, roles: { guest: "" } }),
      /unauthenticated/,
    );
    const configuration = { sessionSampleRate: 0.1, telemetries: ["errors", "http"] };
    const monitor = await make("appMonitor", { name: "shop", appMonitorConfiguration: configuration });
    assert.equal(monitor.outputs.arn, "arn:aws:rum:eu-west-1:123456789012:appmonitor/shop");
    assert.match(text(monitor.outputs.appMonitorId), /^[0-9a-f-]{36}$/);
    const refused = (more: WireObject, name = "other"): Promise<Made> =>
      make("appMonitor", { name, appMonitorConfiguration: { ...configuration, ...more } });
    await assert.rejects(refused({ sessionSampleRate: 10 }), /from 0 to 1/);
    await assert.rejects(refused({ telemetries: ["clicks"] }), /telemetries/);
    await assert.rejects(refused({}, "shop"), /unique/);
    await assert.rejects(refused({}, ".shop"), /dot/);
  });

  it("sends traces to logs only where X-Ray may write the log of spans", async () => {
    const make = accountOf(types);
    await assert.rejects(make("destination", { destination: "CloudWatchLogs" }), /PutLogEvents/);
    const statement = {
      Effect: "Allow",
      Principal: { Service: "xray.amazonaws.com" },
      Action: "logs:PutLogEvents",
      Resource: "arn:aws:logs:eu-west-1:123456789012:log-group:aws/spans:*",
    };
    const policyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    await make("logPolicy", { policyName: "traces", policyDocument });
    assert.equal((await make("destination", { destination: "CloudWatchLogs" })).id, "eu-west-1");
    await assert.rejects(make("destination", { destination: "Kafka" }), /Kafka/);
  });
});
