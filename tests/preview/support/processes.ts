import * as fs from "node:fs";

function childrenOf(parent: number): string[] {
  const processes = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.filter((id) => {
    try {
      const [, rest = ""] = fs.readFileSync(`/proc/${id}/stat`, "utf8").split(") ");
      const [state, parentId] = rest.split(" ");
      return state !== "Z" && parentId === String(parent);
    } catch {
      return false;
    }
  });
}

/** The ids of this process's children that still run. */
export function runningChildren(): string[] {
  return childrenOf(process.pid);
}
