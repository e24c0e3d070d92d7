import type { ServiceError } from "@grpc/grpc-js";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import {
  ReadResourceResponse,
  RegisterPackageResponse,
  RegisterResourceResponse,
  SupportsFeatureResponse,
  type ReadResourceRequest,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  type ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { fromStruct, toStruct } from "../wire";
import type { MockEngine } from "./engine";
import { draftOfRequest } from "./draft";

/** How the SDK takes an answer: in process, but in gRPC's manner. */
type Answer<T> = (error: ServiceError | Error | null, response?: T) => void;

/**
 * What the SDK talks to instead of the engine's resource monitor. Its methods are those of the gRPC client, so that the SDK
 * cannot tell.
 */
export class MockResourceMonitor {
  /** @param engine - What answers. */
  public constructor(private readonly engine: MockEngine) {}

  /** Registers a resource, with its children when it is a remote component. */
  public registerResource(request: RegisterResourceRequest, answer: Answer<RegisterResourceResponse>): void {
    this.settle(answer, async () => {
      const registered = await this.engine.register(draftOfRequest(request));
      const response = new RegisterResourceResponse()
        .setUrn(registered.urn)
        .setId(registered.id)
        .setObject(toStruct(registered.outputs));
      for (const [name, urns] of Object.entries(registered.outputDependencies ?? {})) {
        const dependencies = new RegisterResourceResponse.PropertyDependencies().setUrnsList([...urns]);
        response.getPropertydependenciesMap().set(name, dependencies);
      }
      return response;
    });
  }

  /** Reads a resource that belongs to somebody else. */
  public readResource(request: ReadResourceRequest, answer: Answer<ReadResourceResponse>): void {
    this.settle(answer, async () => {
      const read = await this.engine.read({
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        id: request.getId(),
        provider: request.getProvider(),
        state: fromStruct(request.getProperties()),
        dependencies: request.getDependenciesList(),
      });
      return new ReadResourceResponse().setUrn(read.urn).setProperties(toStruct(read.outputs));
    });
  }

  /** Takes the outputs a component gives itself. */
  public registerResourceOutputs(request: RegisterResourceOutputsRequest, answer: Answer<Empty>): void {
    this.settle(answer, () => {
      this.engine.registerComponentOutputs(request.getUrn(), fromStruct(request.getOutputs()));
      return Promise.resolve(new Empty());
    });
  }

  /** Calls a provider function. */
  public invoke(request: ResourceInvokeRequest, answer: Answer<InvokeResponse>): void {
    this.settle(answer, async () => {
      const args = fromStruct(request.getArgs());
      const result = await this.engine.call({
        token: request.getTok(),
        args,
        provider: request.getProvider(),
      });
      return new InvokeResponse().setReturn(toStruct(result));
    });
  }

  /** Adds a transform for every resource of the stack. */
  public registerStackTransform(callback: Callback, answer: Answer<Empty>): void {
    this.engine.transforms.addStackTransform(callback);
    answer(null, new Empty());
  }

  /** The engine has every feature. */
  public supportsFeature(_: unknown, answer: Answer<SupportsFeatureResponse>): void {
    answer(null, new SupportsFeatureResponse().setHassupport(true));
  }

  /** Packages need no preparation. */
  public registerPackage(_: unknown, answer: Answer<RegisterPackageResponse>): void {
    answer(null, new RegisterPackageResponse().setRef("simulated"));
  }

  /** There is nothing to wait for. */
  public signalAndWaitForShutdown(_: unknown, answer: Answer<Empty>): void {
    answer(null, new Empty());
  }

  /** There is no connection. */
  public close(): void {
    this.engine.transforms.close();
  }

  private settle<T>(answer: Answer<T>, work: () => Promise<T>): void {
    work().then(
      (response) => {
        answer(null, response);
      },
      (error: unknown) => {
        const failure = error instanceof Error ? error : new Error(String(error));
        this.engine.failures.push(failure);
        answer(failure);
      },
    );
  }
}
