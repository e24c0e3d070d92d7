import type { Criticality } from "./criticality";

/** What all watched things say, whatever their kind. */
export interface MonitoredThing {
  /** Family of the declaration. */
  readonly family: "monitored";
  /** Name by which people know it, unique within its kind and environment. */
  readonly name: string;
  /** How much the business depends on it. */
  readonly criticality: Criticality;
  /** Who is called when it fails. */
  readonly owner: string;
}
