import * as fs from "node:fs";
import * as path from "node:path";
import type { SandboxFolder } from "./folder";
import type { PulumiCli } from "../pulumi-cli";

/** A version of a provider that a program may ask for. */
export interface ProviderVersion {
  /** Name of the package, e.g. `aws`. */
  readonly name: string;
  /** Its version, without a leading `v`. */
  readonly version: string;
}

/** What providers are simulated for. */
export interface SimulatedProject {
  /** Folder with `Pulumi.yaml`. */
  readonly projectDir: string;
  /** The providers that its program may ask for. */
  readonly providers: readonly ProviderVersion[];
  /** JSON file that says what is to go wrong. */
  readonly faults: string | undefined;
}

const LANGUAGE_HOST = path.join(__dirname, "..", "language-host", "main.ts");
const PROVIDER = path.join(__dirname, "..", "provider", "main.ts");
const TSCONFIG = path.join(__dirname, "..", "..", "tsconfig.json");

/**
 * Puts the CLI into the sandbox's own folder, with a language host beside it where its installation brings none.
 * A CLI that has its own is only linked to, so that it finds that one.
 */
export function installCli(folder: SandboxFolder, cli: PulumiCli): void {
  fs.rmSync(folder.bin, { recursive: true, force: true });
  fs.mkdirSync(folder.bin, { recursive: true });
  const executable = path.join(folder.bin, "pulumi");
  if (cli.hasLanguageHost) {
    fs.symlinkSync(cli.path, executable);
    return;
  }
  linkOrCopy(cli.path, executable);
  writeExecutable(path.join(folder.bin, "pulumi-language-nodejs"), LANGUAGE_HOST, []);
}

/**
 * Puts a simulated provider into the plugin folder for every version that may be asked for. The engine starts one process
 * for each instance of a provider, so that their default tags, Regions and accounts stay apart.
 */
export function installProviders(folder: SandboxFolder, project: SimulatedProject): void {
  const plugins = path.join(folder.home, "plugins");
  fs.rmSync(plugins, { recursive: true, force: true });
  for (const { name, version } of project.providers) {
    const plugin = path.join(plugins, `resource-${name}-v${version}`);
    fs.mkdirSync(plugin, { recursive: true });
    const { projectDir, faults } = project;
    const settings = { package: name, version, world: folder.world, projectDir, faults };
    writeExecutable(path.join(plugin, `pulumi-resource-${name}`), PROVIDER, [JSON.stringify(settings)]);
  }
}

function writeExecutable(file: string, main: string, args: readonly string[]): void {
  const command = [
    process.execPath,
    "--require",
    require.resolve("ts-node/register/transpile-only"),
    main,
    ...args,
  ];
  const lines = [
    "#!/bin/sh",
    `export TS_NODE_PROJECT=${quoted(TSCONFIG)}`,
    `exec ${command.map(quoted).join(" ")} "$@"`,
    "",
  ];
  fs.writeFileSync(file, lines.join("\n"), { mode: 0o755 });
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

// A symbolic link would not do: the CLI looks for its language host beside the file that the link points to.
function linkOrCopy(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch {
    fs.copyFileSync(from, to);
  }
}
