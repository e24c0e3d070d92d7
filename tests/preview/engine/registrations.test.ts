import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import * as assert from "node:assert/strict";
import type { AwsModel } from "../../../preview/engine/aws";
import { Deployment } from "../../../preview/engine/deployment";
import { Packages } from "../../../preview/engine/packages";
import { type Registered, Registrations } from "../../../preview/engine/registrations";
import type { ResourceState } from "../../../preview/engine/resource-state";
import { TransformChain } from "../../../preview/engine/transform-chain";
import { ProgramCallbacks } from "../../../preview/engine/transforms";
import { joinConfiguration } from "../../../preview/project/configuration";
import { toStruct, UNKNOWN } from "../../../simulator/wire";

/** Takes every input and makes nothing. */
const AGREEABLE: AwsModel = {
  check: ({ inputs }) => ({ inputs, failures: [] }),
  create: ({ inputs }) => Promise.resolve({ id: "", outputs: { ...inputs, arn: UNKNOWN } }),
  read: ({ id, inputs }) => Promise.resolve({ id, outputs: inputs }),
  invoke: () => Promise.resolve({}),
  approximations: () => [],
};

const QUEUE = "aws:sqs/queue:Queue";
const SCOPE = { stack: "dev", project: "shop" };

/** Registers as an SDK would that leaves everything to the engine. */
class Engine {
  public readonly deployment = new Deployment(
    SCOPE,
    AGREEABLE,
    { remediate: ({ inputs }) => Promise.resolve(inputs), analyze: () => undefined },
    () => undefined,
  );
  private readonly registrations: Registrations;

  public constructor() {
    const region = { key: "aws:region", value: "eu-west-1", position: { file: "Pulumi.dev.yaml", line: 1 } };
    const { configuration } = joinConfiguration("shop", [], [region]);
    const transforms = new TransformChain(new ProgramCallbacks());
    this.registrations = new Registrations(this.deployment, transforms, new Packages(), configuration);
  }

  public register(
    type: string,
    name: string,
    change: (request: RegisterResourceRequest) => unknown = () => undefined,
  ): Promise<Registered> {
    const request = new RegisterResourceRequest()
      .setType(type)
      .setName(name)
      .setCustom(true)
      .setObject(toStruct({}));
    change(request.setSupportspartialvalues(true));
    return this.registrations.register(request, () => Promise.reject(new Error("no remote components")));
  }

  public component(
    name: string,
    change: (request: RegisterResourceRequest) => unknown = () => undefined,
  ): Promise<Registered> {
    return this.register("shop:a:Component", name, (request) => change(request.setCustom(false)));
  }

  public state({ urn }: Registered): ResourceState {
    return this.deployment.states.get(urn) ?? assert.fail(`${urn} is not registered`);
  }
}

describe("a registration", () => {
  it("takes protection and what deletes it along from its parent, unless it says otherwise", async () => {
    const engine = new Engine();
    const parent = await engine.component("parent", (request) =>
      request.setProtect(true).setRetainondelete(true).setDeletedwith("urn:x"),
    );
    const child = await engine.register(QUEUE, "child", (request) => request.setParent(parent.urn));
    const other = await engine.register(QUEUE, "other", (request) =>
      request.setParent(parent.urn).setProtect(false),
    );
    const { protect, retainOnDelete, deletedWith } = engine.state(child).options;
    assert.deepEqual([protect, retainOnDelete, deletedWith], [true, true, "urn:x"]);
    assert.equal(engine.state(other).options.protect, false);
  });

  it("takes its provider from the components above it, the nearest first", async () => {
    const engine = new Engine();
    const made = await engine.register("pulumi:providers:aws", "made");
    const reference = `${made.urn}::${made.id}`;
    const outer = await engine.component("outer", (request) =>
      request.getProvidersMap().set("aws", reference),
    );
    const inner = await engine.component("inner", (request) => request.setParent(outer.urn));
    const queue = await engine.register(QUEUE, "queue", (request) => request.setParent(inner.urn));
    assert.equal(engine.state(queue).provider, reference);
  });

  it("takes its provider from the resource it belongs to when that is of the same package", async () => {
    const engine = new Engine();
    const made = await engine.register("pulumi:providers:aws", "made");
    const reference = `${made.urn}::${made.id}`;
    const parent = await engine.register(QUEUE, "parent", (request) => request.setProvider(reference));
    const same = await engine.register(QUEUE, "same", (request) => request.setParent(parent.urn));
    const other = await engine.register("random:index:Pet", "other", (request) =>
      request.setParent(parent.urn),
    );
    assert.equal(engine.state(same).provider, reference);
    assert.match(engine.state(other).provider, /pulumi:providers:random::default::/);
  });

  it("depends with every property on everything, when it does not say which", async () => {
    const engine = new Engine();
    const first = await engine.register(QUEUE, "first");
    const second = await engine.register(QUEUE, "second", (request) =>
      request.setObject(toStruct({ name: "x" })).setDependenciesList([first.urn]),
    );
    assert.deepEqual(engine.state(second).propertyDependencies, { name: [first.urn] });
  });

  it("answers without unknown values to an SDK that does not know them", async () => {
    const engine = new Engine();
    const known = await engine.register(QUEUE, "old", (request) =>
      request.setObject(toStruct({ name: "x" })).setSupportspartialvalues(false),
    );
    assert.deepEqual(known.outputs, { name: "x" });
  });

  it("needs a parent that is registered, and a type of three parts", async () => {
    const engine = new Engine();
    await assert.rejects(
      engine.register(QUEUE, "orphan", (request) => request.setParent("urn:pulumi:dev::shop::a:b:C::gone")),
      /has a parent that is not registered/,
    );
    await assert.rejects(engine.register("Queue", "queue"), /Queue is no resource type/);
  });

  it("of a package that is not simulated gives back its inputs and says that it guessed", async () => {
    const engine = new Engine();
    const pet = await engine.register("random:index:Pet", "pet", (request) =>
      request.setObject(toStruct({ length: 2 })),
    );
    assert.deepEqual(pet.outputs, { length: 2 });
    assert.deepEqual(
      engine.deployment.approximations().map(({ type }) => type),
      ["random:index:Pet"],
    );
  });
});
