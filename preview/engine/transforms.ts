import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import {
  type Callback,
  CallbackInvokeRequest,
  type CallbackInvokeResponse,
} from "@pulumi/pulumi/proto/callback_pb";
import {
  type TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
  type TransformResourceOptions,
  TransformRequest,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { fromStruct, toStruct, type WireObject } from "../../simulator/wire";

/** Messages between the processes of a preview have no size limit. */
export const UNLIMITED_MESSAGES: grpc.ChannelOptions = {
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
};

/** What a transform may change of a registration. */
export interface Transformed {
  /** Outputs, secrets and unknown values as output envelopes. */
  readonly properties: WireObject;
  readonly options: TransformResourceOptions;
}

/** The resource a transform looks at. */
export interface TransformSubject {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly custom: boolean;
}

/** Calls functions that live in the program's process. */
export class ProgramCallbacks {
  private readonly clients = new Map<string, CallbacksClient>();

  /** Runs a resource transform. */
  public async transform(
    callback: Callback,
    subject: TransformSubject,
    given: Transformed,
  ): Promise<Transformed> {
    const request = new TransformRequest()
      .setType(subject.type)
      .setName(subject.name)
      .setParent(subject.parent)
      .setCustom(subject.custom)
      .setProperties(toStruct(given.properties))
      .setOptions(given.options);
    const response = TransformResponse.deserializeBinary(
      await this.call(callback, request.serializeBinary()),
    );
    const properties = response.getProperties();
    return {
      properties: properties === undefined ? given.properties : fromStruct(properties),
      options: response.getOptions() ?? given.options,
    };
  }

  /** Runs an invoke transform. */
  public async transformInvoke(
    callback: Callback,
    token: string,
    args: WireObject,
    options: TransformInvokeOptions,
  ): Promise<{ args: WireObject; options: TransformInvokeOptions }> {
    const request = new TransformInvokeRequest().setToken(token).setArgs(toStruct(args)).setOptions(options);
    const response = TransformInvokeResponse.deserializeBinary(
      await this.call(callback, request.serializeBinary()),
    );
    const changed = response.getArgs();
    return {
      args: changed === undefined ? args : fromStruct(changed),
      options: response.getOptions() ?? options,
    };
  }

  /** Ends the connections. */
  public close(): void {
    for (const client of this.clients.values()) client.close();
  }

  private call(callback: Callback, message: Uint8Array): Promise<Uint8Array> {
    const request = new CallbackInvokeRequest().setToken(callback.getToken()).setRequest(message);
    return new Promise((resolve, reject) => {
      this.client(callback.getTarget()).invoke(request, (error, response: CallbackInvokeResponse) => {
        if (error === null) resolve(response.getResponse_asU8());
        else reject(new Error(error.details));
      });
    });
  }

  private client(target: string): CallbacksClient {
    const known = this.clients.get(target);
    if (known !== undefined) return known;
    const client = new CallbacksClient(target, grpc.credentials.createInsecure(), UNLIMITED_MESSAGES);
    this.clients.set(target, client);
    return client;
  }
}
