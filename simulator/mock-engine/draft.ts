import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { TransformResourceOptions, type RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { fromStruct, type WireObject } from "../wire";
import type { Registration } from "../vpc/registrar";

/** A registration while transforms may still change it. */
export interface Draft {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly custom: boolean;
  readonly remote: boolean;
  readonly inputs: WireObject;
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly options: TransformResourceOptions;
  /** Functions of the program that change this resource and everything below it. */
  readonly transforms: readonly Callback[];
}

/** What the program's SDK asks for. */
export function draftOfRequest(request: RegisterResourceRequest): Draft {
  const options = new TransformResourceOptions()
    .setDependsOnList(request.getDependenciesList())
    .setIgnoreChangesList(request.getIgnorechangesList())
    .setReplaceOnChangesList(request.getReplaceonchangesList())
    .setVersion(request.getVersion())
    .setAliasesList(request.getAliasesList())
    .setProvider(request.getProvider())
    .setDeletedWith(request.getDeletedwith())
    .setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList())
    .setImport(request.getImportid());
  if (request.getDeletebeforereplacedefined())
    options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  if (request.hasProtect()) options.setProtect(request.getProtect() === true);
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() === true);
  request.getProvidersMap().forEach((reference, name) => options.getProvidersMap().set(name, reference));
  const propertyDependencies: Record<string, string[]> = {};
  request
    .getPropertydependenciesMap()
    .forEach((urns, name) => (propertyDependencies[name] = urns.getUrnsList()));
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent(),
    custom: request.getCustom(),
    remote: request.getRemote(),
    inputs: fromStruct(request.getObject()),
    propertyDependencies,
    options,
    transforms: request.getTransformsList(),
  };
}

/** What a simulated component asks for. */
export function draftOfRegistration(registration: Registration): Draft {
  const options = new TransformResourceOptions()
    .setDependsOnList([...registration.dependencies])
    .setVersion(registration.version ?? "")
    .setProvider(registration.provider ?? "");
  if (registration.protect !== undefined) options.setProtect(registration.protect);
  if (registration.retainOnDelete !== undefined) options.setRetainOnDelete(registration.retainOnDelete);
  const { type, name, parent, custom, inputs, propertyDependencies } = registration;
  return { type, name, parent, custom, remote: false, inputs, propertyDependencies, options, transforms: [] };
}
