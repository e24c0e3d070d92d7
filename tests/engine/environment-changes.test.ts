import * as assert from "node:assert/strict";
import { join } from "node:path";

import { addDocumentedExample } from "../stacks/own-business/documented-example";
import { ProjectCopy } from "../stacks/own-business/project-copy";
import type { EngineRun } from "../../sandbox/session/engine-run";
import { readYaml, type Settings } from "../../sandbox/project-files";
import { driftResource, FileStore } from "../../simulator";
import { openSandbox, PROJECT, requirePulumiCli, sandboxOfSuite, temporaryFolder } from "./pulumi-cli";

const CATALOGUE = "stacks/catalogue.ts";
const SIZES = "Pulumi.dev.yaml";

/** Where a rule of the balancer leads. */
interface Forward {
  readonly targetGroups: readonly { readonly arn: string; readonly weight: number }[];
}

type Change = (value: Json, path: string) => Json;
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Changes each value of some configuration that is neither a list nor an object. */
function changed(value: Json, change: Change, path = ""): Json {
  if (Array.isArray(value)) return value.map((item: Json, at) => changed(item, change, `${path}.${at}`));
  if (typeof value !== "object" || value === null) return change(value, path);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, changed(inner, change, `${path}.${key}`)]),
  );
}

const configured =
  (change: Change) =>
  (config: Settings): Settings =>
    changed(config as Json, change) as Settings;

/** As dev, but with its stores protected. */
const everyZone = configured((value, path) => (path.endsWith(".protect") ? true : value));

/** The same with one zone less. */
const deployedSizes = (config: Settings): Settings => {
  const safe = everyZone(config);
  const network = safe["platform:network"] as { readonly zones: readonly unknown[] };
  return { ...safe, "platform:network": { ...network, zones: network.zones.slice(0, 2) } };
};

/** What grows when a business does. */
const GROWING =
  /\.(maximumAcu|allocated|maximum|callsPerSecond|archiveDays|volumeGib|requestsPerFiveMinutes|backupRetentionDays)$/;

const larger: Change = (value, path) => (typeof value === "number" && GROWING.test(path) ? 2 * value : value);

/** Sizes of production under the names of the business: classes, counts, shares, days. Where dev is stays where it is. */
const productionSizes = (config: Settings): Settings => {
  const { config: production } = readYaml(join(PROJECT, "Pulumi.prod.yaml")) as { readonly config: Settings };
  const of = (settings: Settings, table: string): Settings => settings[`platform:${table}`] as Settings;
  const { frontDoor } = of(config, "compute");
  const { partners } = of(config, "integration");
  return {
    ...config,
    "platform:data": of(production, "data"),
    "platform:compute": { ...of(production, "compute"), frontDoor },
    "platform:integration": { ...of(production, "integration"), partners },
  };
};

describe("a change of an environment under the real engine", function () {
  this.timeout(900_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  const copy = new ProjectCopy(temporaryFolder());
  const sandbox = sandboxOfSuite(() => openSandbox(folder, { projectDir: copy.folder, stack: "dev" }));

  const stepsOf = (run: EngineRun): readonly string[] =>
    run.steps.filter(({ op }) => op !== "same").map(({ op, type }) => `${op} ${type}`);
  const otherThan = (allowed: RegExp, run: EngineRun): readonly string[] =>
    stepsOf(run).filter((step) => !allowed.test(step));

  before(async () => {
    const deployed = await sandbox().up({ config: deployedSizes });
    assert.deepEqual(deployed.errors, []);
    assert.ok((deployed.changes.create ?? 0) > 800, JSON.stringify(deployed.changes));
  });

  afterEach(() => {
    copy.reset();
  });

  it("is none where ECS has moved the requests of a release to the other target group", async () => {
    const world = new FileStore(sandbox().folder.world);
    const rule = world.view(({ resources }) => resources.find(({ urn }) => urn.endsWith("-customers.8080")));
    const [{ forward }] = rule?.attributes.actions as unknown as readonly [{ forward: Forward }];
    // As the provider reads them: a set, in whichever order.
    const moved = forward.targetGroups.map(({ arn, weight }) => ({ arn, weight: 100 - weight })).reverse();
    const actions = [{ type: "forward", order: 1, forward: { targetGroups: moved } }];
    driftResource(world, rule?.id ?? "", { actions });
    assert.deepEqual((await sandbox().refresh()).errors, []);
    const run = await sandbox().preview({ config: deployedSizes });
    assert.deepEqual(otherThan(/never/, run), []);
  });

  it("only updates where sizes grow", async () => {
    const run = await sandbox().preview({ config: (config) => configured(larger)(deployedSizes(config)) });
    assert.deepEqual(run.errors, []);
    assert.ok(stepsOf(run).length > 15, stepsOf(run).join("\n"));
    assert.deepEqual(otherThan(/^update /, run), []);
  });

  it("only updates where production's sizes are taken, save for task definitions, each a revision of its own", async () => {
    const run = await sandbox().preview({ config: (config) => productionSizes(deployedSizes(config)) });
    assert.deepEqual(run.errors, []);
    for (const changed of [
      "aws:rds/instance:Instance",
      "aws:rds/cluster:Cluster",
      "aws:ecs/service:Service",
    ]) {
      assert.ok(stepsOf(run).includes(`update ${changed}`), changed);
    }
    assert.deepEqual(otherThan(/^update |^\S+ aws:ecs\/taskDefinition:TaskDefinition$/, run), []);
  });

  it("only creates and updates where a zone is added, and a service with its table and a consumer", async () => {
    addDocumentedExample(copy, "dev");
    const run = await sandbox().preview({ config: everyZone });
    assert.deepEqual(run.errors, []);
    for (const made of ["aws:ec2/subnet:Subnet", "aws:ecs/service:Service", "aws:dynamodb/table:Table"])
      assert.ok(stepsOf(run).includes(`create ${made}`), made);
    assert.deepEqual(otherThan(/^(create|update) /, run), []);
  });

  it("is refused where it would remove a database", async () => {
    copy.edit(CATALOGUE, (text) => text.replace(/\bworkshop: /g, "garage: "));
    copy.edit(SIZES, (text) => text.replace(/\bworkshop\b/g, "garage"));
    const run = await sandbox().preview({ config: deployedSizes });
    assert.equal(run.succeeded, false);
    assert.match(run.errors.join("\n"), /Instance::\S*workshop\S*[^]*protect/);
  });

  it("is refused before the first resource where a published event breaks", async () => {
    copy.edit(CATALOGUE, (text) => text.replace("quantity: whole", "quantity: text"));
    const run = await sandbox().preview({ config: deployedSizes });
    assert.equal(run.succeeded, false);
    assert.deepEqual(stepsOf(run), []);
    assert.match(run.errors.join("\n"), /stock-changed[^]*quantity/);
  });
});
