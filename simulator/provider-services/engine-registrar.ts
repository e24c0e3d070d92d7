import * as grpc from "@grpc/grpc-js";
import type { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
  type RegisterResourceResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { AWS_VERSION } from "../vpc/family";
import type { Registered, Registrar, Registration } from "../vpc/registrar";
import { fromStruct, toStruct, type WireObject } from "../wire";
import type { EngineLog } from "./engine-log";

/** Registrations of a large VPC exceed gRPC's default of 4 MiB. */
export const UNLIMITED: grpc.ChannelOptions = {
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
};

function requestOf(registration: Registration): RegisterResourceRequest {
  const request = new RegisterResourceRequest()
    .setType(registration.type)
    .setName(registration.name)
    .setParent(registration.parent)
    .setCustom(registration.custom)
    .setObject(toStruct(registration.inputs))
    .setDependenciesList([...registration.dependencies])
    .setProvider(registration.provider ?? "")
    .setVersion(registration.version ?? "")
    .setAcceptsecrets(true)
    .setAcceptresources(true)
    .setAliasspecs(true)
    .setSupportspartialvalues(true);
  for (const [name, urns] of Object.entries(registration.propertyDependencies)) {
    const dependencies = new RegisterResourceRequest.PropertyDependencies().setUrnsList([...urns]);
    request.getPropertydependenciesMap().set(name, dependencies);
  }
  for (const [name, reference] of Object.entries(registration.providers ?? {})) {
    request.getProvidersMap().set(name, reference);
  }
  if (registration.protect !== undefined) request.setProtect(registration.protect);
  if (registration.retainOnDelete !== undefined) request.setRetainondelete(registration.retainOnDelete);
  return request;
}

/** A gRPC call as a promise of its response. */
function called<T>(
  send: (answer: (error: grpc.ServiceError | null, response: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    send((error, response) => {
      if (error === null) resolve(response);
      else reject(new Error(error.details));
    });
  });
}

/** Registers a component's children with the engine that asked for the component. */
export class EngineRegistrar implements Registrar {
  private readonly monitor: ResourceMonitorClient;

  /**
   * @param address - The engine's resource monitor.
   * @param log - The way to the user.
   */
  public constructor(
    address: string,
    private readonly log: EngineLog,
  ) {
    this.monitor = new ResourceMonitorClient(address, grpc.credentials.createInsecure(), UNLIMITED);
  }

  public async registerResource(registration: Registration): Promise<Registered> {
    const request = requestOf(registration);
    const response = await called<RegisterResourceResponse>((answer) =>
      this.monitor.registerResource(request, answer),
    );
    return { urn: response.getUrn(), id: response.getId(), outputs: fromStruct(response.getObject()) };
  }

  public async registerOutputs(urn: string, outputs: WireObject): Promise<void> {
    const request = new RegisterResourceOutputsRequest().setUrn(urn).setOutputs(toStruct(outputs));
    await called((answer) => this.monitor.registerResourceOutputs(request, answer));
  }

  public async invoke(call: { token: string; args: WireObject; provider?: string }): Promise<WireObject> {
    const request = new ResourceInvokeRequest()
      .setTok(call.token)
      .setArgs(toStruct(call.args))
      .setProvider(call.provider ?? "")
      .setVersion(AWS_VERSION)
      .setAcceptresources(true);
    const response = await called<InvokeResponse>((answer) => this.monitor.invoke(request, answer));
    const [failure] = response.getFailuresList();
    if (failure !== undefined) throw new Error(`${call.token}: ${failure.getReason()}`);
    return fromStruct(response.getReturn());
  }

  public warn(message: string, urn: string): Promise<void> {
    return this.log.say("WARNING", message, urn);
  }

  /** Ends the connection. */
  public close(): void {
    this.monitor.close();
  }
}
