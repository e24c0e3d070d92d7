import * as assert from "node:assert/strict";

import { Detection } from "../../../infra/protection";
import type { DetectionArgs } from "../../../infra/protection/detection-args";
import { churning } from "../../../infra/protection/record-policies";
import { detectionProblems } from "../../../infra/protection/settings";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { text } from "../../simulator/text";

const disabled = {
  standard: "fsbp",
  control: "EC2.10",
  reason: "The network layer decides which endpoints pay for themselves.",
  owner: "platform",
  expires: "2027-03-31",
} as const;

const criterion = (key: string, values: readonly string[]) => ({
  ands: [{ tagCriterion: { comparator: "EQ", tagValues: values.map((value) => ({ key, value })) } }],
});

/** Identifiers of the rules of a pack's template. */
function rulesOf(template: string): readonly string[] {
  const { Resources } = JSON.parse(template) as {
    readonly Resources: Readonly<
      Record<string, { readonly Properties: { readonly Source: { readonly SourceIdentifier: string } } }>
    >;
  };
  return Object.values(Resources).map(({ Properties }) => Properties.Source.SourceIdentifier);
}

/** Actions that a policy allows. */
function actionsOf(policy: string): readonly string[] {
  const { Statement } = JSON.parse(policy) as {
    Statement: readonly { readonly Action: readonly string[] }[];
  };
  return Statement.flatMap(({ Action }) => Action);
}

const args: DetectionArgs = {
  scope: { environment: "account", accountId: "111122223333", region: "eu-west-1" },
  regions: ["eu-west-1", "eu-central-1"],
  criticality: "critical",
  owner: "platform",
  today: "2026-11-26",
  trailLockDays: 365,
  retentionDays: 1095,
  macie: true,
  macieSamplePercent: 5,
  conformancePacks: ["backups", "idle", "tags"],
  remediations: ["close-default-groups", "close-buckets"],
  detective: true,
  disabledControls: [disabled],
  adopt: {},
};

