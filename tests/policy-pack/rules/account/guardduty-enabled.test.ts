import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const detector = (props: object = {}) => aws("guardduty/detector:Detector", { ...props });
const feature = (name: string, status = "ENABLED", additionalConfigurations: unknown = []) =>
  aws("guardduty/detectorFeature:DetectorFeature", {
    ...{ detectorId: ref("detector"), name, status, additionalConfigurations },
  });
const agents = ["ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"];
const agent = (name: string, status = "ENABLED") => ({ name, status });
const runtime = feature(
  "RUNTIME_MONITORING",
  "ENABLED",
  agents.map((name) => agent(name)),
);
const settings = { properties: { owned: true, protections: ["S3_DATA_EVENTS", "RUNTIME_MONITORING"] } };

fixtures("guardduty-enabled", {
  pass: {
    "all agents beside one that is computed": {
      ...{ detector: detector(), s3: feature("S3_DATA_EVENTS") },
      runtime: feature("RUNTIME_MONITORING", "ENABLED", [
        ...agents.map((name) => agent(name)),
        agent(UNKNOWN),
      ]),
    },
    "one detector of two that says so by its former property": {
      first: detector(),
      detector: detector({ datasources: { s3Logs: { enable: true } } }),
      runtime,
    },
    "a detector with its protections": { detector: detector(), s3: feature("S3_DATA_EVENTS"), runtime },
    "a detector that says so by its former property": {
      detector: detector({ enable: true, datasources: { s3Logs: { enable: true } } }),
      runtime,
    },
    "a protection that is off and not asked for": {
      ...{ detector: detector(), s3: feature("S3_DATA_EVENTS"), runtime },
      rds: feature("RDS_LOGIN_EVENTS", "DISABLED"),
    },
  },
  fail: {
    "a stack that owns GuardDuty and has protections without a detector": {
      s3: feature("S3_DATA_EVENTS"),
      runtime,
    },
    "a stack that owns GuardDuty and has none": {},
    "a detector that is off": {
      detector: detector({ enable: false }),
      s3: feature("S3_DATA_EVENTS"),
      runtime,
    },
    "a protection that is off": { detector: detector(), s3: feature("S3_DATA_EVENTS", "DISABLED"), runtime },
    "runtime monitoring without one of the agents": {
      ...{ detector: detector(), s3: feature("S3_DATA_EVENTS") },
      runtime: feature("RUNTIME_MONITORING", "ENABLED", [
        agent("ECS_FARGATE_AGENT_MANAGEMENT"),
        agent("EC2_AGENT_MANAGEMENT", "DISABLED"),
      ]),
    },
    "a protection that is missing": { detector: detector(), runtime },
  },
  unknown: {
    "a protection whose name is computed and which is off": {
      ...{ detector: detector(), s3: feature("S3_DATA_EVENTS"), runtime },
      other: feature(UNKNOWN, "DISABLED"),
    },
    "agents of which one is computed": {
      ...{ detector: detector(), s3: feature("S3_DATA_EVENTS") },
      runtime: feature("RUNTIME_MONITORING", "ENABLED", [
        agent("ECS_FARGATE_AGENT_MANAGEMENT"),
        agent(UNKNOWN),
      ]),
    },
    "a detector whose switch is computed": {
      ...{ detector: detector({ enable: UNKNOWN }), s3: feature("S3_DATA_EVENTS"), runtime },
    },
    "a status that is computed": { detector: detector(), s3: feature("S3_DATA_EVENTS", UNKNOWN), runtime },
    "agents that are computed": {
      ...{ detector: detector(), s3: feature("S3_DATA_EVENTS") },
      runtime: feature("RUNTIME_MONITORING", "ENABLED", UNKNOWN),
    },
    "a protection whose name is computed": { detector: detector(), s3: feature(UNKNOWN), runtime },
  },
  unset: { "a detector without protections": ["fail", { detector: detector() }] },
  alias: {
    "a protection that is off beside a good detector": {
      ...{ detector: detector(), s3: feature("S3_DATA_EVENTS") },
      runtime: feature("RUNTIME_MONITORING", "DISABLED"),
    },
  },
  settings,
});

describe("guardduty-enabled, where another stack owns it", () => {
  it("asks of a detector only that it is on", async () => {
    assert.equal((await judge("guardduty-enabled", { detector: detector() })).verdict, "pass");
    assert.equal(
      (await judge("guardduty-enabled", { detector: detector({ enable: false }) })).verdict,
      "fail",
    );
    assert.equal((await judge("guardduty-enabled", {})).verdict, "nothing");
  });
});

describe("guardduty-enabled, by the former properties of a detector", () => {
  const protections = ["EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION"];
  const datasources = {
    kubernetes: { auditLogs: { enable: true } },
    malwareProtection: { scanEc2InstanceWithFindings: { ebsVolumes: { enable: true } } },
  };

  it("takes each protection for on", async () => {
    const program = { detector: detector({ datasources }) };
    const settings = { properties: { owned: true, protections } };
    assert.equal((await judge("guardduty-enabled", program, settings)).verdict, "pass");
  });
});

describe("guardduty-enabled as it comes", () => {
  it("asks for each protection by its name", async () => {
    const { told } = await judge(
      "guardduty-enabled",
      { detector: detector() },
      { properties: { owned: true } },
    );
    const text = told.map(({ message }) => message).join(" ");
    for (const name of [/\bS3_DATA_EVENTS\b/, /\bEKS_AUDIT_LOGS\b/]) assert.match(text, name);
  });
});
