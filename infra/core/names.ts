import { createHash } from "node:crypto";

import { type NameKind, type NameLimits, nameLimits } from "./name-limits";

/** Where a name has to be unique. */
export interface NameScope {
  /** Environment, which every name begins with: lower-case letters and digits, a letter first. */
  readonly environment: string;
  /** Account that holds the thing, twelve digits. */
  readonly accountId: string;
  /** Region that holds the thing. */
  readonly region: string;
}

/** Characters of the hash that keeps a name unique once it had to be changed: 36^8 values. */
const hashLength = 8;

/** Longest environment, so that the shortest kinds of names (32) keep room for something of their own. */
const maxEnvironmentLength = 12;

/**
 * First words that AWS keeps for itself in some kind of name: `aws` (parameters, log groups, aliases), `amazon` and
 * `amzn` (documents), `ssm` (parameters), `sg` (security groups), `internal` (load balancers), `xn` and `sthree`
 * (buckets).
 */
const reservedEnvironments: ReadonlySet<string> = new Set([
  "amazon",
  "amzn",
  "aws",
  "internal",
  "sg",
  "ssm",
  "sthree",
  "xn",
]);

/** Says why a word cannot be an environment's name; nothing where it can. */
export function environmentMistake(environment: string): string | undefined {
  if (!/^[a-z][a-z0-9]*$/.test(environment)) return "only lower-case letters and digits, a letter first";
  if (environment.length > maxEnvironmentLength) return `at most ${maxEnvironmentLength} characters`;
  if (reservedEnvironments.has(environment)) return "a word that AWS keeps for its own names";
  return undefined;
}

/**
 * Physical name of a thing: the environment, then the name given, within AWS's limits for its kind.
 *
 * The same arguments always give the same name, and other arguments another one: where the name given is too long or
 * holds characters that AWS refuses, it is shortened or they are replaced, and a hash of what was given is appended.
 * An environment holds no hyphen, so where it ends is always clear.
 *
 * @throws Error where the environment's name cannot begin a name, or the name given is empty
 */
export function physicalName(kind: NameKind, scope: NameScope, name: string): string {
  const mistake = environmentMistake(scope.environment);
  if (mistake !== undefined) throw new Error(`environment "${scope.environment}": ${mistake}`);
  if (name === "") throw new Error(`${kind}: an empty name`);

  const limits: NameLimits = nameLimits[kind];
  const before = `${limits.prefix}${scope.environment}${limits.separator}`;
  const after = limits.globallyUnique ? `-${scope.accountId}-${scope.region}` : "";
  const room = limits.maxLength - before.length - after.length;
  return before + fitted(name, room, limits.character) + after;
}

/** `name` itself where it fits; otherwise as much of it as fits, followed by a hash of the whole. */
function fitted(name: string, room: number, character: RegExp): string {
  const accepted = tidied(name, character);
  if (accepted === name && name.length <= room) return name;

  const kept = accepted.slice(0, Math.max(0, room - hashLength - 1)).replace(/-+$/, "");
  return kept === "" ? hash(name) : `${kept}-${hash(name)}`;
}

/** `name` in characters of the kind, without the repeated or closing hyphens that several services refuse. */
function tidied(name: string, character: RegExp): string {
  return Array.from(name)
    .map((given) => [given, given.toLowerCase()].find((candidate) => character.test(candidate)) ?? "-")
    .join("")
    .replace(/-{2,}/g, "-")
    .replace(/^[-/]+|[-/]+$/g, "");
}

function hash(name: string): string {
  const digest = createHash("sha256").update(name, "utf8").digest("hex");
  return BigInt(`0x${digest}`).toString(36).padStart(hashLength, "0").slice(-hashLength);
}
