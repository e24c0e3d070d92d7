import * as assert from "node:assert/strict";

import { contractTags } from "../../infra/core/tags";
import { catalogue } from "../../stacks/catalogue";
import type { SimulatedResource, Simulation } from "../../simulator/mocks";
import { covers } from "../support/role-evaluation";
import { text } from "../simulator/text";
import { atRest, encryptable, exceptions } from "./environment/encryption";
import { isReachable, openness, standing, unseen } from "./environment/reachability";
import { actionsOfAnyResource, policyStatements, roleStatements } from "./environment/role-statements";
import { configurationOf, deployedStack, run } from "./program";

const environments = ["dev", "preprod", "prod"];

const tlsParameters = ["rds.force_ssl", "require_secure_transport"];

const label = ({ type, name }: SimulatedResource): string => `${type.split(":").at(-1) ?? ""} ${name}`;

const created = (simulation: Simulation): readonly SimulatedResource[] =>
  simulation.resources().filter(({ type }) => type.startsWith("aws:"));

for (const stack of environments) {
  describe(`the environment ${stack}`, function () {
    this.timeout(240_000);
    let simulation: Simulation;
    before(async () => {
      simulation = await deployedStack(stack);
    });

    it("lets the internet reach the balancer and nothing else", () => {
      const reachable = standing(simulation).filter((thing) => isReachable(openness(simulation, thing)));
      assert.deepEqual(
        reachable.map(({ what }) => what),
        ["LoadBalancer compute-front-door"],
      );
    });

    it("closes everything else three times over: no address, no route, no open port", () => {
      const things = standing(simulation).filter(({ what }) => what !== "LoadBalancer compute-front-door");
      assert.ok(things.length > 30, String(things.length));
      for (const thing of things) {
        assert.ok(thing.subnets.length > 0 && thing.groups.length > 0, `${thing.what} stands nowhere`);
        const { address, route, ports } = openness(simulation, thing);
        assert.deepEqual({ address, route, ports }, { address: false, route: false, ports: [] }, thing.what);
      }
    });

    it("leaves nothing out of sight that stands in a subnet or behind a security group", () => {
      assert.deepEqual(unseen(simulation), []);
    });

    it("leaves no type out of sight that takes a key", () => {
      assert.deepEqual(encryptable(simulation), []);
    });

    it("encrypts everything that holds data with a key of its own", () => {
      const keys = new Set(
        simulation.ofType("aws:kms/key:Key").flatMap(({ id, outputs }) => [id, outputs.arn]),
      );
      const without = Object.entries(atRest).flatMap(([type, keyOf]) =>
        simulation
          .ofType(type)
          .filter((resource) => !keys.has(String(keyOf(resource.inputs, resource, simulation))))
          .map(label),
      );
      assert.deepEqual(
        without.filter((name) => !exceptions.some((exception) => exception.name.test(name))),
        [],
      );
    });

    it("names the resources of every right, save where AWS gives none", () => {
      const all = [...roleStatements(simulation), ...policyStatements(simulation)];
      const anything = all.filter(
        ({ resources }) =>
          resources.length === 0 ||
          resources.some((resource) => /^(\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:\*)$/.test(resource)),
      );
      const beyond = anything.flatMap(({ role, actions }) =>
        actions.filter((action) => !actionsOfAnyResource.has(action)).map((action) => `${role} ${action}`),
      );
      assert.deepEqual(beyond, []);
    });

    it("lets nobody read a secret of the catalogue but the workload that it gives it to", () => {
      const readers = simulation
        .ofType("aws:secretsmanager/secret:Secret")
        .flatMap(({ id, name }) =>
          [...roleStatements(simulation), ...policyStatements(simulation)]
            .filter(
              ({ actions, resources }) =>
                actions.some((action) => covers(action, "secretsmanager:GetSecretValue")) &&
                resources.some((resource) => covers(resource, id)),
            )
            .map(({ role }) => `${role} ${name}`),
        );
      assert.deepEqual(readers, ["compute-documents-task data-secret-document-signing"]);
    });

    it("speaks TLS wherever something listens", () => {
      const balancer = simulation
        .ofType("aws:lb/listener:Listener")
        .filter(({ inputs }) => inputs.port !== 80);
      for (const { inputs } of balancer) assert.match(text(inputs.sslPolicy), /TLS13/);
      const caches = simulation.ofType("aws:elasticache/replicationGroup:ReplicationGroup");
      for (const { inputs } of caches) {
        assert.deepEqual([inputs.transitEncryptionEnabled, inputs.transitEncryptionMode], [true, "required"]);
      }
      const groups = [
        ...simulation.ofType("aws:rds/clusterParameterGroup:ClusterParameterGroup"),
        ...simulation.ofType("aws:rds/parameterGroup:ParameterGroup"),
      ];
      assert.equal(groups.length, 2);
      for (const { name, inputs } of groups) {
        const parameters = inputs.parameters as readonly { name: string; value: string }[];
        const forced = parameters.find((parameter) => tlsParameters.includes(parameter.name));
        assert.ok(forced && ["1", "ON"].includes(forced.value), name);
      }
      const stores = [
        ...simulation.ofType("aws:s3/bucketPolicy:BucketPolicy"),
        ...simulation.ofType("aws:sqs/queuePolicy:QueuePolicy"),
      ];
      assert.ok(stores.length > 0);
      for (const { name, inputs } of stores) assert.match(text(inputs.policy), /aws:SecureTransport/, name);
    });

    it("tells no workload an address without TLS, save the names that its own proxy answers and encrypts", () => {
      const encrypted = new Set(
        simulation.ofType("aws:ecs/service:Service").flatMap(({ inputs }) => {
          const { services } = inputs.serviceConnectConfiguration as {
            services: readonly { tls?: object; clientAlias: readonly { dnsName: string }[] }[];
          };
          return services.flatMap(({ tls, clientAlias }) =>
            tls === undefined ? [] : clientAlias.map(({ dnsName }) => `http://${dnsName}`),
          );
        }),
      );
      const told = [
        ...simulation
          .ofType("aws:ecs/taskDefinition:TaskDefinition")
          .map(({ inputs }) => text(inputs.containerDefinitions)),
        ...simulation
          .ofType("aws:ec2/launchTemplate:LaunchTemplate")
          .map(({ inputs }) => Buffer.from(text(inputs.userData), "base64").toString("utf8")),
      ].flatMap((settings) => settings.match(/\b[a-z][a-z0-9+.-]*:\/\/[^"\s]+/g) ?? []);
      assert.ok(told.some((address) => encrypted.has(address)));
      assert.deepEqual(
        told.filter((address) => !address.startsWith("https://") && !encrypted.has(address)),
        [],
      );
    });

    it("gives every consumer a queue, a dead-letter queue and limits", () => {
      const queues = simulation.ofType("aws:sqs/queue:Queue");
      const deadLetters = queues.filter(({ inputs }) => inputs.redrivePolicy === undefined);
      const dead = new Map(
        deadLetters.flatMap((queue) => [
          [queue.id, queue],
          [text(queue.outputs.arn), queue],
        ]),
      );
      const redriven = [...queues, ...simulation.ofType("aws:sqs/redrivePolicy:RedrivePolicy")].flatMap(
        ({ inputs, id }) =>
          inputs.redrivePolicy === undefined
            ? []
            : [{ id: text(inputs.queueUrl ?? id), policy: text(inputs.redrivePolicy) }],
      );
      const byQueue = new Map(redriven.map(({ id, policy }) => [id, policy]));
      const consumers = Object.entries(catalogue.events).flatMap(([event, { consumers: all }]) =>
        Object.entries(all).map(([workload, { handlerTimeoutSeconds }]) => ({
          event,
          workload,
          handlerTimeoutSeconds,
        })),
      );
      for (const { event, workload, handlerTimeoutSeconds } of consumers) {
        const queue = queues.find(
          ({ id, name }) => name.includes(event) && name.includes(workload) && byQueue.has(id),
        );
        assert.ok(queue, `${workload} has no queue for ${event}`);
        assert.ok(Number(queue.inputs.visibilityTimeoutSeconds) >= 6 * handlerTimeoutSeconds, queue.name);
        // A redrive policy is JSON by AWS's own form.
        const policy = JSON.parse(byQueue.get(queue.id) ?? "{}") as {
          deadLetterTargetArn: string;
          maxReceiveCount: number;
        };
        const letters = dead.get(policy.deadLetterTargetArn);
        assert.ok(letters && policy.maxReceiveCount >= 1, queue.name);
        assert.equal(letters.inputs.messageRetentionSeconds, 14 * 24 * 3600);
      }
      for (const { name, inputs } of simulation.ofType("aws:cloudwatch/eventTarget:EventTarget")) {
        assert.ok(inputs.deadLetterConfig && inputs.retryPolicy, name);
      }
    });

    it("tags what AWS launches by itself: instances and volumes", () => {
      const keys = ["Environment", "Service", "Owner", "CostCenter", "Criticality", "DataClass", "ManagedBy"];
      for (const { name, inputs } of simulation.ofType("aws:autoscaling/group:Group")) {
        const tags = inputs.tags as readonly { key: string; propagateAtLaunch: boolean }[];
        const propagated = tags.filter(({ propagateAtLaunch }) => propagateAtLaunch).map(({ key }) => key);
        assert.deepEqual(
          keys.filter((key) => !propagated.includes(key)),
          [],
          name,
        );
      }
      for (const { name, inputs } of simulation.ofType("aws:ec2/launchTemplate:LaunchTemplate")) {
        const specifications = inputs.tagSpecifications as readonly { resourceType: string; tags: object }[];
        for (const kind of ["instance", "volume"]) {
          const specification = specifications.find(({ resourceType }) => resourceType === kind);
          assert.deepEqual(
            keys.filter((key) => !Object.hasOwn(specification?.tags ?? {}, key)),
            [],
            name,
          );
        }
      }
      for (const { name, inputs } of simulation.ofType("aws:ecs/service:Service")) {
        assert.deepEqual([inputs.propagateTags, inputs.enableEcsManagedTags], ["SERVICE", true], name);
      }
    });

    it("tags everything that takes tags, by the contract", () => {
      const keys = Object.keys(
        contractTags({
          environment: "x",
          service: "x",
          owner: "x",
          costCenter: "x",
          criticality: "low",
          dataClass: "public",
        }),
      );
      const missing = created(simulation).flatMap((resource) => {
        const tags = resource.inputs.tagsAll;
        if (typeof tags !== "object" || tags === null) return [];
        return keys.filter((key) => !Object.hasOwn(tags, key)).map((key) => `${label(resource)} ${key}`);
      });
      assert.deepEqual(missing, []);
    });
  });
}

describe("development, preproduction and production", function () {
  this.timeout(240_000);
  it("are the same things by type and name", async () => {
    const things = await Promise.all(
      environments.map(async (stack) =>
        (await deployedStack(stack))
          .resources()
          .map(({ type, name }) => `${type} ${name}`)
          .filter((thing) => !thing.startsWith("pulumi:pulumi:Stack"))
          .sort(),
      ),
    );
    const [dev = [], ...others] = things;
    for (const other of others) {
      assert.deepEqual({ missing: dev.filter((thing) => !other.includes(thing)) }, { missing: [] });
      assert.deepEqual({ more: other.filter((thing) => !dev.includes(thing)) }, { more: [] });
    }
  });

  it("differ by what their files say alone: an environment's own name decides nothing", async () => {
    const one = await namedAs("qzx");
    const other = await namedAs("vkw");
    assert.ok(one.size > 1000, String(one.size));
    const different = [...one].filter(([thing, inputs]) => other.get(thing) !== inputs);
    assert.deepEqual(
      different.map(([thing, inputs]) => ({ thing, inputs, other: other.get(thing) })),
      [],
    );
  });
});

/** Inputs by type and name of an environment that is sized as dev is and called otherwise, with its name taken out. */
async function namedAs(environment: string): Promise<ReadonlyMap<string, string>> {
  const dev = configurationOf("dev");
  const [simulation] = await run(environment, {
    ...dev,
    "platform:environment": environment,
    "platform:addressPlan": JSON.stringify({ [environment]: "10.20.0.0/16" }),
  });
  const nameless = (inputs: object): string =>
    JSON.stringify(inputs)
      .replaceAll(environment, "<environment>")
      // What Pulumi adds to names depends on the stack.
      .replace(/-[0-9a-f]{7}\b/g, "-<random>");
  return new Map(
    simulation.resources().map(({ type, name, inputs }) => [`${type} ${name}`, nameless(inputs)]),
  );
}
