import * as fs from "node:fs";
import * as path from "node:path";
import { PreviewError } from "./preview-error";
import { type Configuration, joinConfiguration } from "./project/configuration";
import { isYamlMap, YamlFile, type YamlValue } from "./project/yaml-file";
import type { Diagnostic } from "./result";

/** A Pulumi project as one stack of it is run. */
export interface StackProject {
  /** The project's name. */
  readonly name: string;
  readonly stack: string;
  /** The folder of `Pulumi.yaml`, absolute. */
  readonly folder: string;
  /** The working directory of the program: the project's folder, or what `main` names. */
  readonly programFolder: string;
  /** The program within that folder; `.` leaves the choice to `package.json`. */
  readonly entryPoint: string;
  readonly runtime: RuntimeOptions;
  readonly configuration: Configuration;
  /** What the reader should know, e.g. that an encrypted value was replaced. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The `runtime.options` of a Node program. */
export interface RuntimeOptions {
  readonly typescript: boolean;
  /** Arguments for `node` itself. */
  readonly nodeArgs: readonly string[];
  /** A tsconfig other than `tsconfig.json`. */
  readonly tsconfig?: string;
}

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

function projectFileIn(folder: string): string {
  const file = PROJECT_FILES.map((name) => path.join(folder, name)).find((candidate) =>
    fs.existsSync(candidate),
  );
  if (file !== undefined) return file;
  throw new PreviewError("configuration", `there is no Pulumi project in ${folder}; it needs a Pulumi.yaml`);
}

/** The stacks that have a configuration file, sorted. */
function stacksIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).map((file) => /^Pulumi\.(.+)\.(?:yaml|yml|json)$/.exec(file)?.[1]);
  return names.filter((name) => name !== undefined).sort();
}

function stackFileOf(projectFile: string, stackFolder: string, stack: string): string {
  const file = path.join(stackFolder, `Pulumi.${stack.replaceAll("/", "-")}${path.extname(projectFile)}`);
  if (fs.existsSync(file)) return file;
  const stacks = stacksIn(stackFolder);
  const known = stacks.length > 0 ? `the stacks are ${stacks.join(", ")}` : "there are no stacks";
  throw new PreviewError(
    "configuration",
    `there is no stack ${stack}: ${path.basename(file)} does not exist; ${known}`,
  );
}

/** Splits the arguments in `runtime.options.nodeargs` as a shell would, without expansions. */
function splitArguments(text: string): string[] {
  const words = text.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
}

function runtimeOptions(file: string, runtime: YamlValue | undefined): RuntimeOptions {
  const name = isYamlMap(runtime) ? runtime.name : runtime;
  if (name !== "nodejs") {
    const given = name === undefined ? "no runtime" : `runtime ${JSON.stringify(name)}`;
    throw new PreviewError("configuration", `${file} has ${given}; the offline preview runs nodejs programs`);
  }
  const options = isYamlMap(runtime) && isYamlMap(runtime.options) ? runtime.options : {};
  return {
    typescript: options.typescript !== false,
    nodeArgs: typeof options.nodeargs === "string" ? splitArguments(options.nodeargs) : [],
    ...(typeof options.tsconfig === "string" && { tsconfig: options.tsconfig }),
  };
}

function programOf(
  folder: string,
  main: YamlValue | undefined,
): { programFolder: string; entryPoint: string } {
  if (typeof main !== "string" || main === "") return { programFolder: folder, entryPoint: "." };
  const program = path.resolve(folder, main);
  if (!fs.existsSync(program)) {
    throw new PreviewError("configuration", `\`main\` in Pulumi.yaml names ${main}, which does not exist`);
  }
  if (fs.statSync(program).isDirectory()) return { programFolder: program, entryPoint: "." };
  return { programFolder: path.dirname(program), entryPoint: path.basename(program) };
}

function diagnosticsOf(stackFile: YamlFile, configuration: Configuration): Diagnostic[] {
  const secrets = [...configuration].filter(([, value]) => value.secret);
  const diagnostics: Diagnostic[] = secrets.map(([key, { position }]) => ({
    severity: "info",
    source: "preview",
    code: "secretPlaceholder",
    message: `${position.file}:${position.line}: ${key} is encrypted; the program was given a placeholder`,
  }));
  if (stackFile.get("environment") === undefined) return diagnostics;
  const message = `${stackFile.name}: the ESC environments named there were not read; a preview without network cannot`;
  return [...diagnostics, { severity: "warning", source: "preview", code: "environment", message }];
}

/**
 * Reads `Pulumi.yaml` and `Pulumi.<stack>.yaml` into what the engine would hand to the program.
 * Encrypted values are replaced by a placeholder, never decrypted.
 *
 * @param projectDir - The folder of `Pulumi.yaml`.
 * @param stack - The stack's name.
 * @throws PreviewError of kind `configuration`, with every mistake and its file and line in `details`.
 */
export function readProject(projectDir: string, stack: string): StackProject {
  const folder = path.resolve(projectDir);
  const projectFile = projectFileIn(folder);
  const project = YamlFile.read(folder, projectFile);
  const name = project.get("name");
  if (typeof name !== "string" || name === "") {
    throw new PreviewError("configuration", `${project.name} has no \`name\`; a project needs one`);
  }
  const runtime = runtimeOptions(project.name, project.get("runtime"));
  const configFolder = project.get("stackConfigDir") ?? project.get("config");
  const stackFolder = typeof configFolder === "string" ? path.resolve(folder, configFolder) : folder;
  const stackFile = YamlFile.read(folder, stackFileOf(projectFile, stackFolder, stack));
  const { configuration, mistakes } = joinConfiguration(
    name,
    project.entries("config"),
    stackFile.entries("config"),
  );
  if (mistakes.length > 0) {
    throw new PreviewError("configuration", `the configuration of stack ${stack} is wrong`, mistakes);
  }
  const diagnostics = diagnosticsOf(stackFile, configuration);
  return {
    name,
    stack,
    folder,
    ...programOf(folder, project.get("main")),
    runtime,
    configuration,
    diagnostics,
  };
}
