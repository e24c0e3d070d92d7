import * as path from "node:path";

/** The places inside the folder of one sandbox. */
export interface SandboxFolder {
  /** The folder itself. */
  readonly root: string;
  /** Holds the process id of the run that uses the folder. */
  readonly lock: string;
  /** `PULUMI_HOME`. */
  readonly home: string;
  /** The file backend. */
  readonly state: string;
  /** `Pulumi.yaml` and `Pulumi.<stack>.yaml` as the CLI reads them here. */
  readonly project: string;
  /** The CLI and, where it has none of its own, the language host. */
  readonly bin: string;
  /** Simulated AWS. */
  readonly world: string;
  /** Verdicts of the policy pack in the last run. */
  readonly verdicts: string;
}

/** Names the places in a sandbox's folder; makes none of them. */
export function sandboxFolder(root: string): SandboxFolder {
  const inside = (name: string): string => path.join(root, name);
  return {
    root,
    lock: inside("lock"),
    home: inside("pulumi-home"),
    state: inside("state"),
    project: inside("project"),
    bin: path.join(root, "cli", "bin"),
    world: inside("simulated-aws.json"),
    verdicts: inside("verdicts.jsonl"),
  };
}
