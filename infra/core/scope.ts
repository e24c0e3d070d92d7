import type { NameScope } from "./names";
import type { Region } from "./region";

/** Where a component builds: whose names it takes, and in which Region. */
export interface Scope extends NameScope {
  /** Region that holds what is built. */
  readonly region: Region;
}
