import * as os from "node:os";
import * as path from "node:path";

/** What the variables begin with that are not handed on: credentials, and what points at the Pulumi of a user. */
const WITHHELD_PREFIXES = [
  "AWS_",
  "ARM_",
  "AZURE_",
  "GOOGLE_",
  "PULUMI_ACCESS_TOKEN",
  "PULUMI_BACKEND_URL",
  "PULUMI_CONFIG",
  "PULUMI_NODEJS_",
  // Meant for the TypeScript of this process.
  "TS_NODE_",
];

/** Keeps a program that asks AWS by itself from finding credentials elsewhere. */
const NO_CREDENTIALS: Readonly<Record<string, string>> = {
  AWS_SHARED_CREDENTIALS_FILE: os.devNull,
  AWS_CONFIG_FILE: os.devNull,
  AWS_EC2_METADATA_DISABLED: "true",
};

/** Where Node (22 and later) keeps compiled code between runs when asked to; a quarter less time for a program's process. */
const COMPILE_CACHE = path.join(os.tmpdir(), "node-compile-cache");

/**
 * The environment for the processes of a preview: this one's without AWS credentials and settings, since a preview is offline
 * and must come out the same for everybody.
 *
 * @param additions - Variables to set.
 */
export function childEnvironment(additions: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !WITHHELD_PREFIXES.some((prefix) => name.startsWith(prefix)),
  );
  return { NODE_COMPILE_CACHE: COMPILE_CACHE, ...Object.fromEntries(kept), ...NO_CREDENTIALS, ...additions };
}
