import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  type ReadResourceRequest,
  ReadResourceResponse,
  type RegisterPackageRequest,
  RegisterPackageResponse,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  RegisterResourceResponse,
  type ResourceInvokeRequest,
  type SupportsFeatureRequest,
  SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { toStruct } from "../../simulator/wire";
import type { Functions } from "./functions";
import type { Packages } from "./packages";
import type { Registered, Registrations, RemoteConstruction } from "./registrations";
import { answer, complete } from "./service";
import type { TransformChain } from "./transform-chain";

/** What the monitor offers to SDKs; what an SDK asks for and is not here, it does without. */
const FEATURES: ReadonlySet<string> = new Set([
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "replacementTrigger",
  "deletedWith",
  "replaceWith",
  "transforms",
  "invokeTransforms",
  "parameterization",
  "resourceHooks",
  "errorHooks",
]);

/** What the resource monitor hands its calls to. */
export interface MonitorParts {
  readonly registrations: Registrations;
  readonly functions: Functions;
  readonly transforms: TransformChain;
  readonly packages: Packages;
  readonly construct: RemoteConstruction;
  /** Told when the program has said that nothing more will come. */
  readonly finished: () => void;
  /** Told of a registration or read that failed. */
  readonly failed: (error: unknown) => void;
}

/** The handlers of the `ResourceMonitor` service: what the engine is to a program. */
export function monitorHandlers(parts: MonitorParts): UntypedServiceImplementation {
  const { registrations, functions, transforms, packages } = parts;
  const fatal = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      parts.failed(error);
      throw error;
    });
  return complete(ResourceMonitorService, {
    supportsFeature: answer((request: SupportsFeatureRequest) =>
      new SupportsFeatureResponse().setHassupport(FEATURES.has(request.getId())),
    ),
    registerResource: answer(async (request: RegisterResourceRequest) =>
      registerResponse(await fatal(registrations.register(request, parts.construct))),
    ),
    registerResourceOutputs: answer((request: RegisterResourceOutputsRequest) => {
      registrations.registerOutputs(request);
      return new Empty();
    }),
    readResource: answer(async (request: ReadResourceRequest) => {
      const { urn, outputs } = await fatal(registrations.read(request));
      return new ReadResourceResponse().setUrn(urn).setProperties(toStruct(outputs));
    }),
    invoke: answer(async (request: ResourceInvokeRequest) =>
      new InvokeResponse().setReturn(toStruct(await functions.invoke(request))),
    ),
    registerStackTransform: answer((callback: Callback) => {
      transforms.addStackTransform(callback);
      return new Empty();
    }),
    registerStackInvokeTransform: answer((callback: Callback) => {
      functions.addTransform(callback);
      return new Empty();
    }),
    // Hooks run when something is created, updated or deleted; in a preview nothing is.
    registerResourceHook: answer(() => new Empty()),
    registerErrorHook: answer(() => new Empty()),
    registerPackage: answer((request: RegisterPackageRequest) =>
      new RegisterPackageResponse().setRef(packages.register(request)),
    ),
    signalAndWaitForShutdown: answer(() => {
      parts.finished();
      return new Empty();
    }),
  });
}

function registerResponse(registered: Registered): RegisterResourceResponse {
  const response = new RegisterResourceResponse()
    .setUrn(registered.urn)
    .setId(registered.id)
    .setObject(toStruct(registered.outputs));
  for (const [key, urns] of Object.entries(registered.outputDependencies ?? {})) {
    const dependencies = new RegisterResourceResponse.PropertyDependencies().setUrnsList([...urns]);
    response.getPropertydependenciesMap().set(key, dependencies);
  }
  return response;
}
