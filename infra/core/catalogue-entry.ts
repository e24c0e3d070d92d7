import type { Criticality } from "./criticality";

/** What the catalogue says of everything in it. */
export interface CatalogueEntry {
  /** What it is for, in one sentence without a full stop. */
  readonly description: string;
  /** Who answers for it: a team. */
  readonly owner: string;
  /** How much the business depends on it. Backup, alarms and recovery derive from this one word. */
  readonly criticality: Criticality;
}

/** Tags by which a thing differs from the rest of its stack: the provider's default tags say the stack's own. */
export interface EntryTags {
  readonly Service: string;
  readonly Owner: string;
  readonly Criticality: Criticality;
}

/** Tags of what is built for an entry of the catalogue. */
export function entryTags(name: string, { owner, criticality }: CatalogueEntry): EntryTags {
  return { Service: name, Owner: owner, Criticality: criticality };
}
