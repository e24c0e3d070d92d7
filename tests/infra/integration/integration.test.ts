import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Integration } from "../../../infra/integration";
import { simulate } from "../../../simulator/mocks";
import { always, type BuiltIntegration, buildAll, keyArn, of, text } from "./built";
import { integrationArgs, withCatalogue } from "./sample";

const named: Readonly<Record<string, number>> = {
  "aws:sqs/queue:Queue": 80,
  "aws:cloudwatch/eventRule:EventRule": 64,
  "aws:cloudwatch/eventArchive:EventArchive": 48,
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": 60,
  "aws:sfn/stateMachine:StateMachine": 80,
  "aws:iam/role:Role": 64,
  "aws:cloudwatch/eventConnection:EventConnection": 64,
  "aws:cloudwatch/eventApiDestination:EventApiDestination": 64,
  "aws:schemas/schema:Schema": 385,
};

describe("the integration", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "is answered by simulated AWS in detail",
    always(({ simulation }) => {
      assert.deepEqual(simulation.aws.approximations(), []);
    }),
  );

  it("has the same things in environments of every size", () => {
    const things = ({ simulation }: BuiltIntegration): string[] =>
      simulation
        .resources()
        .map(({ type, name }) => `${type} ${name}`)
        .sort();
    assert.deepEqual(things(of("a large one")), things(of("a small one")));
  });

  it(
    "gives every thing a name of its own within AWS's limits, however long the catalogue's are",
    always(({ simulation }) => {
      for (const [type, longest] of Object.entries(named)) {
        const names = simulation.ofType(type).map((resource) => text(resource, "name"));
        assert.equal(new Set(names).size, names.length, type);
        for (const name of names) assert.ok(name.length <= longest, `${type} ${name}`);
      }
    }),
  );

  it(
    "encrypts bus, archive, logs, queues, runs and credentials with customer keys",
    always(({ simulation }) => {
      const platform = keyArn(simulation, "platform");
      const encrypted: readonly (readonly [string, string])[] = [
        ["aws:cloudwatch/eventBus:EventBus", "kmsKeyIdentifier"],
        ["aws:cloudwatch/eventArchive:EventArchive", "kmsKeyIdentifier"],
        ["aws:cloudwatch/logGroup:LogGroup", "kmsKeyId"],
      ];
      for (const [type, property] of encrypted) {
        const all = simulation.ofType(type);
        assert.ok(all.length > 0, type);
        for (const { inputs, name } of all) assert.equal(inputs[property], platform, `${type} ${name}`);
      }
      for (const { inputs } of simulation.ofType("aws:sfn/stateMachine:StateMachine")) {
        assert.deepEqual(inputs.encryptionConfiguration, {
          type: "CUSTOMER_MANAGED_KMS_KEY",
          kmsKeyId: platform,
          kmsDataKeyReusePeriodSeconds: 900,
        });
      }
      for (const { inputs } of simulation.ofType("aws:cloudwatch/eventConnection:EventConnection")) {
        const key = simulation.resource("aws:kms/key:Key", "integration-connections");
        assert.equal(inputs.kmsKeyIdentifier, key.outputs.arn);
        assert.equal((key.inputs.tags as Record<string, unknown>).EventBridgeApiDestinations, "true");
      }
    }),
  );

  it(
    "tells who answers for what belongs to an entry of the catalogue",
    always(({ simulation, args }) => {
      const { workloads, events, workflows, partners } = args.catalogue;
      const kinds = [workloads, events, workflows, partners];
      for (const resource of simulation.resources()) {
        const tags = resource.inputs.tags as Record<string, string> | undefined;
        const service = tags?.Service;
        const owners = service === undefined ? [] : kinds.map((entries) => entries[service]?.owner);
        if (service !== undefined) assert.ok(owners.includes(tags?.Owner), resource.name);
        if (resource.type === "aws:sqs/queue:Queue") assert.ok(tags?.Name !== undefined, resource.name);
      }
    }),
  );

  it("only adds when a consumer is added", async () => {
    const before = of("a small one").simulation.resources();
    const { events } = integrationArgs.catalogue;
    const event = events["document-signed"];
    assert.ok(event !== undefined);
    const consumers = { ...event.consumers, web: { handlerTimeoutSeconds: 5, ageObjectiveSeconds: 60 } };
    const simulation = simulate({ project: "platform", stack: "test" });
    await simulation.run(() => {
      const provider = new aws.Provider("aws", { region: "eu-west-1", allowedAccountIds: ["111122223333"] });
      const keys = Object.fromEntries(
        ["platform", "sales", "customers"].map((name) => {
          const { arn, id } = new aws.kms.Key(name, {}, { provider });
          return [name, { arn, id }];
        }),
      );
      const args = withCatalogue({ events: { ...events, "document-signed": { ...event, consumers } } });
      return new Integration("integration", { ...args, keys }, { providers: [provider] });
    });
    const after = new Map(simulation.resources().map((resource) => [resource.urn, resource]));
    for (const { urn, name, inputs, type } of before) {
      const same = after.get(urn);
      assert.ok(same !== undefined, `${name} is gone`);
      if (type === "aws:cloudwatch/eventRule:EventRule")
        assert.deepEqual(same.inputs.eventPattern, inputs.eventPattern);
    }
    assert.equal(after.size, before.length + 13);
  });

  it("refuses what it cannot build, all at once, before anything is registered", async () => {
    const simulation = simulate({ project: "platform", stack: "test" });
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    const args = { ...integrationArgs, keys: {}, sizes: { ...integrationArgs.sizes, archiveDays: 0 } };
    assert.throws(
      () => new Integration("integration", args, { providers: [provider] }),
      /^Error: integration "integration": 10 mistakes in its arguments\n {2}keys\.platform: [\s\S]*\n {2}sizes\.archiveDays: given 0; allowed: /,
    );
    await simulation.settled();
    assert.deepEqual(
      simulation.resources().filter(({ type }) => !type.startsWith("pulumi:")),
      [],
    );
  });
});
