import * as fs from "node:fs";
import * as path from "node:path";
import type { Environment } from "./environment";

/** The version that `.ci/install-pulumi-cli` builds and that every engine test runs with. */
export const BUILT_VERSION = "3.259.0";

/** A Pulumi CLI on this machine. */
export interface PulumiCli {
  /** The executable, with symbolic links resolved. */
  readonly path: string;
  /** Whether `pulumi-language-nodejs` lies beside it, as in an official installation. */
  readonly hasLanguageHost: boolean;
}

/** There is no Pulumi CLI where one is looked for. */
export class PulumiCliMissing extends Error {
  constructor(lookedIn: readonly string[]) {
    super(
      `The Pulumi CLI is required and was not found (${lookedIn.join("; ")}). Get it either by Pulumi's own ` +
        `installation (https://www.pulumi.com/docs/install/), or with \`bash .ci/install-pulumi-cli\`, which builds ` +
        `${BUILT_VERSION} from its published Go modules (Go 1.26, about seven minutes, once).`,
    );
    this.name = "PulumiCliMissing";
  }
}

/**
 * Finds the CLI: the one that `PULUMI_CLI` names, else the first on `PATH`, else the one that
 * `.ci/install-pulumi-cli` has built into the user's cache folder.
 *
 * @throws {@link PulumiCliMissing} when there is none; and when `PULUMI_CLI` names a file that cannot be run
 */
export function findPulumiCli(env: Environment, homeDir: string): PulumiCli {
  const named = env.PULUMI_CLI;
  if (named !== undefined && named !== "") {
    if (isExecutable(named)) return describe(named);
    throw new PulumiCliMissing([`PULUMI_CLI is ${named}, which is not an executable file`]);
  }
  const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const built = builtCliPath(env, homeDir);
  const found = [...folders.map((folder) => path.join(folder, "pulumi")), built].find(isExecutable);
  if (found === undefined)
    throw new PulumiCliMissing(["PULUMI_CLI is not set", "not on PATH", `not at ${built}`]);
  return describe(found);
}

function builtCliPath(env: Environment, homeDir: string): string {
  const named = env.XDG_CACHE_HOME;
  // By the XDG Base Directory Specification an empty value is none.
  const cache = named === undefined || named === "" ? path.join(homeDir, ".cache") : named;
  return path.join(cache, "well-architected-platform", "pulumi", BUILT_VERSION, "pulumi");
}

function describe(executable: string): PulumiCli {
  const resolved = fs.realpathSync(executable);
  return {
    path: resolved,
    hasLanguageHost: isExecutable(path.join(path.dirname(resolved), "pulumi-language-nodejs")),
  };
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
