import * as assert from "node:assert/strict";
import { join } from "node:path";
import type { EngineRun } from "../../sandbox/session/engine-run";
import type { Settings } from "../../sandbox/project-files";
import { openSandbox, requirePulumiCli, sandboxOfSuite, temporaryFolder } from "./pulumi-cli";

const SUBNET = "aws:ec2/subnet:Subnet";

interface NetworkSettings {
  readonly zones: readonly unknown[];
  readonly tierBlocks: object;
}

/** Changes the arguments of the network. */
function network(change: (settings: NetworkSettings) => object): (config: Settings) => Settings {
  return (config) => {
    const settings = config["network:args"] as NetworkSettings;
    return { ...config, "network:args": { ...settings, ...change(settings) } };
  };
}

const THIRD_ZONE = { id: "euw1-az3", name: "eu-west-1c" };

describe("a change of the network under the real engine", function () {
  this.timeout(180_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  const sandbox = sandboxOfSuite(() =>
    openSandbox(folder, { projectDir: join(__dirname, "programs", "network"), stack: "dev" }),
  );
  let deployed: EngineRun;

  before(async () => {
    deployed = await sandbox().up();
    assert.deepEqual(deployed.errors, []);
  });

  const previewOf = async (change: Parameters<typeof network>[0]): Promise<EngineRun> => {
    const run = await sandbox().preview({ config: network(change) });
    assert.deepEqual(run.errors, []);
    return run;
  };
  const notOnlyCreated = (run: EngineRun): string[] =>
    run.steps.filter(({ op }) => op !== "create" && op !== "same").map(({ op, urn }) => `${op} ${urn}`);

  it("deploys awsx's subnets without public addresses, all on the stack's one provider", () => {
    const subnets = deployed.steps.filter(({ type }) => type === SUBNET);
    assert.equal(subnets.length, 6);
    assert.deepEqual(
      subnets.filter(({ metadata }) => metadata.new?.inputs.mapPublicIpOnLaunch !== false),
      [],
    );
    const providers = deployed.steps.filter(({ type }) => type === "pulumi:providers:aws");
    assert.equal(providers.length, 1);
  });

  it("only creates when a zone is added at the end", async () => {
    const all = await previewOf(({ zones }) => ({ zones: [...zones, THIRD_ZONE] }));
    assert.deepEqual(notOnlyCreated(all), []);
  });

  it("only creates when a tier is added", async () => {
    const more = await previewOf(({ tierBlocks }) => ({
      tierBlocks: { ...tierBlocks, data: "10.20.16.0/20" },
    }));
    assert.deepEqual(notOnlyCreated(more), []);
  });

  it("replaces nothing when each zone gets a NAT gateway of its own", async () => {
    const more = await previewOf(() => ({ nat: "per-zone" }));
    const [first, ...rest] = notOnlyCreated(more);
    assert.match(first ?? "", /^update .*aws:ec2\/route:Route::/);
    assert.deepEqual(
      rest.filter((step) => !/^update .*aws:ec2\/route:Route::/.test(step)),
      [],
    );
  });
});
