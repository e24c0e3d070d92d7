import * as assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import type { LedgerLine } from "../../../policy-pack/verdict/ledger";
import {
  type AskedPack,
  configureRequest,
  type Props,
  resourceRequest,
  stackRequest,
  type Told,
  told,
  type WireConfiguration,
  type WireResource,
} from "./pack-messages";

/** The engine sets no limit to a message either. */
const UNLIMITED = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
const PACK = resolve(__dirname, "../../../policy-pack");

/** Compiles the pack when a source is newer than what was compiled, as the project's build does. */
function build(directory: string): void {
  const sources = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(ts|json)$/.test(file) && !/^(bin|node_modules)/.test(file),
  );
  const built = statSync(join(directory, "bin/index.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (sources.every((file) => statSync(join(directory, file)).mtimeMs <= built)) return;
  const compiler = createRequire(__filename).resolve("typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", directory], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the pack does not compile:\n${stdout}`);
}

/** The pack in a process of its own, started and spoken to as the engine does. */
export class PackProcess implements AskedPack {
  private read = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly client: AnalyzerClient,
    /** Descriptor of the file that verdicts are appended to. */
    private readonly ledger: number,
  ) {}

  public static async start(directory: string = PACK): Promise<PackProcess> {
    if (directory === PACK) build(directory);
    const ledger = join(mkdtempSync(join(tmpdir(), "ledger-")), "verdicts.jsonl");
    writeFileSync(ledger, "");
    const runner = dirname(createRequire(__filename).resolve("@pulumi/pulumi/cmd/run-policy-pack"));
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", directory], {
      cwd: directory,
      env: { ...process.env, POLICY_VERDICTS: ledger },
      stdio: ["ignore", "pipe", "inherit"],
    });
    process.once("exit", () => child.kill());
    const port = await new Promise<string>((found, failed) => {
      child.stdout.once("data", (line: Buffer) => {
        found(line.toString().trim());
      });
      child.once("exit", (code) => {
        failed(new Error(`the pack ended with ${String(code)} before it named its port`));
      });
    });
    return new PackProcess(
      child,
      new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNLIMITED),
      openSync(ledger, "r"),
    );
  }

  public stop(): void {
    this.client.close();
    closeSync(this.ledger);
    this.child.kill();
  }

  public async info(): Promise<analyzer.AnalyzerInfo> {
    return await this.call((done) => this.client.getAnalyzerInfo(new Empty(), done));
  }

  public async configure(configuration: WireConfiguration): Promise<void> {
    const request = configureRequest(configuration);
    await this.call((done) => this.client.configure(request, done));
  }

  public async analyze(resource: WireResource): Promise<readonly Told[]> {
    return told(await this.judgeResource(resourceRequest(resource)));
  }

  /** The inputs after every remediation in turn, and the policies that changed them. */
  public async remediate(resource: WireResource): Promise<{ inputs: Props; by: readonly string[] }> {
    const request = resourceRequest(resource);
    const response = await this.call<analyzer.RemediateResponse>((done) =>
      this.client.remediate(request, done),
    );
    const repairs = response.getRemediationsList();
    assert.deepEqual(repairs.map((repair) => repair.getDiagnostic()).filter(Boolean), []);
    const last = repairs.at(-1)?.getProperties()?.toJavaScript();
    return { inputs: last ?? resource.inputs, by: repairs.map((repair) => repair.getPolicyname()) };
  }

  public async analyzeStack(resources: readonly WireResource[]): Promise<readonly Told[]> {
    return told(await this.judgeStack(stackRequest(resources)));
  }

  /** The answer to the engine's own message. */
  public async judgeResource(request: analyzer.AnalyzeRequest): Promise<analyzer.AnalyzeResponse> {
    return await this.call((done) => this.client.analyze(request, done));
  }

  /** The answer to the engine's own message about the whole stack. */
  public async judgeStack(request: analyzer.AnalyzeStackRequest): Promise<analyzer.AnalyzeResponse> {
    return await this.call((done) => this.client.analyzeStack(request, done));
  }

  /** Verdicts since the last time of asking. */
  public verdicts(): readonly LedgerLine[] {
    const written = Buffer.alloc(fstatSync(this.ledger).size - this.read);
    readSync(this.ledger, written, 0, written.length, this.read);
    this.read += written.length;
    const lines = written.toString().split("\n").filter(Boolean);
    // The ledger is what is under test; each assertion looks at the fields it is about.
    return lines.map((line) => JSON.parse(line) as LedgerLine);
  }

  private async call<T>(
    start: (done: (error: grpc.ServiceError | null, answer: T) => void) => unknown,
  ): Promise<T> {
    return await new Promise((answered, failed) => {
      start((error, answer) => {
        if (error) failed(error);
        else answered(answer);
      });
    });
  }
}

let shared: Promise<PackProcess> | undefined;

/** One process for the whole test run. */
export async function sharedPack(): Promise<PackProcess> {
  shared ??= PackProcess.start();
  return await shared;
}
