import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { UNLIMITED_MESSAGES } from "./transforms";

/** The services a program talks to, on a free port of this machine. */
export interface EngineServer {
  /** `127.0.0.1:<port>` */
  readonly address: string;
  /** Ends it, open calls included. */
  readonly close: () => void;
}

/** Serves a program's monitor and engine, each by its handlers. */
export function serveEngine(
  monitor: grpc.UntypedServiceImplementation,
  engine: grpc.UntypedServiceImplementation,
): Promise<EngineServer> {
  const server = new grpc.Server(UNLIMITED_MESSAGES);
  server.addService(ResourceMonitorService, monitor);
  server.addService(EngineService, engine);
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error !== null) reject(error);
      else
        resolve({
          address: `127.0.0.1:${port}`,
          close: () => {
            server.forceShutdown();
          },
        });
    });
  });
}
