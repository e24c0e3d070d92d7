import type { ServerWritableStream } from "@grpc/grpc-js";
import { RunPluginResponse, type ProgramInfo, type RunPluginRequest } from "@pulumi/pulumi/proto/language_pb";
import { exitCodeOf, type ChildProcesses } from "./child-processes";

/** The stream on which the engine hears what a plugin prints and how it ends. */
export type PluginStream = ServerWritableStream<RunPluginRequest, RunPluginResponse>;

/** Runs a plugin written for Node (a policy pack, or a provider in source form) until it ends or the engine cancels it. */
export async function runPlugin(stream: PluginStream, children: ChildProcesses): Promise<void> {
  const request = stream.request;
  const info = request.getInfo();
  if (info === undefined)
    throw new Error("RunPlugin: the engine gave no program; Pulumi CLI 3.100 or later is required");
  const child = children.start({
    args: [runnerFor(request.getKind(), info), ...request.getArgsList(), info.getProgramDirectory()],
    cwd: workingDirectory(request, info),
    env: { ...process.env, ...environmentOf(request) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  stream.on("cancelled", () => child.kill("SIGTERM"));
  child.stdout?.on("data", (chunk: Buffer) => stream.write(new RunPluginResponse().setStdout(chunk)));
  child.stderr?.on("data", (chunk: Buffer) => stream.write(new RunPluginResponse().setStderr(chunk)));
  stream.write(new RunPluginResponse().setExitcode(await exitCodeOf(child)));
  stream.end();
}

function runnerFor(kind: string, info: ProgramInfo): string {
  const runner = kind === "analyzer" ? "@pulumi/pulumi/cmd/run-policy-pack" : "@pulumi/pulumi/cmd/run-plugin";
  return require.resolve(runner, { paths: [info.getProgramDirectory()] });
}

// A policy pack reads its version from the package.json of its working directory.
function workingDirectory(request: RunPluginRequest, info: ProgramInfo): string {
  return request.getKind() === "analyzer" ? info.getProgramDirectory() : request.getPwd();
}

function environmentOf(request: RunPluginRequest): NodeJS.ProcessEnv {
  return Object.fromEntries(
    request.getEnvList().map((entry) => {
      const separator = entry.indexOf("=");
      return [entry.slice(0, separator), entry.slice(separator + 1)];
    }),
  );
}
