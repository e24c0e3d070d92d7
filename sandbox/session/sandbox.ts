import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { Deployment, EngineEvent, OutputMap, WhoAmIResult } from "@pulumi/pulumi/automation";
import { EngineRecorder, type EngineRun, type Operation } from "./engine-run";
import type { Environment } from "../environment";
import { installCli, installProviders } from "./executables";
import { sandboxFolder, type SandboxFolder } from "./folder";
import { takeLock } from "../lock";
import { openStack, type OpenedStack } from "./opened-stack";
import { assertStackExists, copyProjectFiles, type ProjectVariation } from "../project-files";
import { providersOf } from "./provider-versions";
import { findPulumiCli } from "../pulumi-cli";
import { refuseToTouchAnythingReal } from "../refusals";
import { releaseLocksOfTheDead } from "./state-locks";

/** What a sandbox runs, and where. */
export interface SandboxOptions {
  /** Folder with `Pulumi.yaml`. */
  readonly projectDir: string;
  /** Name of the stack. */
  readonly stack: string;
  /** Folder for everything the sandbox keeps between its commands; made when missing. */
  readonly root: string;
  /** Folders of policy packs that the engine enforces. */
  readonly policyPacks: readonly string[];
  /** Files with the configuration of those packs. */
  readonly policyConfigs: readonly string[];
  /** JSON file that says what is to go wrong in simulated AWS; nothing does if left out. */
  readonly faults?: string;
  /** The environment to judge and to look for the CLI in; the process's own if left out. */
  readonly env?: Environment;
  /** Ends the operation under way, as Ctrl-C does. */
  readonly signal?: AbortSignal;
  /** Told about everything the engine tells. */
  readonly onEvent?: (event: EngineEvent) => void;
}

/** A change of the program or of its configuration for one operation. */
export interface Variation extends ProjectVariation {
  /** Further variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the engine writes its plan; for a preview only. */
  readonly plan?: string;
}

const NO_VARIATION: Variation = {};

/** What the sandbox reads and writes of a resource in the CLI's state. */
interface Protectable {
  readonly urn: string;
  protect?: boolean;
}

/**
 * The real engine with a state of its own, in front of simulated AWS.
 *
 * It holds the folder's lock until it is closed.
 */
export class Sandbox {
  private constructor(
    readonly folder: SandboxFolder,
    private readonly options: SandboxOptions,
    private readonly opened: OpenedStack,
    private readonly release: () => void,
  ) {}

