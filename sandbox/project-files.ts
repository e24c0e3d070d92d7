import * as fs from "node:fs";
import * as path from "node:path";
import * as yaml from "yaml";

/** Which stack of which project a sandbox runs. */
export interface StackOfProject {
  /** Folder with `Pulumi.yaml`. */
  readonly projectDir: string;
  /** Name of the stack. */
  readonly stack: string;
}

/** Settings of a YAML file by key. */
export type Settings = Readonly<Record<string, unknown>>;

/** What is to be different from the project's own files. */
export interface ProjectVariation {
  /** Another program, as a path. */
  readonly main?: string;
  /** Makes other configuration of the stack's own. */
  readonly config?: (config: Settings) => Settings;
}

/** What the program gets for a value that is encrypted in the project and that a sandbox cannot and must not read. */
export const SECRET_PLACEHOLDER = "[secret]";

/** There is no such stack in the project. */
export class UnknownStack extends Error {
  constructor({ projectDir, stack }: StackOfProject) {
    const stacks = fs
      .readdirSync(projectDir)
      .map((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1])
      .filter((name) => name !== undefined);
    super(`there is no stack ${JSON.stringify(stack)}; the stacks are ${stacks.join(", ")}`);
    this.name = "UnknownStack";
  }
}

// The backend of the real thing, and where its configuration and its plugins lie.
const LEADING_OUT = ["backend", "stackConfigDir", "plugins"];

/** Name of the file with the settings of a stack. */
export function stackFileName(stack: string): string {
  return `Pulumi.${stack}.yaml`;
}

/** @throws {@link UnknownStack} when the project has no such stack */
export function assertStackExists(source: StackOfProject): void {
  if (!fs.existsSync(path.join(source.projectDir, stackFileName(source.stack))))
    throw new UnknownStack(source);
}

/**
 * Copies `Pulumi.yaml` and `Pulumi.<stack>.yaml` to where the CLI of the sandbox reads them, so that it writes nothing into the
 * project, and without what would lead out of the sandbox: backend, secrets provider, environments of a Pulumi service.
 *
 * @param sealed - the placeholder as the sandbox's own secrets provider encrypts it; takes the place of every encrypted value
 * @returns the keys whose values are encrypted in the project
 * @throws {@link UnknownStack} when the project has no such stack
 */
export function copyProjectFiles(
  source: StackOfProject,
  target: string,
  variation: ProjectVariation = {},
  sealed?: string,
): string[] {
  assertStackExists(source);
  const name = stackFileName(source.stack);
  const original = path.join(source.projectDir, name);
  fs.mkdirSync(target, { recursive: true });
  writeYaml(path.join(target, "Pulumi.yaml"), projectSettings(source.projectDir, variation.main));
  const own = settingsIn(readYaml(original).config);
  const config = variation.config?.(own) ?? own;
  const placeholder = sealed === undefined ? SECRET_PLACEHOLDER : { secure: sealed };
  const copy = path.join(target, name);
  const { encryptionsalt } = fs.existsSync(copy) ? readYaml(copy) : {};
  writeYaml(copy, { encryptionsalt, config: replaceEncrypted(config, placeholder) });
  return Object.keys(config).filter((key) => holdsEncrypted(config[key]));
}

function projectSettings(projectDir: string, main: string | undefined): Settings {
  const project = readYaml(path.join(projectDir, "Pulumi.yaml"));
  const ownMain = path.resolve(projectDir, typeof project.main === "string" ? project.main : ".");
  const inside = Object.entries(project).filter(([key]) => !LEADING_OUT.includes(key));
  return { ...Object.fromEntries(inside), main: main ?? ownMain };
}

function isEncrypted(value: unknown): boolean {
  const settings = settingsIn(value);
  return typeof settings.secure === "string" && Object.keys(settings).length === 1;
}

function holdsEncrypted(value: unknown): boolean {
  return isEncrypted(value) || Object.values(settingsIn(value)).some(holdsEncrypted);
}

function replaceEncrypted(value: unknown, placeholder: unknown): unknown {
  if (isEncrypted(value)) return placeholder;
  if (Array.isArray(value)) return value.map((item) => replaceEncrypted(item, placeholder));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaceEncrypted(inner, placeholder)]),
  );
}

/** Reads the settings of a YAML file; none when it is empty. */
export function readYaml(file: string): Settings {
  return settingsIn(yaml.parse(fs.readFileSync(file, "utf8")));
}

function writeYaml(file: string, settings: Settings): void {
  fs.writeFileSync(file, yaml.stringify(settings));
}

function settingsIn(value: unknown): Settings {
  return typeof value === "object" && value !== null ? (value as Settings) : {};
}
