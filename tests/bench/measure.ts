import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

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
  /** The most that the largest of its processes held. */
  readonly peakMib: number;
}

/** Previews a program offline in processes of their own, as a user does. */
export async function measure(subject: Subject): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const memoryFile = join(folder, "peak-memory");
    writeFileSync(memoryFile, "");
    writeProject(folder, subject);
    const started = performance.now();
    const output = await preview(folder, subject, memoryFile);
    const wallMs = performance.now() - started;
    // The document is our own, as docs/preview-json.md tells.
    const { resources } = JSON.parse(output) as { readonly resources: readonly unknown[] };
    const peaks = readFileSync(memoryFile, "utf8").split("\n").filter(Boolean).map(Number);
    return { resources: resources.length, wallMs, peakMib: Math.max(...peaks) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeProject(folder: string, { program, count }: Subject): void {
  const main = join(__dirname, "programs", program);
  writeFileSync(join(folder, "Pulumi.yaml"), `name: bench\nruntime: nodejs\nmain: ${main}\n`);
  writeFileSync(join(folder, "Pulumi.bench.yaml"), `config:\n  bench:count: ${count}\n`);
}

function preview(folder: string, { policyPacks = [] }: Subject, memoryFile: string): Promise<string> {
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
      NODE_OPTIONS: `--require ${join(__dirname, "peak-memory.cjs")}`,
      BENCH_PEAK_MEMORY_FILE: memoryFile,
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
