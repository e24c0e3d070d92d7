import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { WireObject } from "../../simulator/wire";
import type { ResourceOptions, ResourceState } from "../engine/resource-state";
import { EncodedStruct } from "./encoded-struct";
import { changeProperties, withoutInternalKeys, withoutReferences } from "../engine/values";

/** Properties as policies get them: no references, and nothing that is between SDK and engine. */
function judged(properties: WireObject): WireObject {
  return withoutInternalKeys(changeProperties(properties, withoutReferences));
}

function optionsMessage(options: ResourceOptions, parent: string): AnalyzerResourceOptions {
  const message = new AnalyzerResourceOptions()
    .setProtect(options.protect === true)
    .setIgnorechangesList([...options.ignoreChanges])
    .setAdditionalsecretoutputsList([...options.additionalSecretOutputs])
    .setParent(parent)
    .setCustomtimeouts(
      new AnalyzerResourceOptions.CustomTimeouts()
        .setCreate(options.customTimeouts.create)
        .setUpdate(options.customTimeouts.update)
        .setDelete(options.customTimeouts.delete),
    );
  if (options.deleteBeforeReplace === undefined) return message;
  return message.setDeletebeforereplace(options.deleteBeforeReplace).setDeletebeforereplacedefined(true);
}

/** Providers as policies get them: nearly every resource of a stack has the same one. */
const providers = new WeakMap<ResourceState, AnalyzerProviderResource>();

function providerMessage(provider: ResourceState): AnalyzerProviderResource {
  const ready = providers.get(provider) ?? newProviderMessage(provider);
  providers.set(provider, ready);
  return ready;
}

function newProviderMessage(provider: ResourceState): AnalyzerProviderResource {
  return new AnalyzerProviderResource()
    .setType(provider.type)
    .setUrn(provider.urn)
    .setName(provider.name)
    .setProperties(new EncodedStruct(judged(provider.inputs)));
}

function resourceRequest(
  state: ResourceState,
  provider: ResourceState | undefined,
  properties: WireObject,
): AnalyzeRequest {
  const request = new AnalyzeRequest()
    .setType(state.type)
    .setUrn(state.urn)
    .setName(state.name)
    .setProperties(new EncodedStruct(properties))
    .setOptions(optionsMessage(state.options, state.parent));
  return provider === undefined ? request : request.setProvider(providerMessage(provider));
}

/** Asks policies about a resource's inputs. */
export function analyzeRequest(state: ResourceState, provider: ResourceState | undefined): AnalyzeRequest {
  return resourceRequest(state, provider, judged(state.inputs));
}

/** Asks policies to repair a resource's inputs; they get all of it. */
export function remediateRequest(state: ResourceState, provider: ResourceState | undefined): AnalyzeRequest {
  return resourceRequest(state, provider, changeProperties(state.inputs, withoutReferences));
}

/** A resource with its outputs, for policies on the stack as a whole. */
export function stackResource(state: ResourceState, provider: ResourceState | undefined): AnalyzerResource {
  const resource = new AnalyzerResource()
    .setType(state.type)
    .setUrn(state.urn)
    .setName(state.name)
    .setProperties(new EncodedStruct(judged(state.outputs)))
    .setOptions(optionsMessage(state.options, state.parent))
    .setParent(state.parent)
    .setDependenciesList([...state.dependencies]);
  for (const [key, urns] of Object.entries(state.propertyDependencies)) {
    if (urns.length === 0) continue;
    resource.getPropertydependenciesMap().set(key, new AnalyzerPropertyDependencies().setUrnsList([...urns]));
  }
  return provider === undefined ? resource : resource.setProvider(providerMessage(provider));
}
