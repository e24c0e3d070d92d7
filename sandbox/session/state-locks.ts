import * as fs from "node:fs";
import * as path from "node:path";
import type { SandboxFolder } from "./folder";
import { isAlive } from "../lock";

/**
 * Takes away what processes that were killed have left behind in a sandbox's folder: the CLI's locks on the state and the lock on
 * simulated AWS. Only for the holder of the folder's own lock. A lock whose process still runs is left alone.
 */
export function releaseLocksOfTheDead(folder: SandboxFolder): void {
  fs.rmSync(`${folder.world}.lock`, { recursive: true, force: true });
  const locks = path.join(folder.state, ".pulumi", "locks");
  if (!fs.existsSync(locks)) return;
  for (const entry of fs.readdirSync(locks, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !isAlive(holderOf(file))) fs.rmSync(file, { force: true });
  }
}

function holderOf(lockFile: string): number {
  const content = JSON.parse(fs.readFileSync(lockFile, "utf8")) as { pid: number };
  return content.pid;
}
