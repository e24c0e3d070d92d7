import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { type RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { WireObject } from "../../simulator/wire";
import { aliasUrn, wellFormed } from "./aliases";
import { providerUrn, type ResourceOptions, type ResourceState } from "./resource-state";
import type { SourcePoint } from "./source";
import { isProviderType, packageOf, typeOf, type UrnScope } from "./urn";
import type { PropertyDependencies } from "./values";

/** What a registration wants to be, once transforms and providers are settled. */
export interface Goal {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly custom: boolean;
  readonly inputs: WireObject;
  /** A reference, `<urn>::<id>`; empty for components and providers. */
  readonly provider: string;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: PropertyDependencies;
  readonly options: ResourceOptions;
  /** Where the program makes it; absent where the SDK does not say. */
  readonly source?: SourcePoint;
}

/** A registration with the options that transforms may change. */
export interface Request {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly custom: boolean;
  readonly remote: boolean;
  readonly properties: WireObject;
  readonly dependencies: readonly string[];
  /** Absent when the request does not say. */
  readonly propertyDependencies?: PropertyDependencies;
  readonly packageReference: string;
  readonly options: TransformResourceOptions;
  /** Functions of the program that may change this resource and its descendants. */
  readonly transforms: readonly Callback[];
  /** Where the program makes it; absent where the SDK does not say. */
  readonly source?: SourcePoint;
}

/** The aliases of a request, corrected for older SDKs. */
function aliasesOf(request: RegisterResourceRequest): Alias[] {
  const urns = request.getAliasurnsList().map((urn) => new Alias().setUrn(urn));
  const aliases = request.getAliasesList();
  return [...urns, ...(request.getAliasspecs() ? aliases : aliases.map(wellFormed))];
}

/**
 * The options as transforms see them; what the request leaves open is inherited from its parent.
 *
 * @param parent - The parent, if it is registered.
 */
export function optionsOf(
  request: RegisterResourceRequest,
  parent: ResourceState | undefined,
): TransformResourceOptions {
  const options = new TransformResourceOptions()
    .setDependsOnList(request.getDependenciesList())
    .setIgnoreChangesList(request.getIgnorechangesList())
    .setReplaceOnChangesList(request.getReplaceonchangesList())
    .setReplaceWithList(request.getReplaceWithList())
    .setVersion(request.getVersion())
    .setAliasesList(aliasesOf(request))
    .setProvider(request.getProvider() || inheritedProvider(request, parent))
    .setCustomTimeouts(request.getCustomtimeouts())
    .setPluginDownloadUrl(request.getPlugindownloadurl())
    .setDeletedWith(request.getDeletedwith() || (parent?.options.deletedWith ?? ""))
    .setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList())
    .setHooks(request.getHooks())
    .setImport(request.getImportid())
    .setHideDiffList(request.getHidediffsList());
  request.getProvidersMap().forEach((reference, name) => options.getProvidersMap().set(name, reference));
  if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace()) {
    options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  }
  setProtections(options, request, parent?.options);
  return options;
}

/** What keeps a resource, or its remains, from being deleted; left out means as with the parent. */
function setProtections(
  options: TransformResourceOptions,
  request: RegisterResourceRequest,
  inherited: ResourceOptions | undefined,
): void {
  const protect = request.hasProtect() ? request.getProtect() : inherited?.protect;
  if (protect !== undefined) options.setProtect(protect);
  const retain = request.hasRetainondelete() ? request.getRetainondelete() : inherited?.retainOnDelete;
  if (retain !== undefined) options.setRetainOnDelete(retain);
}

/** A resource has its parent's provider when that provides the resource's package; a local component has it in any case. */
function inheritedProvider(request: RegisterResourceRequest, parent: ResourceState | undefined): string {
  if (parent === undefined || parent.provider === "") return "";
  const local = !request.getRemote() && !request.getCustom();
  const provided = packageOf(typeOf(providerUrn(parent.provider)));
  return local || provided === packageOf(request.getType()) ? parent.provider : "";
}

/** The part of the options that is kept with the resource. */
export function keptOptions(scope: UrnScope, request: Request): ResourceOptions {
  const { options } = request;
  const timeouts = options.getCustomTimeouts();
  return {
    ...(options.hasProtect() && { protect: options.getProtect() === true }),
    ...(options.hasRetainOnDelete() && { retainOnDelete: options.getRetainOnDelete() === true }),
    deletedWith: options.getDeletedWith(),
    ignoreChanges: options.getIgnoreChangesList(),
    ...(options.hasDeleteBeforeReplace() && {
      deleteBeforeReplace: options.getDeleteBeforeReplace() === true,
    }),
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    aliases: options.getAliasesList().map((alias) => aliasUrn(scope, request, alias)),
    customTimeouts: {
      create: secondsOf(timeouts?.getCreate()),
      update: secondsOf(timeouts?.getUpdate()),
      delete: secondsOf(timeouts?.getDelete()),
    },
  };
}

const SECONDS_PER_UNIT: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Seconds of a duration such as `1h30m`; 0 for none. */
export function secondsOf(duration: string | undefined): number {
  const parts = [...(duration ?? "").matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (SECONDS_PER_UNIT[unit ?? ""] ?? 0), 0);
}

/** Whether a resource needs a provider: made by one, but not one itself. */
export function needsProvider(type: string, custom: boolean, remote: boolean): boolean {
  return remote || (custom && !isProviderType(type));
}
