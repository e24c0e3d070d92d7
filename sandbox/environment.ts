// What would let a child reach real AWS, a Pulumi login or a network, whatever its exact name.
const DENIED_PREFIXES = ["AWS_", "PULUMI_"];
const DENIED_NAMES = new Set(["http_proxy", "https_proxy", "all_proxy", "grpc_proxy", "no_proxy"]);

/** Environment variables by name; `undefined` takes a variable away from a child that would inherit it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the Pulumi CLI of a sandbox keeps what it would otherwise keep in the user's home. */
export interface PulumiSettings {
  /** `PULUMI_HOME`: plugins and credentials. */
  readonly home: string;
  /** Folder of the file backend. */
  readonly state: string;
}

/** The names of all variables that no child of a sandbox may inherit. */
export function deniedNames(env: Environment): string[] {
  return Object.keys(env).filter(
    (name) =>
      DENIED_PREFIXES.some((prefix) => name.startsWith(prefix)) || DENIED_NAMES.has(name.toLowerCase()),
  );
}

/**
 * What the children of a sandbox get on top of the environment it was started in.
 *
 * Variables that could lead to real AWS or to a user's Pulumi login are taken away; the sandbox's own take their place.
 */
export function childEnvironment(env: Environment, pulumi: PulumiSettings): Environment {
  return {
    ...Object.fromEntries(deniedNames(env).map((name) => [name, undefined])),
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_CONFIG_FILE: "/dev/null",
    PULUMI_HOME: pulumi.home,
    PULUMI_BACKEND_URL: `file://${pulumi.state}`,
    // It protects nothing: a sandbox holds simulated values only.
    PULUMI_CONFIG_PASSPHRASE: "sandbox",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    // The state is written once, when an operation ends: written after each resource, it takes most of the time of an `up`.
    PULUMI_SKIP_CHECKPOINTS: "true",
  };
}
