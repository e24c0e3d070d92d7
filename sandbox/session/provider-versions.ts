import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type { ProviderVersion } from "./executables";

// The packages that simulated AWS answers for.
const SIMULATED = ["aws", "awsx"];

/** The versions of the simulated providers that a project's installed packages ask the engine for. */
export function providersOf(projectDir: string): ProviderVersion[] {
  const project = createRequire(path.join(projectDir, "Pulumi.yaml"));
  return SIMULATED.flatMap((name) => {
    const version = installedVersion(project, name);
    return version === undefined ? [] : [{ name, version }];
  });
}

function installedVersion(project: NodeJS.Require, name: string): string | undefined {
  try {
    const manifest = project.resolve(`@pulumi/${name}/package.json`);
    // Every published package states its version.
    return (JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string }).version;
  } catch {
    return undefined;
  }
}