  /**
   * Opens the sandbox in its folder and makes the stack when it is not there yet.
   *
   * @throws {@link RefusedToStart}, {@link PulumiCliMissing}, {@link FolderInUse}, {@link UnknownStack}
   */
  static async open(options: SandboxOptions): Promise<Sandbox> {
    const env = options.env ?? process.env;
    const homeDir = env.HOME ?? os.homedir();
    refuseToTouchAnythingReal({ env, homeDir, sandboxesDir: path.dirname(options.root) });
    assertStackExists(options);
    const cli = findPulumiCli(env, homeDir);
    const folder = sandboxFolder(options.root);
    fs.mkdirSync(folder.state, { recursive: true });
    const release = takeLock(folder.root, folder.lock);
    try {
      releaseLocksOfTheDead(folder);
      installCli(folder, cli);
      const { projectDir, faults } = options;
      installProviders(folder, { projectDir, faults, providers: providersOf(projectDir) });
      return new Sandbox(folder, options, await openStack(options, folder), release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** What a shell needs in its environment so that `pulumi` in it works on this sandbox. */
  shellEnvironment(): Environment {
    const { stack, policyPacks, policyConfigs } = this.options;
    return {
      ...this.opened.stack.workspace.envVars,
      PULUMI_HOME: this.folder.home,
      PULUMI_STACK: stack,
      PULUMI_OPTION_POLICY_PACK: listed(policyPacks),
      PULUMI_OPTION_POLICY_PACK_CONFIG: listed(policyConfigs),
    };
  }

  /** The variation that runs another program, which may run the project's own. */
  withProgram(main: string): Variation {
    const env = {
      SANDBOX_PROGRAM: this.options.projectDir,
      PULUMI_NODEJS_TSCONFIG_PATH: path.join(__dirname, "..", "..", "tsconfig.json"),
    };
    return { main, env };
  }

  /** Shows what `up` would do. */
  preview(variation = NO_VARIATION): Promise<EngineRun> {
    return this.run("preview", variation, (onEvent) => {
      const { plan } = variation;
      return this.opened.stack.preview({
        ...this.programOptions(),
        ...(plan === undefined ? {} : { plan }),
        onEvent,
      });
    });
  }

  /** Brings simulated AWS to what the program says. */
  up(variation = NO_VARIATION): Promise<EngineRun> {
    return this.run("up", variation, (onEvent) =>
      this.opened.stack.up({ ...this.programOptions(), onEvent }),
    );
  }

  /** Brings the state to what simulated AWS says. */
  refresh(): Promise<EngineRun> {
    return this.run("refresh", NO_VARIATION, (onEvent) =>
      this.opened.stack.refresh({ ...this.commonOptions(), onEvent }),
    );
  }

  /**
   * Deletes everything; nothing, where a resource is protected: see {@link unprotect}. The sandbox itself looks for these: the
   * engine finds each when its turn comes, with whatever holds no data deleted before.
   */
  async destroy(): Promise<EngineRun> {
    const { protectedOnes } = await this.state();
    if (protectedOnes.length > 0) {
      const errors = protectedOnes.map(({ urn }) => `${urn} cannot be deleted because it is protected`);
      return { ...new EngineRecorder("destroy", () => undefined).finish(false), errors };
    }
    return this.run("destroy", NO_VARIATION, (onEvent) =>
      this.opened.stack.destroy({ ...this.commonOptions(), onEvent }),
    );
  }

  /** Takes Pulumi's protection off every resource in the state, and returns the URNs of those that had it. */
  async unprotect(): Promise<string[]> {
    const { exported, protectedOnes } = await this.state();
    if (protectedOnes.length === 0) return [];
    for (const resource of protectedOnes) resource.protect = false;
    await this.importState(exported);
    return protectedOnes.map(({ urn }) => urn);
  }

  /** The state, as `pulumi stack export` writes it. */
  exportState(): Promise<Deployment> {
    return this.opened.stack.exportStack();
  }

  /** Puts another state in the place of the one there is, as `pulumi stack import` does. */
  importState(state: Deployment): Promise<void> {
    return this.opened.stack.importStack(state);
  }

  /** Where the CLI of this sandbox is logged in. */
  whoAmI(): Promise<WhoAmIResult> {
    return this.opened.stack.workspace.whoAmI();
  }

  /** The outputs of the stack. */
  outputs(): Promise<OutputMap> {
    return this.opened.stack.outputs();
  }

  /** Gives the folder back. */
  close(): void {
    this.release();
  }

  /** The state, and what in it is protected. */
  private async state(): Promise<{ exported: Deployment; protectedOnes: Protectable[] }> {
    const exported = await this.exportState();
    // The shape of a deployment is the CLI's own; only the two members read here are relied on.
    const deployment = exported.deployment as { resources?: Protectable[] } | null;
    const protectedOnes = deployment?.resources?.filter(({ protect }) => protect === true) ?? [];
    return { exported, protectedOnes };
  }

  private async run(
    operation: Operation,
    variation: Variation,
    start: (onEvent: (event: EngineEvent) => void) => Promise<unknown>,
  ): Promise<EngineRun> {
    const { projectDir, stack } = this.options;
    copyProjectFiles({ projectDir, stack }, this.folder.project, variation, this.opened.sealed);
    fs.rmSync(this.folder.verdicts, { force: true });
    const { workspace } = this.opened.stack;
    const unvaried = workspace.envVars;
    workspace.envVars = { ...unvaried, ...variation.env };
    const recorder = new EngineRecorder(operation, this.options.onEvent ?? (() => undefined));
    try {
      await start(recorder.record);
      return recorder.finish(true);
    } catch (error) {
      return recorder.fail(error);
    } finally {
      workspace.envVars = unvaried;
    }
  }

  private programOptions(): { policyPacks: string[]; policyPackConfigs: string[]; signal?: AbortSignal } {
    const { policyPacks, policyConfigs } = this.options;
    return { ...this.commonOptions(), policyPacks: [...policyPacks], policyPackConfigs: [...policyConfigs] };
  }

  private commonOptions(): { signal?: AbortSignal } {
    return this.options.signal === undefined ? {} : { signal: this.options.signal };
  }
}

// How the CLI reads a flag that may be repeated from its environment.
function listed(paths: readonly string[]): string | undefined {
  return paths.length === 0 ? undefined : paths.join(",");
}
