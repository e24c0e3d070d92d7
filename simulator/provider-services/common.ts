import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo, type PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  CheckResponse,
  ConfigureResponse,
  DiffResponse,
  GetSchemaResponse,
  ProviderHandshakeResponse,
  type CheckRequest,
  type ConfigureRequest,
  type ProviderHandshakeRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { EngineLog } from "./engine-log";
import { unary, unserved } from "./unary";

/** What a provider can receive. */
export interface Abilities {
  /** References to resources; otherwise the engine sends their ids. */
  readonly resources: boolean;
  /** Outputs with their dependencies; otherwise the engine sends their values. */
  readonly outputs: boolean;
}

/** The methods that every provider serves alike; all others answer that they are not simulated. */
export function commonMethods(
  version: string,
  abilities: Abilities,
  log: EngineLog,
): UntypedServiceImplementation {
  const rest = Object.fromEntries(Object.keys(ResourceProviderService).map((name) => [name, unserved(name)]));
  return {
    ...rest,
    handshake: unary((request: ProviderHandshakeRequest) => {
      log.connect(request.getEngineAddress());
      return new ProviderHandshakeResponse()
        .setAcceptSecrets(true)
        .setAcceptResources(abilities.resources)
        .setAcceptOutputs(abilities.outputs);
    }),
    attach: unary((request: PluginAttach) => {
      log.connect(request.getAddress());
      return new Empty();
    }),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    getSchema: unary(() => new GetSchemaResponse().setSchema("{}")),
    checkConfig: unary((request: CheckRequest) => new CheckResponse().setInputs(request.getNews())),
    diffConfig: unary(() => new DiffResponse().setChanges(DiffResponse.DiffChanges.DIFF_UNKNOWN)),
    configure: unary((request: ConfigureRequest) => configured(request, abilities)),
    cancel: unary(() => new Empty()),
  };
}

/** What Configure answers once the settings were taken. */
export function configured(_: ConfigureRequest, abilities: Abilities): ConfigureResponse {
  return new ConfigureResponse()
    .setAcceptsecrets(true)
    .setSupportspreview(true)
    .setAcceptresources(abilities.resources)
    .setAcceptoutputs(abilities.outputs);
}
