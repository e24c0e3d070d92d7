import * as fs from "node:fs";
import * as path from "node:path";
import type { Environment } from "./environment";

/** One reason why a sandbox does not start, and what takes it away. */
export interface Refusal {
  /** What was found; never a value that may be secret. */
  readonly found: string;
  /** Variables to take out of the environment. */
  readonly unset: readonly string[];
  /** Variables to set for this one start. */
  readonly set: Readonly<Record<string, string>>;
}

/** Where a sandbox is started. */
export interface Surroundings {
  /** The environment of the process. */
  readonly env: Environment;
  /** The user's home, where AWS's tools look for their files. */
  readonly homeDir: string;
  /** Folder of all sandboxes; Pulumi settings that point into it are the sandbox's own. */
  readonly sandboxesDir: string;
}

/** Something in the environment would lead to real AWS or to a user's Pulumi login. */
export class RefusedToStart extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(
      [
        "The sandbox does not start where credentials or a Pulumi login of yours could be used. Found:",
        ...refusals.map((refusal) => `  - ${refusal.found}`),
        "Start it without them:",
        `  ${commandWithout(refusals)}`,
      ].join("\n"),
    );
    this.name = "RefusedToStart";
  }
}

// In the order in which AWS's SDKs look for credentials.
const AWS_VARIABLES: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: "an access key",
  AWS_SECRET_ACCESS_KEY: "a secret access key",
  AWS_SESSION_TOKEN: "a session token",
  AWS_ACCESS_KEY: "an access key",
  AWS_SECRET_KEY: "a secret access key",
  AWS_SECURITY_TOKEN: "a session token",
  AWS_PROFILE: "the name of a profile",
  AWS_DEFAULT_PROFILE: "the name of a profile",
  AWS_WEB_IDENTITY_TOKEN_FILE: "a web identity",
  AWS_ROLE_ARN: "a role to assume",
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "an address that hands out credentials",
  AWS_CONTAINER_CREDENTIALS_FULL_URI: "an address that hands out credentials",
  AWS_CONTAINER_AUTHORIZATION_TOKEN: "a token for container credentials",
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "a token for container credentials",
};

const PULUMI_VARIABLES: Readonly<Record<string, string>> = {
  PULUMI_ACCESS_TOKEN: "a Pulumi login",
  PULUMI_API: "a Pulumi backend",
  PULUMI_BACKEND_URL: "a Pulumi backend",
  PULUMI_HOME: "a Pulumi home with its logins",
};

const SHARED_FILES = [
  { variable: "AWS_SHARED_CREDENTIALS_FILE", inHome: ".aws/credentials" },
  { variable: "AWS_CONFIG_FILE", inHome: ".aws/config" },
];

const CREDENTIAL_KEYS = new Set([
  "aws_access_key_id",
  "aws_secret_access_key",
  "credential_process",
  "credential_source",
  "login_session",
  "role_arn",
  "source_profile",
  "sso_account_id",
  "sso_session",
  "sso_start_url",
  "web_identity_token_file",
]);

/**
 * Everything in the surroundings that would give a program AWS credentials by the default chain of AWS's SDKs, or the
 * Pulumi CLI a backend other than the sandbox's own. Empty when a sandbox may start.
 */
export function findRefusals(surroundings: Surroundings): Refusal[] {
  return [
    ...refusedVariables(surroundings, AWS_VARIABLES),
    ...SHARED_FILES.flatMap((file) => refusedFile(surroundings, file)),
    ...refusedVariables(surroundings, PULUMI_VARIABLES),
  ];
}

/** @throws {@link RefusedToStart} with everything that was found, unless nothing was */
export function refuseToTouchAnythingReal(surroundings: Surroundings): void {
  const refusals = findRefusals(surroundings);
  if (refusals.length > 0) throw new RefusedToStart(refusals);
}

function refusedVariables(
  surroundings: Surroundings,
  variables: Readonly<Record<string, string>>,
): Refusal[] {
  return Object.entries(variables)
    .filter(([name]) => isForeign(surroundings.env[name], surroundings.sandboxesDir))
    .map(([name, meaning]) => ({ found: `${name} is set: ${meaning}`, unset: [name], set: {} }));
}

function isForeign(value: string | undefined, sandboxesDir: string): boolean {
  if (value === undefined || value === "") return false;
  return !path.resolve(value.replace(/^file:\/\//, "")).startsWith(sandboxesDir + path.sep);
}

function refusedFile({ env, homeDir }: Surroundings, file: (typeof SHARED_FILES)[number]): Refusal[] {
  const location = env[file.variable] ?? path.join(homeDir, file.inHome);
  if (!defaultProfileHasCredentials(location)) return [];
  const found = `${location} gives the default profile credentials`;
  return [{ found, unset: [], set: { [file.variable]: "/dev/null" } }];
}

function defaultProfileHasCredentials(location: string): boolean {
  let section = "";
  for (const line of readLines(location)) {
    section = /^\s*\[\s*(?:profile\s+)?([^\]]*?)\s*\]/.exec(line)?.[1] ?? section;
    const key = /^\s*([\w-]+)\s*=\s*\S/.exec(line)?.[1];
    if (section === "default" && key !== undefined && CREDENTIAL_KEYS.has(key.toLowerCase())) return true;
  }
  return false;
}

function readLines(location: string): string[] {
  try {
    return fs.readFileSync(location, "utf8").split("\n");
  } catch {
    // What cannot be read here gives no child credentials either.
    return [];
  }
}

function commandWithout(refusals: readonly Refusal[]): string {
  const unset = refusals.flatMap((refusal) => refusal.unset).map((name) => `-u ${name}`);
  const set = refusals
    .flatMap((refusal) => Object.entries(refusal.set))
    .map(([name, value]) => `${name}=${value}`);
  return ["env", ...unset, ...set, "npm run sandbox -- <stack>"].join(" ");
}
