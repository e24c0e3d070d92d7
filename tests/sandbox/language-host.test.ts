import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { LanguageRuntimeClient } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  GetRequiredPackagesRequest,
  ProgramInfo,
  RunPluginRequest,
  RunRequest,
  type RunPluginResponse,
  type RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { isAlive } from "../../sandbox/lock";
import { serveLanguageHost, type LanguageHost } from "../../sandbox/language-host/server";

/** What a stand-in for Pulumi's runner was started with. */
interface Started {
  readonly pid: number;
  readonly args: readonly string[];
  readonly nodeArgs: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const RUNNER = `
  const { argv, execArgv, env, pid } = process;
  require("fs").writeFileSync(__dirname + "/started.json", JSON.stringify({ pid, args: argv.slice(2), nodeArgs: execArgv, cwd: process.cwd(), env }));
  if (env.FROM_ENGINE !== undefined) console.log("a line");
  if (env.STAY !== undefined) setInterval(() => {}, 1000);
  else process.exit(Number(env.EXIT_CODE ?? 0));
`;

describe("the language host", () => {
  let folder = "";
  let host: LanguageHost;
  let client: LanguageRuntimeClient;

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "program-")));
    for (const runner of ["run", "run-policy-pack"]) {
      mkdirSync(runnerDir(runner), { recursive: true });
      writeFileSync(join(runnerDir(runner), "index.js"), RUNNER);
    }
    host = await serveLanguageHost("127.0.0.1:1");
    client = new LanguageRuntimeClient(`127.0.0.1:${host.port}`, grpc.credentials.createInsecure());
  });
  afterEach(() => {
    client.close();
    host.close();
    rmSync(folder, { recursive: true, force: true });
    delete process.env.EXIT_CODE;
    delete process.env.STAY;
  });

  const runnerDir = (name: string): string => join(folder, "node_modules", "@pulumi", "pulumi", "cmd", name);
  const started = (name: string): Started =>
    JSON.parse(readFileSync(join(runnerDir(name), "started.json"), "utf8")) as Started;
  const info = (options: Record<string, string | boolean> = {}): ProgramInfo =>
    new ProgramInfo()
      .setRootDirectory("/project")
      .setProgramDirectory(folder)
      .setEntryPoint(".")
      .setOptions(Struct.fromJavaScript(options));

  const run = (request: RunRequest): Promise<RunResponse> =>
    new Promise((resolve, reject) => {
      client.run(request, (error, response) => {
        if (error === null) resolve(response);
        else reject(error);
      });
    });
  const untilStarted = async (name: string): Promise<Started> => {
    for (;;) {
      try {
        return started(name);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  const untilEnded = async (pid: number): Promise<void> => {
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it("runs a program in its folder with everything that the engine says", async () => {
    const request = new RunRequest()
      .setInfo(info())
      .setPwd(folder)
      .setProject("shop")
      .setStack("dev")
      .setOrganization("organization")
      .setMonitorAddress("127.0.0.1:2")
      .setParallel(16)
      .setDryrun(true)
      .setConfigsecretkeysList(["shop:key"]);
    request.getConfigMap().set("shop:key", "value");
    const response = await run(request);
    assert.deepEqual([response.getError(), response.getBail()], ["", false]);
    const { args, cwd, env } = started("run");
    const line = args.join(" ");
    const expected =
      "--monitor 127.0.0.1:2 --engine 127.0.0.1:1 --organization organization --project shop --stack dev " +
      `--root-directory /project --pwd ${folder} --parallel 16 --dry-run .`;
    assert.equal(line, expected);
    assert.equal(cwd, folder);
    assert.equal(env.PULUMI_CONFIG, '{"shop:key":"value"}');
    assert.equal(env.PULUMI_CONFIG_SECRET_KEYS, '["shop:key"]');
    assert.equal(env.PULUMI_NODEJS_TYPESCRIPT, "true");
  });

  it("leaves out the dry run in an update, and honours the options of Pulumi.yaml", async () => {
    const options = { nodeargs: "--stack-trace-limit=5 --no-warnings", typescript: false };
    await run(new RunRequest().setInfo(info(options)).setPwd(folder));
    const { args, nodeArgs, env } = started("run");
    assert.equal(args.includes("--dry-run"), false);
    assert.deepEqual(nodeArgs, ["--stack-trace-limit=5", "--no-warnings"]);
    assert.equal(env.PULUMI_NODEJS_TYPESCRIPT, "false");
  });

  it("says that the user knows already when the program ends with 32, and which code it was otherwise", async () => {
    process.env.EXIT_CODE = "32";
    const told = await run(new RunRequest().setInfo(info()).setPwd(folder));
    assert.deepEqual([told.getError(), told.getBail()], ["", true]);
    process.env.EXIT_CODE = "3";
    const failed = await run(new RunRequest().setInfo(info()).setPwd(folder));
    assert.deepEqual([failed.getError(), failed.getBail()], ["the program ended with exit code 3", false]);
  });

  it("reports a program folder without Pulumi's SDK as an error of the call", async () => {
    rmSync(join(folder, "node_modules"), { recursive: true });
    await assert.rejects(
      run(new RunRequest().setInfo(info()).setPwd(folder)),
      /Cannot find module '@pulumi\/pulumi/,
    );
  });

  it("ends the program when the engine cancels", async () => {
    process.env.STAY = "yes";
    const running = run(new RunRequest().setInfo(info()).setPwd(folder));
    const { pid } = await untilStarted("run");
    client.cancel(new Empty(), () => undefined);
    assert.match((await running).getError(), /exit code 128/);
    assert.equal(isAlive(pid), false);
  });

  it("runs a policy pack in its own folder, hands its output on and its exit code last", async () => {
    process.env.EXIT_CODE = "7";
    const request = new RunPluginRequest()
      .setKind("analyzer")
      .setInfo(info())
      .setPwd("/")
      .setArgsList(["127.0.0.1:3"])
      .setEnvList(["FROM_ENGINE=a=b"]);
    const stream = client.runPlugin(request);
    let output = "";
    let exitCode = -1;
    stream.on("data", (response: RunPluginResponse) => {
      output += Buffer.from(response.getStdout_asU8()).toString();
      if (response.hasExitcode()) exitCode = response.getExitcode();
    });
    await once(stream, "end");
    const { args, cwd, env } = started("run-policy-pack");
    assert.deepEqual(args, ["127.0.0.1:3", folder]);
    assert.equal(cwd, folder);
    assert.equal(env.FROM_ENGINE, "a=b");
    assert.deepEqual([output, exitCode], ["a line\n", 7]);
  });

  it("ends a plugin when the engine gives up the stream", async () => {
    process.env.STAY = "yes";
    const stream = client.runPlugin(new RunPluginRequest().setKind("analyzer").setInfo(info()));
    stream.on("error", () => undefined);
    const { pid } = await untilStarted("run-policy-pack");
    stream.cancel();
    await untilEnded(pid);
  });

  it("asks for no plugins to be downloaded", async () => {
    const packages = await new Promise<number>((resolve, reject) => {
      client.getRequiredPackages(new GetRequiredPackagesRequest(), (error, response) => {
        if (error === null) resolve(response.getPackagesList().length + response.getSpecsList().length);
        else reject(error);
      });
    });
    assert.equal(packages, 0);
  });

  it("prints its port first, and ends with its program when the engine goes away", async () => {
    const main = join(__dirname, "..", "..", "sandbox", "language-host", "main.ts");
    const loader = require.resolve("ts-node/register/transpile-only");
    const process_ = spawn(process.execPath, ["--require", loader, main, "127.0.0.1:1"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, STAY: "yes" },
    });
    const [port] = (await once(createInterface(process_.stdout), "line")) as [string];
    const other = new LanguageRuntimeClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    other.run(new RunRequest().setInfo(info()).setPwd(folder), () => undefined);
    const { pid } = await untilStarted("run");
    process_.stdin.end();
    await once(process_, "exit");
    await untilEnded(pid);
    other.close();
  });
});
