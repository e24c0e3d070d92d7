import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";
import { simulate } from "../../simulator/mocks";
import { UNKNOWN } from "../../simulator/wire";
import { text } from "./text";

const SUBNET = "aws:ec2/subnet:Subnet";

class Shell extends pulumi.ComponentResource {
  public readonly network: awsx.ec2.Vpc;

  public constructor(name: string, args: awsx.ec2.VpcArgs, opts: pulumi.ComponentResourceOptions = {}) {
    super("test:network:Shell", name, {}, opts);
    this.network = new awsx.ec2.Vpc("main", args, { parent: this, transforms: [noPublicAddresses] });
    this.registerOutputs({ vpcId: this.network.vpcId });
  }
}

const noPublicAddresses: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === SUBNET ? { props: { ...(props as object), mapPublicIpOnLaunch: false }, opts } : undefined;

const promise = <T>(output: pulumi.Output<T>): Promise<T> => new Promise((resolve) => output.apply(resolve));

const provider = (): aws.Provider =>
  new aws.Provider("aws", {
    region: "eu-central-1",
    allowedAccountIds: ["210987654321"],
    defaultTags: { tags: { Owner: "platform" } },
  });

describe("simulator/mocks", () => {
  it("lets a program see ids, ARNs and attributes as after an update", async () => {
    const simulation = simulate();
    const vpc = await simulation.run(() => new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" }));
    assert.match(await promise(vpc.id), /^vpc-0[0-9a-f]{16}$/);
    assert.match(await promise(vpc.arn), /^arn:aws:ec2:eu-west-1:123456789012:vpc\/vpc-0/);
  });

  it("leaves what AWS assigns unknown in a preview", async () => {
    const simulation = simulate({ preview: true });
    await simulation.run(() => {
      const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
      return new aws.ec2.Subnet("app", { vpcId: vpc.id, cidrBlock: vpc.cidrBlock });
    });
    const inputs = simulation.inputsOf(SUBNET, "app");
    assert.equal(inputs.vpcId, UNKNOWN);
    assert.equal(inputs.cidrBlock, "10.0.0.0/16");
  });

  it("registers the children of awsx.ec2.Vpc below the component, by the full chain of types", async () => {
    const simulation = simulate({ project: "platform", stack: "dev" });
    await simulation.run(() => new Shell("shell", { availabilityZoneNames: ["eu-west-1a"] }));
    const subnet = simulation.resource(SUBNET, "main-public-1");
    assert.equal(
      subnet.urn,
      "urn:pulumi:dev::platform::test:network:Shell$awsx:ec2:Vpc$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet::main-public-1",
    );
    const vpc = simulation.resource("aws:ec2/vpc:Vpc", "main");
    assert.equal(subnet.parent, vpc.urn);
    assert.deepEqual(subnet.dependencies, [vpc.urn]);
    assert.deepEqual(subnet.propertyDependencies.vpcId, [vpc.urn]);
  });

  it("lets transforms of a component reach the children that awsx makes", async () => {
    const simulation = simulate();
    await simulation.run(() => new Shell("shell", { availabilityZoneNames: ["eu-west-1a"] }));
    assert.equal(simulation.inputsOf(SUBNET, "main-public-1").mapPublicIpOnLaunch, false);
  });

  it("gives resources and awsx's children the Region, account and default tags of an explicit provider", async () => {
    const simulation = simulate();
    await simulation.run(() => {
      const explicit = provider();
      return new Shell("shell", { numberOfAvailabilityZones: 1 }, { providers: [explicit] });
    });
    const subnet = simulation.resource(SUBNET, "main-private-1");
    assert.equal(subnet.inputs.region, "eu-central-1");
    assert.equal(subnet.inputs.availabilityZone, "eu-central-1a");
    assert.deepEqual(subnet.inputs.tags, { Name: "main-private-1", SubnetType: "Private" });
    assert.deepEqual(subnet.inputs.tagsAll, {
      Name: "main-private-1",
      Owner: "platform",
      SubnetType: "Private",
    });
    assert.match(text(subnet.outputs.arn), /^arn:aws:ec2:eu-central-1:210987654321:subnet\//);
    assert.ok(subnet.provider.startsWith("urn:pulumi:stack::project::pulumi:providers:aws::aws::"));
  });

  it("gives awsx's outputs back as resources and ids", async () => {
    const simulation = simulate();
    const shell = await simulation.run(
      () => new Shell("shell", { availabilityZoneNames: ["eu-west-1a", "eu-west-1b"] }),
    );
    const ids = await promise(shell.network.privateSubnetIds);
    const subnets = await promise(shell.network.privateSubnets);
    const first = subnets[0];
    assert.equal(ids.length, 2);
    assert.ok(first !== undefined);
    assert.equal(await promise(first.id), ids[0]);
    assert.equal(await promise(first.cidrBlock), simulation.inputsOf(SUBNET, "main-private-1").cidrBlock);
  });

  it("answers functions with the settings of the provider that is asked", async () => {
    const simulation = simulate();
    const [account, zones] = await simulation.run(() => {
      const explicit = provider();
      return Promise.all([
        promise(aws.getCallerIdentityOutput({}, { provider: explicit }).accountId),
        promise(aws.getAvailabilityZonesOutput({}).names),
      ]);
    });
    assert.equal(account, "210987654321");
    assert.deepEqual(zones, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
  });

  it("keeps protection, ignored changes and components' own outputs", async () => {
    const simulation = simulate();
    await simulation.run(() => {
      const shell = new Shell("shell", { availabilityZoneNames: ["eu-west-1a"] });
      return new aws.ec2.Eip("address", {}, { protect: true, ignoreChanges: ["tags"], parent: shell });
    });
    const address = simulation.resource("aws:ec2/eip:Eip", "address");
    assert.equal(address.protect, true);
    assert.deepEqual(address.ignoreChanges, ["tags"]);
    const { outputs } = simulation.resource("test:network:Shell", "shell");
    assert.equal(outputs.vpcId, simulation.resource("aws:ec2/vpc:Vpc", "main").id);
  });

  it("reads what exists already", async () => {
    const existing = [{ type: "aws:ec2/vpc:Vpc", id: "vpc-1", attributes: { cidrBlock: "10.9.0.0/16" } }];
    const simulation = simulate({ existing });
    const vpc = await simulation.run(() => aws.ec2.Vpc.get("theirs", "vpc-1"));
    assert.equal(await promise(vpc.cidrBlock), "10.9.0.0/16");
    assert.equal(simulation.resource("aws:ec2/vpc:Vpc", "theirs").external, true);
  });

  it("hands configuration to the program", async () => {
    const simulation = simulate({ project: "platform", config: { "platform:cidr": "10.1.0.0/16" } });
    const cidr = await simulation.run(() => new pulumi.Config().require("cidr"));
    assert.equal(cidr, "10.1.0.0/16");
  });

  it("names what is registered when something else is asked for", () => {
    assert.throws(() => simulate().resource(SUBNET, "none"), /there are 0 of .* none/);
  });
});

describe("simulator/mocks, failing registrations", () => {
  const failures: unknown[] = [];
  const note = (error: unknown): void => {
    failures.push(error);
  };
  let others: NodeJS.UnhandledRejectionListener[] = [];

  // The SDK reports a failed registration as a rejection that nobody handles, which ends a real program.
  beforeEach(() => {
    others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", note);
  });
  afterEach(() => {
    process.removeListener("unhandledRejection", note);
    for (const other of others) process.on("unhandledRejection", other);
  });

  it("says which input was refused, with AWS's code", async () => {
    const simulation = simulate();
    await assert.rejects(
      simulation.run(() => new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/8" })),
      /InvalidVpc\.Range/,
    );
  });

  it("refuses a second resource of the same URN", async () => {
    const simulation = simulate();
    const twice = (): unknown[] => [new aws.ec2.Eip("one"), new aws.ec2.Eip("one")];
    await assert.rejects(simulation.run(twice), /Duplicate resource URN/);
  });
});