describe("records and detection", () => {
  let simulation: Simulation;
  before(async () => {
    simulation = simulate({ accountId: "111122223333" });
    await simulation.run(() => new Detection("detection", args));
  });

  it("record what is done in every Region, validated, with a key of their own", () => {
    const trail = simulation.inputsOf("aws:cloudtrail/trail:Trail", "detection-records");
    const key = simulation.resource("aws:kms/key:Key", "detection-records");
    assert.equal(trail.isMultiRegionTrail, true);
    assert.equal(trail.enableLogFileValidation, true);
    assert.equal(trail.kmsKeyId, key.outputs.arn);
    assert.equal(simulation.ofType("aws:cloudtrail/trail:Trail").length, 1);
  });

  it("stream it into a log group under the same key, by a role that can write nothing else", () => {
    const trail = simulation.inputsOf("aws:cloudtrail/trail:Trail", "detection-records");
    const log = simulation.resource("aws:cloudwatch/logGroup:LogGroup", "detection-records-log");
    const role = simulation.resource("aws:iam/role:Role", "detection-records-log");
    assert.equal(trail.cloudWatchLogsGroupArn, `${text(log.outputs.arn)}:*`);
    assert.equal(trail.cloudWatchLogsRoleArn, role.outputs.arn);
    assert.equal(
      log.inputs.kmsKeyId,
      simulation.resource("aws:kms/key:Key", "detection-records").outputs.arn,
    );
    const rights = text(simulation.inputsOf("aws:iam/rolePolicy:RolePolicy", "detection-records-log").policy);
    const { Statement } = JSON.parse(rights) as {
      Statement: readonly { readonly Resource: readonly string[] }[];
    };
    assert.deepEqual(
      Statement.flatMap(({ Resource }) => Resource),
      [`${text(log.outputs.arn)}:log-stream:111122223333_CloudTrail_eu-west-1*`],
    );
  });

  it("lock the trail's bucket in governance mode, and not Config's, which could not be written to", () => {
    const [lock, ...others] = simulation.ofType(
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    );
    assert.deepEqual(others, []);
    assert.deepEqual(lock?.inputs.rule, { defaultRetention: { mode: "GOVERNANCE", days: 365 } });
    const trail = simulation.resource("aws:s3/bucket:Bucket", "detection-records-trail");
    assert.equal(lock.inputs.bucket, trail.id);
    assert.equal(trail.inputs.objectLockEnabled, true);
  });

  it("refuse plain HTTP and SSE-C in both buckets", () => {
    const policies = simulation.ofType("aws:s3/bucketPolicy:BucketPolicy");
    assert.equal(policies.length, 2);
    for (const { inputs } of policies)
      assert.ok(text(inputs.policy).includes('"aws:SecureTransport":"false"'));
  });

  it("record once a day what changes with every task, and global types at home alone", () => {
    const recorders = simulation.ofType("aws:cfg/recorder:Recorder");
    assert.equal(recorders.length, 2);
    for (const { inputs } of recorders) {
      assert.deepEqual(inputs.recordingMode, {
        recordingFrequency: "CONTINUOUS",
        recordingModeOverride: {
          description: "Change with every task that starts or stops",
          recordingFrequency: "DAILY",
          resourceTypes: [...churning],
        },
      });
      assert.deepEqual(inputs.recordingGroup, {
        allSupported: true,
        includeGlobalResourceTypes: inputs.region === "eu-west-1",
      });
    }
    for (const type of ["AWS::IAM::Role", "AWS::EC2::SecurityGroup", "AWS::S3::Bucket", "AWS::KMS::Key"]) {
      assert.ok(!churning.includes(type), type);
    }
  });

  it("have one recorder and one delivery channel for each Region, in this order, and then switch on", () => {
    for (const region of args.regions) {
      const recorder = simulation.resource("aws:cfg/recorder:Recorder", `detection-${region}`);
      const channel = simulation.resource("aws:cfg/deliveryChannel:DeliveryChannel", `detection-${region}`);
      const status = simulation.resource("aws:cfg/recorderStatus:RecorderStatus", `detection-${region}`);
      const hub = simulation.resource("aws:securityhub/account:Account", `detection-${region}`);
      assert.ok(channel.dependencies.includes(recorder.urn));
      assert.ok(status.dependencies.includes(channel.urn));
      assert.ok(hub.dependencies.includes(status.urn), "Security Hub finds nothing without Config");
    }
  });

  it("prove the periodicity of credentials, once", () => {
    const rules = simulation
      .ofType("aws:cfg/rule:Rule")
      .filter(({ inputs }) => inputs.maximumExecutionFrequency !== undefined);
    assert.equal(rules.length, 7);
    for (const { inputs } of rules) assert.equal(inputs.region, "eu-west-1");
    const parameters = simulation.inputsOf(
      "aws:cfg/rule:Rule",
      "detection-eu-west-1-iam-user-unused-credentials-check",
    );
    assert.equal(parameters.inputParameters, '{"maxCredentialUsageAge":"45"}');
  });

  it("switch every plan of GuardDuty on, with one runtime monitoring", () => {
    const features = simulation
      .ofType("aws:guardduty/detectorFeature:DetectorFeature")
      .filter(({ inputs }) => inputs.region === "eu-west-1");
    const names = features.map(({ inputs }) => text(inputs.name));
    assert.equal(names.length, 6);
    assert.deepEqual(
      names.filter((name) => name.includes("RUNTIME")),
      ["RUNTIME_MONITORING"],
    );
    for (const { inputs } of features) assert.equal(inputs.status, "ENABLED");
  });

  it("switch a control off only in its standard, and say why, who and until when", () => {
    const off = simulation.ofType("aws:securityhub/standardsControlAssociation:StandardsControlAssociation");
    assert.equal(off.length, 2);
    for (const { inputs } of off) {
      assert.match(text(inputs.standardsArn), /foundational-security/);
      assert.match(text(inputs.updatedReason), /pay for themselves\. \(platform, until 2027-03-31\)$/);
    }
  });

  it("look each week into a sample of classified buckets of environments, and not into the account's own records", () => {
    const jobs = simulation.ofType("aws:macie2/classificationJob:ClassificationJob");
    assert.equal(jobs.length, 2);
    for (const { inputs } of jobs) {
      assert.equal(inputs.samplingPercentage, 5);
      assert.equal(inputs.jobType, "SCHEDULED");
      assert.deepEqual(inputs.s3JobDefinition, {
        bucketCriteria: {
          includes: criterion("DataClass", ["confidential", "restricted"]),
          excludes: criterion("Environment", ["account"]),
        },
      });
    }
  });

  it("ask by packs what the standards do not, in every Region, each rule once", () => {
    const packs = simulation.ofType("aws:cfg/conformancePack:ConformancePack");
    assert.equal(packs.length, args.regions.length * args.conformancePacks.length);
    const identifiers = packs
      .filter(({ inputs }) => inputs.region === "eu-west-1")
      .flatMap(({ inputs }) => rulesOf(text(inputs.templateBody)));
    assert.deepEqual([...identifiers].sort(), [
      "AURORA_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
      "DYNAMODB_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
      "EC2_VOLUME_INUSE_CHECK",
      "EIP_ATTACHED",
      "RDS_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
      "REQUIRED_TAGS",
    ]);
  });

  it("put right only what is asked for, by a role that can do nothing else", () => {
    const remedies = simulation.ofType("aws:cfg/remediationConfiguration:RemediationConfiguration");
    assert.equal(remedies.length, 4);
    for (const { inputs, name } of remedies) {
      const word = /close-(?:buckets|default-groups)/.exec(name)?.[0] ?? "";
      const rule = simulation.inputsOf("aws:cfg/rule:Rule", name);
      const role = simulation.resource("aws:iam/role:Role", `detection-${word}`);
      assert.equal(inputs.automatic, true);
      assert.equal(inputs.configRuleName, rule.name);
      assert.deepEqual(
        (inputs.parameters as readonly { readonly name: string; readonly staticValue?: string }[])[0],
        { name: "AutomationAssumeRole", staticValue: role.outputs.arn },
      );
    }
    const rights = simulation
      .ofType("aws:iam/rolePolicy:RolePolicy")
      .filter(({ name }) => name.includes("close-"))
      .flatMap(({ inputs }) => actionsOf(text(inputs.policy)));
    assert.ok(rights.length > 0);
    for (const action of rights) assert.doesNotMatch(action, /:(?:Delete|Stop|Terminate|Disable)|\*/, action);
  });

  it("put nothing right without a word", async () => {
    const without = simulate({ accountId: "111122223333" });
    await without.run(() => new Detection("detection", { ...args, remediations: [] }));
    assert.deepEqual(without.ofType("aws:cfg/remediationConfiguration:RemediationConfiguration"), []);
  });

  it("say each Region on everything of a Region", () => {
    for (const { type, name, inputs } of simulation.resources()) {
      const [, region] = /^detection-([a-z]+-[a-z]+-\d)/.exec(name) ?? [];
      if (type.startsWith("aws:") && region !== undefined)
        assert.equal(inputs.region, region, `${type} ${name}`);
    }
  });
});

