import * as assert from "node:assert/strict";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { ConstructRequest, InvokeResponse, type ConstructResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { RegisterResourceResponse, type RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { AwsError, childUrn } from "../../simulator";
import { retried } from "../../simulator/provider-services/unary";
import { serveProvider } from "../../simulator/provider-server";
import { fromStruct, toStruct } from "../../simulator/wire";

const ROOT = "urn:pulumi:dev::lab::pulumi:pulumi:Stack::lab-dev";

/** The engine's resource monitor, as far as a component needs it. */
class Monitor {
  public readonly requests: RegisterResourceRequest[] = [];
  private readonly server = new grpc.Server();

  public start(): Promise<number> {
    const answer =
      <Q, A>(work: (request: Q) => A): grpc.handleUnaryCall<Q, A> =>
      (call, respond) => {
        respond(null, work(call.request));
      };
    const rest = Object.fromEntries(
      Object.keys(ResourceMonitorService).map((name) => [name, answer(() => new Empty())]),
    );
    this.server.addService(ResourceMonitorService, {
      ...rest,
      registerResource: answer((request: RegisterResourceRequest) => this.register(request)),
      invoke: answer(() => new InvokeResponse().setReturn(toStruct({ names: ["eu-west-1a"] }))),
    });
    return new Promise((resolve, reject) => {
      this.server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
        if (error === null) resolve(port);
        else reject(error);
      });
    });
  }

  public stop(): void {
    this.server.forceShutdown();
  }

  private register(request: RegisterResourceRequest): RegisterResourceResponse {
    this.requests.push(request);
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
    const urn = childUrn({ stack: "dev", project: "lab", type, name, parent });
    return new RegisterResourceResponse().setUrn(urn).setId(`${name}-id`).setObject(request.getObject());
  }
}

describe("simulator/provider-services", () => {
  it("registers awsx's children with the engine's monitor, on the provider of the request", async () => {
    const monitor = new Monitor();
    const port = await monitor.start();
    const served = await serveProvider({ package: "awsx" });
    const client = new ResourceProviderClient(`127.0.0.1:${served.port}`, grpc.credentials.createInsecure());
    const request = new ConstructRequest()
      .setMonitorendpoint(`127.0.0.1:${port}`)
      .setType("awsx:ec2:Vpc")
      .setName("main")
      .setParent(ROOT)
      .setProtect(true)
      .setInputs(toStruct({ numberOfAvailabilityZones: 1 }));
    request.getProvidersMap().set("aws", "urn:provider::id");
    try {
      const response = await new Promise<ConstructResponse>((resolve, reject) => {
        client.construct(request, (error, answer) => {
          if (error === null) resolve(answer);
          else reject(error);
        });
      });
      const children = monitor.requests.filter((child) => child.getCustom());
      assert.equal(children.length, 12);
      assert.ok(children.every((child) => child.getProvider() === "urn:provider::id" && child.getProtect()));
      const subnet = children.find((child) => child.getName() === "main-public-1");
      assert.equal(fromStruct(subnet?.getObject()).vpcId, "main-id");
      assert.equal(fromStruct(response.getState()).vpcId, "main-id");
      assert.equal(response.getStatedependenciesMap().get("vpcId")?.getUrnsList().length, 3);
    } finally {
      client.close();
      await served.close();
      monitor.stop();
    }
  });

  it("repeats throttled requests and nothing else", async () => {
    let attempts = 0;
    const failing = (code: string, times: number) => (): Promise<number> =>
      attempts++ < times ? Promise.reject(new AwsError(code, "no")) : Promise.resolve(attempts);
    assert.equal(await retried(failing("ThrottlingException", 2)), 3);
    attempts = 0;
    await assert.rejects(retried(failing("InternalError", 1)), /InternalError/);
    assert.equal(attempts, 1);
  });
});
