import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { SimulatedAws } from "../../simulator";
import { draftOfRegistration, type Draft } from "../../simulator/mock-engine/draft";
import { defaultSettings, MockEngine } from "../../simulator/mock-engine/engine";
import { simulate } from "../../simulator/mocks";
import { UNKNOWN, type WireObject } from "../../simulator/wire";

const ROOT = "urn:pulumi:dev::lab::pulumi:pulumi:Stack::lab-dev";

function engine(preview = false): MockEngine {
  return new MockEngine(new SimulatedAws(), {
    stack: "dev",
    project: "lab",
    preview,
    settings: defaultSettings({}),
  });
}

function draft(type: string, name: string, inputs: WireObject = {}, more: Partial<Draft> = {}): Draft {
  const base = { type, name, parent: ROOT, custom: true, inputs, dependencies: [], propertyDependencies: {} };
  return { ...draftOfRegistration(base), options: new TransformResourceOptions(), ...more };
}

class Thing extends pulumi.CustomResource {
  public constructor(name: string, opts: pulumi.CustomResourceOptions) {
    super("lab:index:Thing", name, {}, opts);
  }
}

describe("simulator/mock-engine", () => {
  it("lets a resource without a provider have that of its parent or of the component around it", async () => {
    const mock = engine();
    const provider = await mock.register(
      draft("pulumi:providers:aws", "p", { region: "us-east-1" }, { parent: "" }),
    );
    const reference = `${provider.urn}::${provider.id}`;
    const options = new TransformResourceOptions();
    options.getProvidersMap().set("aws", reference);
    const component = await mock.register(draft("lab:index:Shell", "shell", {}, { custom: false, options }));
    const vpc = await mock.register(
      draft("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" }, { parent: component.urn }),
    );
    const group = await mock.register(
      draft("aws:ec2/securityGroup:SecurityGroup", "web", { vpcId: vpc.id }, { parent: vpc.urn }),
    );
    for (const { urn } of [vpc, group]) {
      assert.equal(mock.resources.get(urn)?.provider, reference);
      assert.equal(mock.resources.get(urn)?.inputs.region, "us-east-1");
    }
  });

  it("answers getResource with URN, id and state, and refuses a resource that nobody registered", async () => {
    const mock = engine(true);
    const { urn } = await mock.register(draft("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" }));
    const token = "pulumi:pulumi:getResource";
    const answer = await mock.call({ token, args: { urn }, provider: "" });
    assert.equal(answer.id, "");
    assert.equal((answer.state as WireObject).arn, UNKNOWN);
    await assert.rejects(
      mock.call({ token, args: { urn: "urn:x" }, provider: "" }),
      /unknown resource urn:x/,
    );
  });

  it("refuses a remote component of another provider, naming what it can build", async () => {
    const remote = draft("eks:index:Cluster", "main", {}, { custom: false, remote: true });
    await assert.rejects(
      engine().register(remote),
      /eks:index:Cluster main is built by a provider that is not simulated/,
    );
  });

  it("gives resources of other packages an id and their inputs back", async () => {
    const { id, outputs } = await engine().register(
      draft("random:index/randomPet:RandomPet", "pet", { length: 2 }),
    );
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(outputs, { length: 2 });
  });

  it("runs the stack's transforms last, after the resource's own", async () => {
    const simulation = simulate();
    const adding =
      (word: string): pulumi.ResourceTransform =>
      ({ props, opts }) => {
        const given = props as { words?: string };
        return { props: { ...given, words: `${given.words ?? ""}${word}` }, opts };
      };
    await simulation.run(() => {
      pulumi.runtime.registerResourceTransform(adding("-stack"));
      return new Thing("thing", { transforms: [adding("own")] });
    });
    assert.equal(simulation.inputsOf("lab:index:Thing", "thing").words, "own-stack");
  });
});
