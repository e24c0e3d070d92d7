import type { Problem } from "../core/problem";
import { schemaChanges } from "./contract-changes";
import type { EventContract, EventSchema } from "./integration-args";

/** Contracts as they were published: every version of each event, for ever. `stacks/contracts.lock.json` holds them. */
export interface ContractLock {
  /** Published schemas, by event and version. */
  readonly events: Readonly<Record<string, Readonly<Record<string, EventSchema>>>>;
}

/** What the lock compares of a contract. */
export type LockedContract = Pick<EventContract, "version" | "schema">;

type Contracts = Readonly<Record<string, LockedContract>>;

/** Nothing is published yet. */
export const emptyLock: ContractLock = { events: {} };

/**
 * Says every change of a published contract that breaks those who read or write it, and that has no new version: with
 * the contract's name and the path in its JSON schema. Events and versions that are new have nothing to break.
 */
export function contractProblems(events: Contracts, locked: ContractLock): readonly Problem[] {
  return Object.entries(events).flatMap(([name, { version, schema }]) => {
    const published = publishedVersions(locked, name);
    const path = ["catalogue", "events", name];
    const known = published[String(version)];
    if (known !== undefined) {
      return schemaChanges(known, schema).map((change) => ({
        path: [...path, "schema", ...change.path],
        given: change.given,
        allowed: `${change.allowed} in ${name}.v${version}, which is published; or version ${next(published)}`,
      }));
    }
    return version === next(published)
      ? []
      : [
          {
            path: [...path, "version"],
            given: String(version),
            allowed: allowedVersions(published),
          },
        ];
  });
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
  const versions = Object.entries(publishedVersions(locked, name)).filter(
    ([version]) => version !== String(contract?.version),
  );
  const now: readonly (readonly [string, EventSchema])[] =
    contract === undefined ? [] : [[String(contract.version), contract.schema]];
  return Object.fromEntries([...versions, ...now].sort(([a], [b]) => Number(a) - Number(b)));
}

function publishedVersions(locked: ContractLock, name: string): Readonly<Record<string, EventSchema>> {
  return (Object.hasOwn(locked.events, name) ? locked.events[name] : undefined) ?? {};
}

function next(published: Readonly<Record<string, EventSchema>>): number {
  return Math.max(0, ...Object.keys(published).map(Number)) + 1;
}

function allowedVersions(published: Readonly<Record<string, EventSchema>>): string {
  const known = Object.keys(published);
  return known.length === 0
    ? "1, the first version of a new event"
    : `one that is published (${known.join(", ")}) or the next, ${next(published)}`;
}
