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
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { LedgerLine } from "../../../policy-pack/verdict/ledger";

/** Values as they travel on Pulumi's wire. */
export type Props = Readonly<Record<string, unknown>>;

/** A resource as the engine shows it to a pack. */
export interface WireResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Props;
  readonly outputs: Props;
  readonly provider?: Props;
  readonly parent?: string;
  readonly ignoreChanges?: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** Configuration as the engine sends it, by name of the policy. */
export type WireConfiguration = Readonly<
  Record<string, { readonly level: string; readonly properties?: Props }>
>;

/** What a pack tells of a violation. */
export interface Told {
  readonly policy: string;
  readonly message: string;
  readonly level: string;
  readonly severity: number;
  readonly urn: string;
}

const LEVELS: Readonly<Record<string, analyzer.EnforcementLevel>> = {
  advisory: analyzer.EnforcementLevel.ADVISORY,
  mandatory: analyzer.EnforcementLevel.MANDATORY,
  disabled: analyzer.EnforcementLevel.DISABLED,
  remediate: analyzer.EnforcementLevel.REMEDIATE,
};
const PACK = resolve(__dirname, "../../../policy-pack");

function struct(props: Props): Struct {
  // Fixtures are written as plain JSON values.
  return Struct.fromJavaScript(props as Record<string, JavaScriptValue>);
}

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
export class PackProcess {
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
      new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure()),
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
    const request = new analyzer.ConfigureAnalyzerRequest();
    for (const [name, { level, properties = {} }] of Object.entries(configuration)) {
      const policy = new analyzer.PolicyConfig();
      policy.setEnforcementlevel(LEVELS[level] ?? analyzer.EnforcementLevel.ADVISORY);
      policy.setProperties(struct(properties));
      request.getPolicyconfigMap().set(name, policy);
    }
    await this.call((done) => this.client.configure(request, done));
  }

  public async analyze(resource: WireResource): Promise<readonly Told[]> {
    return told(await this.call((done) => this.client.analyze(requestFor(resource), done)));
  }

  /** The inputs after every remediation in turn, and the policies that changed them. */
  public async remediate(resource: WireResource): Promise<{ inputs: Props; by: readonly string[] }> {
    const request = requestFor(resource);
    const response = await this.call<analyzer.RemediateResponse>((done) =>
      this.client.remediate(request, done),
    );
    const repairs = response.getRemediationsList();
    assert.deepEqual(repairs.map((repair) => repair.getDiagnostic()).filter(Boolean), []);
    const last = repairs.at(-1)?.getProperties()?.toJavaScript();
    return { inputs: last ?? resource.inputs, by: repairs.map((repair) => repair.getPolicyname()) };
  }

  public async analyzeStack(resources: readonly WireResource[]): Promise<readonly Told[]> {
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(resources.map(stackResource));
    return told(await this.call((done) => this.client.analyzeStack(request, done)));
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

function requestFor(resource: WireResource): analyzer.AnalyzeRequest {
  const request = new analyzer.AnalyzeRequest();
  request.setUrn(resource.urn);
  request.setType(resource.type);
  request.setName(resource.name);
  request.setProperties(struct(resource.inputs));
  const options = new analyzer.AnalyzerResourceOptions().setParent(resource.parent ?? "");
  request.setOptions(options.setIgnorechangesList([...(resource.ignoreChanges ?? [])]));
  if (resource.provider) request.setProvider(providerOf(resource.provider));
  return request;
}

function providerOf(props: Props): analyzer.AnalyzerProviderResource {
  const provider = new analyzer.AnalyzerProviderResource();
  provider.setType("pulumi:providers:aws");
  provider.setName("aws");
  provider.setUrn("urn:pulumi:test::test::pulumi:providers:aws::aws");
  provider.setProperties(struct(props));
  return provider;
}

function stackResource(resource: WireResource): analyzer.AnalyzerResource {
  const message = new analyzer.AnalyzerResource();
  message.setUrn(resource.urn);
  message.setType(resource.type);
  message.setName(resource.name);
  message.setProperties(struct(resource.outputs));
  message.setOptions(new analyzer.AnalyzerResourceOptions());
  if (resource.parent !== undefined) message.setParent(resource.parent);
  for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
    const dependencies = new analyzer.AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  message.setDependenciesList([...new Set(Object.values(resource.propertyDependencies).flat())]);
  return message;
}

function told(response: analyzer.AnalyzeResponse): readonly Told[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    policy: diagnostic.getPolicyname(),
    message: diagnostic.getMessage(),
    level: Object.keys(LEVELS).find((level) => LEVELS[level] === diagnostic.getEnforcementlevel()) ?? "",
    severity: diagnostic.getSeverity(),
    urn: diagnostic.getUrn(),
  }));
}

let shared: Promise<PackProcess> | undefined;

/** One process for the whole test run. */
export async function sharedPack(): Promise<PackProcess> {
  shared ??= PackProcess.start();
  return await shared;
}
