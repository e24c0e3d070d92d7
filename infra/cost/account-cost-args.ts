import type { Criticality } from "../core/criticality";
import type { Scope } from "../core/scope";
import type { GovernanceSizes } from "./governance-problems";

/** What {@link AccountCost} is made of. */
export interface AccountCostArgs {
  /** Environment that names begin with, account, and Region that holds topic and exports. */
  readonly scope: Scope;
  /** Environments of the account, as their tags say it. */
  readonly environments: readonly string[];
  /** What is watched, and how strictly. */
  readonly sizes: GovernanceSizes;
  /** How much the business depends on it. */
  readonly criticality: Criticality;
  /** Who answers for cost. */
  readonly owner: string;
  /** Days in which the deletion of keys can still be called off, 7 to 30. */
  readonly keyDeletionWindowDays: number;
}
