import * as assert from "node:assert/strict";

import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { account as inAccount } from "./lab";

const CHECK = "aws:route53/healthCheck:HealthCheck";
const RECORD = "aws:route53/record:Record";
const AUTOSHIFT = "aws:arczonalshift/zonalAutoshiftConfiguration:ZonalAutoshiftConfiguration";
const balancer = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/0123456789abcdef";
const alarmArn = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors";
const elsewhere = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:reach";

/** An account in which things are made one after another. */
function account() {
  const aws = new SimulatedAws({
    existing: [
      ...[true, false].map((enableZonalShift) => ({
        type: "aws:lb/loadBalancer:LoadBalancer",
        id: enableZonalShift ? balancer : `${balancer}0`,
        attributes: { enableZonalShift },
      })),
      ...[alarmArn, elsewhere].map((arn) => ({
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
        id: arn,
        attributes: { arn },
      })),
    ],
  });
  return inAccount(aws);
}

const check: WireObject = { type: "HTTPS", fqdn: "shop.example.com", port: 443, requestInterval: 30 };

const record = (different: WireObject): WireObject => ({
  zoneId: "Z0",
  name: "shop.example.com",
  type: "A",
  aliases: [{ name: "balancer.example.com", zoneId: "Z1", evaluateTargetHealth: false }],
  ...different,
});

const partOf = (setIdentifier: string, type: string): WireObject =>
  record({ setIdentifier, failoverRoutingPolicies: [{ type }] });

describe("simulated failover", () => {
  it("knows health checks by an id and an ARN without account and Region", async () => {
    const { id, outputs } = await account()(CHECK, check);
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.equal(outputs.arn, `arn:aws:route53:::healthcheck/${id}`);
    assert.equal(outputs.enableSni, true);
  });

  it("refuses health checks that Route 53 does not make", async () => {
    const make = account();
    const wrong: readonly WireObject[] = [
      { type: "PING" },
      { requestInterval: 60 },
      { failureThreshold: 11 },
      { resourcePath: "/he alth" },
      { regions: ["eu-west-1", "us-east-1"] },
      { regions: ["eu-west-1", "us-east-1", "eu-central-1"] },
    ];
    for (const different of wrong)
      await assert.rejects(
        make(CHECK, { ...check, ...different }),
        /InvalidInput/,
        JSON.stringify(different),
      );
    await make(CHECK, { ...check, regions: ["eu-west-1", "us-east-1", "us-west-2"] });
  });

  it("has one primary and one secondary of a name, and no other record beside them", async () => {
    const make = account();
    await make(RECORD, partOf("eu-west-1", "PRIMARY"));
    await assert.rejects(make(RECORD, partOf("eu-west-2", "PRIMARY")), /InvalidChangeBatch/);
    await assert.rejects(make(RECORD, record({})), /InvalidChangeBatch/);
    await make(RECORD, partOf("eu-central-1", "SECONDARY"));
    await make(RECORD, { ...record({}), name: "eu-west-1.shop.example.com" });
  });

  it("practises doing without a zone by alarms that there are in the balancer's Region", async () => {
    const make = account();
    const alarms = (alarmIdentifier: string): WireObject[] => [{ alarmIdentifier, type: "CLOUDWATCH" }];
    const autoshift: WireObject = {
      resourceArn: balancer,
      zonalAutoshiftStatus: "ENABLED",
      outcomeAlarms: alarms(alarmArn),
      blockedWindows: ["Mon:08:00-Mon:20:00"],
    };
    const wrong: readonly WireObject[] = [
      { resourceArn: `${balancer}0` },
      { resourceArn: `${balancer}1` },
      { zonalAutoshiftStatus: "ON" },
      { outcomeAlarms: [] },
      { outcomeAlarms: alarms(`${alarmArn}-gone`) },
      { blockingAlarms: alarms(elsewhere) },
      { blockedWindows: ["mon:08:00-mon:20:00"] },
      { allowedWindows: ["Tue:08:00-Tue:20:00"] },
    ];
    for (const different of wrong) {
      await assert.rejects(
        make(AUTOSHIFT, { ...autoshift, ...different }),
        /ValidationException|ResourceNotFoundException/,
        JSON.stringify(different),
      );
    }
    assert.equal((await make(AUTOSHIFT, autoshift)).id, balancer);
  });

  it("replicates images to other Regions, into repositories whose key needs a role", async () => {
    const make = account();
    const to = (region: string): WireObject => ({
      replicationConfiguration: { rules: [{ destinations: [{ region, registryId: "123456789012" }] }] },
    });
    const type = "aws:ecr/replicationConfiguration:ReplicationConfiguration";
    assert.equal((await make(type, to("eu-central-1"))).id, "123456789012");
    await assert.rejects(make(type, to("eu-west-1")), /ValidationException/);
    await assert.rejects(
      make(type, { replicationConfiguration: { rules: [{ destinations: [] }] } }),
      /InvalidParameterException/,
    );

    const template = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";
    const plain: WireObject = { prefix: "shop/", appliedFors: ["REPLICATION"] };
    const withKey: WireObject = { ...plain, encryptionConfigurations: [{ encryptionType: "KMS" }] };
    await assert.rejects(make(template, withKey), /a role is required/);
    await assert.rejects(make(template, { ...plain, prefix: "Shop/" }), /InvalidParameterException/);
    await make(template, plain);
    await assert.rejects(make(template, plain), /TemplateAlreadyExistsException/);
  });

  it("links a role to a service once, under AWS's own name", async () => {
    const make = account();
    const linked = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
    const reports: WireObject = { awsServiceName: "reports.backup.amazonaws.com" };
    const { id, outputs } = await make(linked, reports);
    assert.deepEqual(
      [id, outputs.name],
      [
        "arn:aws:iam::123456789012:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports",
        "AWSServiceRoleForBackupReports",
      ],
    );
    await assert.rejects(make(linked, reports), /InvalidInput/);
    await assert.rejects(make(linked, { awsServiceName: "AWS Backup" }), /InvalidInput/);
  });
});
