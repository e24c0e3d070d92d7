import type { ProviderSettings } from "../settings";
import type { WireObject } from "../wire";
import type { World } from "../world";

/** A function call as its answerer sees it. */
export interface Call {
  readonly args: WireObject;
  /** The provider's settings; `region` is the one the call asks about. */
  readonly settings: ProviderSettings;
  readonly world: World;
}

/** Answers one provider function. */
export type Answerer = (call: Call) => WireObject;
