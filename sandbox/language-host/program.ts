import { RunResponse, type ProgramInfo, type RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { exitCodeOf, type ChildProcesses } from "./child-processes";

// What Pulumi's own runner exits with after it has told the user about the error itself.
const ALREADY_TOLD = 32;

/** The options of `runtime:` in `Pulumi.yaml` that Pulumi's own Node host honours and that this one does too. */
interface RuntimeOptions {
  readonly nodeargs?: string;
  readonly typescript?: boolean;
}

/**
 * Runs a program to its end, as the engine asks for with `Run`.
 *
 * @param engine - address of the engine, which the program logs to
 */
export async function runProgram(
  request: RunRequest,
  engine: string,
  children: ChildProcesses,
): Promise<RunResponse> {
  const info = request.getInfo();
  if (info === undefined)
    throw new Error("Run: the engine gave no program; Pulumi CLI 3.100 or later is required");
  const options = runtimeOptions(info);
  const child = children.start({
    args: [
      ...(options.nodeargs?.split(" ").filter((word) => word !== "") ?? []),
      require.resolve("@pulumi/pulumi/cmd/run", { paths: [info.getProgramDirectory()] }),
      ...runnerArguments(request, info, engine),
      info.getEntryPoint(),
      ...request.getArgsList(),
    ],
    cwd: request.getPwd(),
    env: programEnvironment(request, options),
    stdio: ["ignore", "inherit", "inherit"],
  });
  return responseFor(await exitCodeOf(child));
}

function runnerArguments(request: RunRequest, info: ProgramInfo, engine: string): string[] {
  const args = [
    ...["--monitor", request.getMonitorAddress(), "--engine", engine],
    ...["--organization", request.getOrganization(), "--project", request.getProject()],
    ...["--stack", request.getStack(), "--root-directory", info.getRootDirectory()],
    ...["--pwd", request.getPwd(), "--parallel", String(request.getParallel())],
  ];
  return request.getDryrun() ? [...args, "--dry-run"] : args;
}

function programEnvironment(request: RunRequest, options: RuntimeOptions): NodeJS.ProcessEnv {
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value, key) => (config[key] = value));
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    PULUMI_NODEJS_TYPESCRIPT: String(options.typescript ?? true),
  };
}

function runtimeOptions(info: ProgramInfo): RuntimeOptions {
  // The project file's own schema has checked these options before the engine passes them on.
  return info.getOptions()?.toJavaScript() ?? {};
}

function responseFor(exitCode: number): RunResponse {
  const response = new RunResponse();
  if (exitCode === ALREADY_TOLD) response.setBail(true);
  else if (exitCode !== 0) response.setError(`the program ended with exit code ${exitCode}`);
  return response;
}
