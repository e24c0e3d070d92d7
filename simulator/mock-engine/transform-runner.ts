import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import {
  CallbackInvokeRequest,
  type Callback,
  type CallbackInvokeResponse,
} from "@pulumi/pulumi/proto/callback_pb";
import { TransformRequest, TransformResponse } from "@pulumi/pulumi/proto/resource_pb";
import { received } from "../vpc/tracked";
import { fromStruct, toStruct } from "../wire";
import type { Draft } from "./draft";

/**
 * Runs transforms as the engine does: over the SDK's own callback server, the resource's own first, then its ancestors'
 * from the nearest up, then the stack's.
 */
export class TransformRunner {
  private readonly ofStack: Callback[] = [];
  private readonly ofResource = new Map<string, readonly Callback[]>();
  private readonly parents = new Map<string, string>();
  private readonly clients = new Map<string, CallbacksClient>();

  /** Adds a transform for every resource. */
  public addStackTransform(callback: Callback): void {
    this.ofStack.push(callback);
  }

  /** Remembers a resource for what is below it. */
  public remember(urn: string, { parent, transforms }: Draft): void {
    this.parents.set(urn, parent);
    this.ofResource.set(urn, transforms);
  }

  /** Ends the connections. */
  public close(): void {
    for (const client of this.clients.values()) client.close();
  }

  /** The registration as every transform that applies leaves it. */
  public async run(draft: Draft): Promise<Draft> {
    let changed = draft;
    for (const callback of [...draft.transforms, ...this.ofAncestors(draft.parent), ...this.ofStack]) {
      changed = await this.transform(callback, changed);
    }
    return withDependencies(changed);
  }

  private *ofAncestors(parent: string): Iterable<Callback> {
    for (let urn = parent; urn !== ""; urn = this.parents.get(urn) ?? "")
      yield* this.ofResource.get(urn) ?? [];
  }

  private async transform(callback: Callback, draft: Draft): Promise<Draft> {
    const message = new TransformRequest()
      .setType(draft.type)
      .setName(draft.name)
      .setParent(draft.parent)
      .setCustom(draft.custom)
      .setProperties(toStruct(draft.inputs))
      .setOptions(draft.options);
    const answer = TransformResponse.deserializeBinary(await this.call(callback, message.serializeBinary()));
    const properties = answer.getProperties();
    return {
      ...draft,
      inputs: properties === undefined ? draft.inputs : fromStruct(properties),
      options: answer.getOptions() ?? draft.options,
    };
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
    const client = new CallbacksClient(target, grpc.credentials.createInsecure());
    this.clients.set(target, client);
    return client;
  }
}

/** A transform may bring in outputs of other resources, or take properties away. */
function withDependencies(draft: Draft): Draft {
  const byProperty = Object.entries(draft.inputs).map(([name, value]): [string, string[]] => {
    const stated = draft.propertyDependencies[name] ?? [];
    return [name, [...new Set([...stated, ...received(value).dependencies])]];
  });
  const all = new Set([...draft.options.getDependsOnList(), ...byProperty.flatMap(([, urns]) => urns)]);
  draft.options.setDependsOnList([...all]);
  return { ...draft, propertyDependencies: Object.fromEntries(byProperty) };
}
