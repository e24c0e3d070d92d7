import type { Problem } from "../core/problem";
import { schemaChanges } from "./contract-changes";
import { publishedVersions } from "./contract-versions";
import type { EventContract, EventSchema } from "./integration-args";

/** Contracts as they were published: every version of each event, for ever. `stacks/contracts.lock.json` holds them. */
export interface ContractLock {
  /** Published schemas, by event and version. */
  readonly events: Readonly<Record<string, Readonly<Record<string, EventSchema>>>>;
}

/** What the lock compares of a contract. */
export type LockedContract = Pick<EventContract, "version" | "schema" | "earlier">;

type Contracts = Readonly<Record<string, LockedContract>>;

/** Nothing is published yet. */
export const emptyLock: ContractLock = { events: {} };

/**
 * Says every change of a published contract that breaks those who read or write it, and that has no new version: with
 * the contract's name and the path in its JSON schema. Events and versions that are new have nothing to break.
 */
export function contractProblems(events: Contracts, locked: ContractLock): readonly Problem[] {
  return Object.entries(events).flatMap(([name, contract]) => {
    const published = versionsInLock(locked, name);
    return [...presentProblems(name, contract, published), ...earlierProblems(name, contract, published)];
  });
}

type Versions = Readonly<Record<string, EventSchema>>;

function presentProblems(
  name: string,
  { version, schema }: LockedContract,
  published: Versions,
): readonly Problem[] {
  const path = ["catalogue", "events", name];
  const known = published[String(version)];
  if (known !== undefined) return changed([...path, "schema"], known, schema, { name, version, published });
  return version === next(published)
    ? []
    : [{ path: [...path, "version"], given: String(version), allowed: allowedVersions(published) }];
}

/** An earlier version is one that was published, and stays what it was. */
function earlierProblems(
  name: string,
  { earlier = {} }: LockedContract,
  published: Versions,
): readonly Problem[] {
  return Object.entries(earlier).flatMap(([version, schema]) => {
    const path = ["catalogue", "events", name, "earlier", version];
    const known = Object.hasOwn(published, version) ? published[version] : undefined;
    return known === undefined
      ? [{ path, given: version, allowed: `a version that is published: ${knownVersions(published)}` }]
      : changed(path, known, schema, { name, version, published });
  });
}

function changed(
  path: readonly string[],
  known: EventSchema,
  now: EventSchema,
  of: { readonly name: string; readonly version: number | string; readonly published: Versions },
): readonly Problem[] {
  return schemaChanges(known, now).map((change) => ({
    path: [...path, ...change.path],
    given: change.given,
    allowed: `${change.allowed} in ${of.name}.v${of.version}, which is published; or version ${next(of.published)}`,
  }));
}

/**
 * The next lock: all that was published, and what the catalogue publishes now. Its keys are in order, so that the file
 * changes only where a contract does.
 *
 * @throws Error where {@link contractProblems} finds a breaking change: a published version is never overwritten with one
 */
export function lockContracts(events: Contracts, locked: ContractLock): ContractLock {
  const problems = contractProblems(events, locked);
  if (problems.length > 0) {
    const places = problems.map(({ path }) => path.join("."));
    throw new Error(`contracts cannot be locked while they break what is published: ${places.join(", ")}`);
  }
  const names = [...new Set([...Object.keys(locked.events), ...Object.keys(events)])].sort();
  return { events: Object.fromEntries(names.map((name) => [name, versionsOf(name, events, locked)])) };
}

function versionsOf(
  name: string,
  events: Contracts,
  locked: ContractLock,
): Readonly<Record<string, EventSchema>> {
  const contract = Object.hasOwn(events, name) ? events[name] : undefined;
  const now = contract === undefined ? [] : publishedVersions(contract);
  const versions: Versions = { ...versionsInLock(locked, name), ...Object.fromEntries(now) };
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => Number(a) - Number(b)));
}

function versionsInLock(locked: ContractLock, name: string): Readonly<Record<string, EventSchema>> {
  return (Object.hasOwn(locked.events, name) ? locked.events[name] : undefined) ?? {};
}

function next(published: Readonly<Record<string, EventSchema>>): number {
  return Math.max(0, ...Object.keys(published).map(Number)) + 1;
}

function allowedVersions(published: Readonly<Record<string, EventSchema>>): string {
  return Object.keys(published).length === 0
    ? "1, the first version of a new event"
    : `one that is published (${knownVersions(published)}) or the next, ${next(published)}`;
}

function knownVersions(published: Versions): string {
  return Object.keys(published).join(", ") || "none is";
}
