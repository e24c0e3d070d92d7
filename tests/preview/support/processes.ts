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

/** Begins to watch this process; the answer gives the ids of the children that it started since and that still run. */
export function watchChildren(): () => string[] {
  const earlier = new Set(childrenOf(process.pid));
  return () => childrenOf(process.pid).filter((id) => !earlier.has(id));
}
