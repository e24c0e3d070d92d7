import * as fs from "node:fs";
import * as path from "node:path";
import { PreviewError } from "../preview-error";
import { isYamlMap, YamlFile } from "../project/yaml-file";
import type { Diagnostic } from "../result";

/** A policy pack as its files describe it. */
export interface PackFolder {
  /** Absolute. */
  readonly folder: string;
  /** Overrides the version that the pack gives itself, as the engine does; empty for none. */
  readonly version: string;
  readonly diagnostics: readonly Diagnostic[];
}

const POLICY_FILES = ["PulumiPolicy.yaml", "PulumiPolicy.yml"];

interface Package {
  readonly main?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

function packageOf(folder: string): Package {
  const file = path.join(folder, "package.json");
  if (!fs.existsSync(file)) throw new PreviewError("policy", `policy pack ${folder} has no package.json`);
  // What else the file holds is npm's business.
  return JSON.parse(fs.readFileSync(file, "utf8")) as Package;
}

/** When the newest TypeScript source was changed, in milliseconds; 0 when there is none. */
function newestSource(folder: string, without: ReadonlySet<string>): number {
  const times = fs.readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const file = path.join(folder, entry.name);
    if (without.has(file) || entry.name === "node_modules") return 0;
    if (entry.isDirectory()) return newestSource(file, without);
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts") ? fs.statSync(file).mtimeMs : 0;
  });
  return Math.max(0, ...times);
}

/** Node takes a file of the folder's name for the folder, and Pulumi's runner asks it for the bare name. */
function refuseShadow(folder: string): void {
  const shadow = [".js", ".json", ".node", ".ts"]
    .map((end) => folder + end)
    .find((file) => fs.existsSync(file));
  if (shadow === undefined) return;
  throw new PreviewError(
    "policy",
    `policy pack ${folder} cannot be loaded: ${shadow} hides it; rename one of them`,
  );
}

/** Says when a pack that has to be compiled was changed since; refuses one that was not compiled at all. */
function freshness(folder: string): Diagnostic[] {
  const { main, scripts } = packageOf(folder);
  const isCompiled = scripts?.build !== undefined || fs.existsSync(path.join(folder, "tsconfig.json"));
  if (!isCompiled || main === undefined || !/\.[cm]?js$/.test(main)) return [];
  const compiled = path.join(folder, main);
  if (!fs.existsSync(compiled)) {
    throw new PreviewError("policy", `policy pack ${folder} is not compiled: ${main} is missing`, [
      "`npm run build` compiles it",
    ]);
  }
  const output = path.join(folder, path.normalize(main).split(path.sep)[0] ?? "");
  if (newestSource(folder, new Set([output])) <= fs.statSync(compiled).mtimeMs) return [];
  const message = `policy pack ${folder} was changed after it was compiled; \`npm run build\` compiles it`;
  return [{ severity: "warning", source: "policy", code: "stalePack", message }];
}

/**
 * Looks at a policy pack's files without starting it.
 *
 * @throws PreviewError of kind `policy` when there is no pack, it is not for Node, or it was never compiled.
 */
export function readPackFolder(given: string): PackFolder {
  const folder = path.resolve(given);
  const file = POLICY_FILES.map((name) => path.join(folder, name)).find((candidate) =>
    fs.existsSync(candidate),
  );
  if (file === undefined) {
    throw new PreviewError("policy", `there is no policy pack in ${folder}; it needs a PulumiPolicy.yaml`);
  }
  const project = YamlFile.read(folder, file);
  const runtime = project.get("runtime");
  const name = isYamlMap(runtime) ? runtime.name : runtime;
  if (name !== "nodejs") {
    throw new PreviewError(
      "policy",
      `policy pack ${folder} has runtime ${JSON.stringify(name)}; it must be nodejs`,
    );
  }
  refuseShadow(folder);
  const version = project.get("version");
  return { folder, version: typeof version === "string" ? version : "", diagnostics: freshness(folder) };
}
