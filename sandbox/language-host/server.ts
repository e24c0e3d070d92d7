import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  InstallDependenciesResponse,
  LanguageHandshakeResponse,
  type RunRequest,
  type RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { version } from "@pulumi/pulumi/version";
import { ChildProcesses } from "./child-processes";
import { runPlugin, type PluginStream } from "./plugin";
import { runProgram } from "./program";

/** A language host that answers the engine. */
export interface LanguageHost {
  /** Port on the loopback address. */
  readonly port: number;
  /** Ends every program and plugin that it runs, and stops answering. */
  readonly close: () => void;
}

/**
 * Serves `pulumirpc.LanguageRuntime` for Node programs and plugins.
 *
 * It answers what a deployment needs. Everything else (project templates, code generation, `pulumi about`) is
 * answered with `UNIMPLEMENTED`, which the engine reports as such.
 *
 * @param engine - address of the engine, as the CLI gives it to a language host
 */
export async function serveLanguageHost(engine: string): Promise<LanguageHost> {
  const children = new ChildProcesses();
  const server = new grpc.Server({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  server.addService(LanguageRuntimeService, handlers(engine, children));
  const port = await listen(server);
  const close = (): void => {
    children.endAll("SIGTERM");
    server.forceShutdown();
  };
  return { port, close };
}

function handlers(engine: string, children: ChildProcesses): grpc.UntypedServiceImplementation {
  return {
    handshake: answer(() => new LanguageHandshakeResponse()),
    getPluginInfo: answer(() => new PluginInfo().setVersion(version)),
    // None: what the program needs lies in the sandbox's plugin folder already, and nothing is to be downloaded.
    getRequiredPackages: answer(() => new GetRequiredPackagesResponse()),
    getRequiredPlugins: answer(() => new GetRequiredPluginsResponse()),
    installDependencies: refuseToInstall,
    run: answer<RunRequest, RunResponse>((request) => runProgram(request, engine, children)),
    runPlugin: (stream: PluginStream): void => {
      runPlugin(stream, children).catch((cause: unknown) => {
        stream.destroy(internalError(cause));
      });
    },
    cancel: answer(() => {
      children.endAll("SIGTERM");
      return new Empty();
    }),
  };
}

function answer<Request, Response>(
  respond: (request: Request) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then(respond)
      .then((response) => {
        callback(null, response);
      })
      .catch((cause: unknown) => {
        callback(internalError(cause));
      });
  };
}

function refuseToInstall(stream: grpc.ServerWritableStream<unknown, InstallDependenciesResponse>): void {
  stream.write(
    new InstallDependenciesResponse().setStderr(
      Buffer.from("The sandbox installs nothing: run `npm ci` in the project's folder.\n"),
    ),
  );
  stream.end();
}

function internalError(cause: unknown): Error & { code: grpc.status } {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  return Object.assign(error, { code: grpc.status.INTERNAL });
}

function listen(server: grpc.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}