describe("what records and detection refuse", () => {
  const paths = (differences: Partial<DetectionArgs>): readonly string[] =>
    detectionProblems({ ...args, ...differences }).map(({ path }) => path.join("."));

  it("is nothing of good arguments, on the last day of an exception too", () => {
    assert.deepEqual(paths({}), []);
    assert.deepEqual(paths({ today: "2027-03-31" }), []);
  });

  it("is an exception that is overdue by a day", () => {
    assert.deepEqual(paths({ today: "2027-04-01" }), ["disabledControls.0.expires"]);
    assert.throws(
      () => new Detection("detection", { ...args, today: "2027-04-01" }),
      /has to be looked at again/,
    );
  });

  const wrong: readonly (readonly [path: string, differences: Partial<DetectionArgs>])[] = [
    ["trailLockDays", { trailLockDays: 0 }],
    ["retentionDays", { retentionDays: 364 }],
    ["disabledControls.0.control", { disabledControls: [{ ...disabled, control: "everything" }] }],
    ["disabledControls.0.reason", { disabledControls: [{ ...disabled, reason: "no" }] }],
    ["disabledControls.0.expires", { disabledControls: [{ ...disabled, expires: "2027-02-30" }] }],
    ["disabledControls.1", { disabledControls: [disabled, disabled] }],
    ["macieSamplePercent", { macieSamplePercent: 0 }],
    ["conformancePacks", { conformancePacks: ["tags", "tags"] }],
    ["remediations", { remediations: ["close-buckets", "close-buckets"] }],
    ["adopt.us-east-1", { adopt: { "us-east-1": { recorder: "default" } } }],
    ["adopt.eu-west-1.macie", { adopt: { "eu-west-1": { macie: true } }, macie: false }],
    [
      "adopt.eu-west-1.detective",
      { adopt: { "eu-west-1": { detective: "arn:aws:detective:…:graph:1" } }, detective: false },
    ],
  ];
  for (const [path, differences] of wrong) {
    it(`is ${path} of ${JSON.stringify(differences).slice(0, 60)}`, () => {
      assert.deepEqual(paths(differences), [path]);
    });
  }
});
