import * as assert from "node:assert/strict";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  CheckRequest,
  ConfigureRequest,
  ConstructRequest,
  CreateRequest,
  DiffRequest,
  InvokeRequest,
  ParameterizeRequest,
  ReadRequest,
  type CheckResponse,
  type CreateResponse,
  type DiffResponse,
  type InvokeResponse,
  type ReadResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { throttling } from "../../simulator";
import { serveProvider, type ServedProvider, type ServeOptions } from "../../simulator/provider-server";
import { fromStruct, toStruct, UNKNOWN, type WireObject } from "../../simulator/wire";

const URN = "urn:pulumi:dev::lab::aws:ec2/vpc:Vpc::main";

/** Calls a served provider as the engine would. */
class Caller {
  public constructor(
    public readonly served: ServedProvider,
    private readonly client: ResourceProviderClient,
  ) {}

  public static async of(options: ServeOptions): Promise<Caller> {
    const served = await serveProvider(options);
    return new Caller(
      served,
      new ResourceProviderClient(`127.0.0.1:${served.port}`, grpc.credentials.createInsecure()),
    );
  }

  public call<T>(method: keyof ResourceProviderClient, request: object): Promise<T> {
    type Send = (request: object, answer: (error: Error | null, response: T) => void) => void;
    // Every unary method of the client takes a request and a callback; which, depends on its name.
    const client = this.client as unknown as Record<keyof ResourceProviderClient, Send>;
    return new Promise((resolve, reject) => {
      client[method](request, (error, response) => {
        if (error === null) resolve(response);
        else reject(error);
      });
    });
  }

  public async configured(inputs: WireObject = { region: "eu-west-1" }): Promise<this> {
    await this.call("configure", new ConfigureRequest().setArgs(toStruct(inputs)));
    return this;
  }

  public async close(): Promise<void> {
    this.client.close();
    await this.served.close();
  }
}

describe("simulator/provider-server", () => {
  const callers: Caller[] = [];
  const served = async (options: ServeOptions = { package: "aws" }): Promise<Caller> => {
    const caller = await Caller.of(options);
    callers.push(caller);
    return caller;
  };
  afterEach(async () => {
    for (const caller of callers.splice(0)) await caller.close();
  });

  it("checks with the default tags that this instance was configured with", async () => {
    const defaultTags = '{"tags":{"Owner":"platform"}}';
    const [one, other] = [await served(), await served()];
    await one.configured({ region: "eu-west-1", defaultTags });
    await other.configured({ region: "us-east-1" });
    const request = new CheckRequest().setUrn(URN).setNews(toStruct({ cidrBlock: "10.0.0.0/16" }));
    const first = fromStruct((await one.call<CheckResponse>("check", request)).getInputs());
    const second = fromStruct((await other.call<CheckResponse>("check", request)).getInputs());
    assert.deepEqual(first.tagsAll, { Owner: "platform" });
    assert.deepEqual([second.tagsAll, second.region], [undefined, "us-east-1"]);
  });

  it("says which inputs it refuses", async () => {
    const caller = await (await served()).configured();
    const request = new CheckRequest().setUrn(URN).setNews(toStruct({ cidrBlock: "10.0.0.0/8" }));
    const [failure] = (await caller.call<CheckResponse>("check", request)).getFailuresList();
    assert.equal(failure?.getProperty(), "cidrBlock");
    assert.match(failure.getReason(), /^InvalidVpc\.Range/);
  });

  it("creates in a preview without an id, and for good with one, which it can read back", async () => {
    const caller = await (await served()).configured();
    const properties = toStruct({ cidrBlock: "10.0.0.0/16" });
    const request = new CreateRequest().setUrn(URN).setProperties(properties);
    const preview = await caller.call<CreateResponse>("create", request.setPreview(true));
    assert.equal(preview.getId(), "");
    assert.equal(fromStruct(preview.getProperties()).arn, UNKNOWN);
    const made = await caller.call<CreateResponse>("create", request.setPreview(false));
    const read = await caller.call<ReadResponse>(
      "read",
      new ReadRequest().setUrn(URN).setId(made.getId()).setInputs(properties),
    );
    assert.deepEqual(fromStruct(read.getProperties()), fromStruct(made.getProperties()));
    assert.deepEqual(fromStruct(read.getInputs()), { cidrBlock: "10.0.0.0/16" });
  });

  it("says what a difference replaces", async () => {
    const caller = await (await served()).configured();
    const request = new DiffRequest()
      .setUrn(URN)
      .setOldInputs(toStruct({ cidrBlock: "10.0.0.0/16" }))
      .setNews(toStruct({ cidrBlock: "10.1.0.0/16" }));
    const answer = await caller.call<DiffResponse>("diff", request);
    assert.deepEqual(answer.getReplacesList(), ["cidrBlock"]);
  });

  it("repeats what is throttled, as the real provider does, and passes other failures on", async () => {
    const type = "aws:ec2/vpc:Vpc";
    const faults = { faults: [throttling(3, { type }), { type, error: "InternalError", times: 1 }] };
    const caller = await (await served({ package: "aws", faults })).configured();
    const request = new CreateRequest().setUrn(URN).setProperties(toStruct({ cidrBlock: "10.0.0.0/16" }));
    await assert.rejects(caller.call("create", request), /InternalError/);
    await caller.call("create", request);
  });

  it("answers functions, and refuses those it does not know", async () => {
    const caller = await (
      await served()
    ).configured({ region: "eu-west-1", allowedAccountIds: '["210987654321"]' });
    const token = "aws:index/getCallerIdentity:getCallerIdentity";
    const answer = await caller.call<InvokeResponse>("invoke", new InvokeRequest().setTok(token));
    assert.equal(fromStruct(answer.getReturn()).accountId, "210987654321");
    await assert.rejects(
      caller.call("invoke", new InvokeRequest().setTok("aws:a/b:c")),
      /UnsupportedOperation/,
    );
  });

  it("answers nothing before it is configured", async () => {
    const request = new CheckRequest().setUrn(URN).setNews(toStruct({}));
    await assert.rejects((await served()).call("check", request), /must be configured first/);
  });

  it("refuses settings without a Region when they are checked", async () => {
    const caller = await served();
    const answer = await caller.call<CheckResponse>("checkConfig", new CheckRequest().setNews(toStruct({})));
    assert.match(answer.getFailuresList()[0]?.getReason() ?? "", /MissingRegion/);
  });

  it("serves awsx, which builds nothing but its VPC", async () => {
    const caller = await served({ package: "awsx" });
    await caller.call("getPluginInfo", new Empty());
    await assert.rejects(
      caller.call("construct", new ConstructRequest().setType("awsx:lb:X")),
      /only awsx:ec2:Vpc is/,
    );
  });

  it("says that it does not serve what it does not serve", async () => {
    await assert.rejects(
      (await served()).call("parameterize", new ParameterizeRequest()),
      /12 UNIMPLEMENTED/,
    );
  });

  it("says which port is taken", async () => {
    const { port } = (await served()).served;
    await assert.rejects(
      serveProvider({ package: "aws", port }),
      new RegExp(`port ${port} cannot be listened to`),
    );
  });
});
