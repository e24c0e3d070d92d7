import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { FaultPlan } from "./faults";
import { awsMethods } from "./provider-services/aws";
import { awsxMethods } from "./provider-services/awsx";
import { EngineLog } from "./provider-services/engine-log";
import { UNLIMITED } from "./provider-services/engine-registrar";
import { SimulatedAws } from "./simulated-aws";
import type { WorldStore } from "./world";

/** What is served, and from where. */
export interface ServeOptions {
  /** The package whose provider this is. */
  readonly package: "aws" | "awsx";
  /**
   * TCP port on the loopback interface.
   * @default - one that is free
   */
  readonly port?: number;
  /**
   * Version the provider says it has; the engine warns of one below what the program asks for.
   * @default "7.48.0" of aws, "3.9.0" of awsx
   */
  readonly version?: string;
  /** @default - in memory, gone with the process */
  readonly store?: WorldStore;
  readonly faults?: FaultPlan;
  /**
   * The account that answers.
   * @default - the first one the provider allows
   */
  readonly accountId?: string;
  /** Folder from which the program's `@pulumi/aws` is resolved. */
  readonly projectDir?: string;
  /** Address of the engine, which starts a provider with it as its last argument. */
  readonly engineAddress?: string;
}

/** A provider that is being served. */
export interface ServedProvider {
  readonly port: number;
  /** Stops serving at once. */
  close(): Promise<void>;
}

function bind(server: grpc.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(new Error(`port ${port} cannot be listened to: ${error.message}`));
    });
  });
}

/**
 * Serves simulated AWS, or simulated awsx, to the real engine. A server is one instance of a provider: it holds the settings
 * that Configure gave it last.
 *
 * @throws Error when the port is taken.
 */
export async function serveProvider(options: ServeOptions): Promise<ServedProvider> {
  const log = new EngineLog();
  log.connect(options.engineAddress ?? "");
  const methods =
    options.package === "aws"
      ? awsMethods({ ...options, aws: new SimulatedAws(options), log, version: options.version ?? "7.48.0" })
      : awsxMethods({ log, version: options.version ?? "3.9.0" });
  const server = new grpc.Server(UNLIMITED);
  server.addService(ResourceProviderService, methods);
  const port = await bind(server, options.port ?? 0);
  return {
    port,
    close: () => {
      log.close();
      server.forceShutdown();
      return Promise.resolve();
    },
  };
}
