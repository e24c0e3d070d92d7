import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/**
 * What each process may hold, in MiB. The SDK keeps some 0.2 MiB of promises for each resource, ours or not, until all are
 * registered: Node's own limit is reached at some 15,000 resources.
 */
const HEAP_MIB = 16_384;

const PROJECT = join(__dirname, "..", "..");

/** What is previewed offline. */
export interface Subject {
  /** Folder of the program under `programs`. */
  readonly program: string;
  /** How many of what the program is about. */
  readonly count: number;
  /** Folders of policy packs that judge it; none if left out. */
  readonly policyPacks?: readonly string[];
}

/** What a preview took. */
export interface Measurement {
  readonly resources: number;
  /** From the start of the process to its end. */
  readonly wallMs: number;
  /** What all of its processes computed, which does not depend on what else the machine does. */
  readonly cpuMs: number;
  /** The most that the largest of its processes held. */
  readonly peakMib: number;
}

/** Previews a program offline in processes of their own, as a user does. */
export async function measure(subject: Subject): Promise<Measurement> {
  return await inProject(subject, async (folder) => {
    const usages = join(folder, "usage");
    mkdirSync(usages);
    const started = performance.now();
    const output = await preview(folder, subject, usages);
    const wallMs = performance.now() - started;
    // The document is our own, as docs/preview-json.md tells.
    const { resources } = JSON.parse(output) as { readonly resources: readonly unknown[] };
    const usage = readdirSync(usages).map((name) => usageOf(readFileSync(join(usages, name), "utf8")));
    return {
      resources: resources.length,
      wallMs,
      cpuMs: usage.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      peakMib: Math.max(...usage.map(({ peakMib }) => peakMib)),
    };
  });
}

/** Does something with a project of its own, whose stack is called `bench`. */
export async function inProject<Result>(
  subject: Subject,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    writeProject(folder, subject);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function usageOf(written: string): Pick<Measurement, "cpuMs" | "peakMib"> {
  const [peakKib = 0, cpuMicroseconds = 0] = written.split(" ").map(Number);
  return { cpuMs: cpuMicroseconds / 1000, peakMib: peakKib / 1024 };
}

function writeProject(folder: string, { program, count }: Subject): void {
  const main = join(__dirname, "programs", program);
  writeFileSync(join(folder, "Pulumi.yaml"), `name: bench\nruntime: nodejs\nmain: ${main}\n`);
  writeFileSync(join(folder, "Pulumi.bench.yaml"), `config:\n  bench:count: ${count}\n`);
}

function preview(folder: string, { policyPacks = [] }: Subject, usages: string): Promise<string> {
  const judged = policyPacks.flatMap((pack) => ["--policy-pack", pack]);
  const args = [
    ...["--require", "ts-node/register", join(PROJECT, "preview", "cli.ts"), "bench"],
    ...["--project", folder, "--json", "--no-report"],
    ...(judged.length > 0 ? judged : ["--no-policy-pack"]),
  ];
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MIB} --require ${join(__dirname, "usage.cjs")}`,
      BENCH_USAGE_FOLDER: usages,
    },
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      // A mandatory violation, exit code 1, is a measurement as well.
      if (code === 0 || code === 1) resolve(Buffer.concat(chunks).toString("utf8"));
      else reject(new Error(`the preview of ${folder} ended with ${code}`));
    });
  });
}
