import type { WireObject } from "../wire";

/** A resource that a component wants registered. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  /** The parent's URN. */
  readonly parent: string;
  /** Whether it has a provider; components have none. */
  readonly custom: boolean;
  readonly inputs: WireObject;
  /** URNs, without repetition. */
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** Reference of the provider, if the component was given one. */
  readonly provider?: string;
  /** References of the providers a component hands on, by package. */
  readonly providers?: Readonly<Record<string, string>>;
  /** Version of the provider that is asked for. */
  readonly version?: string;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
}

/** A resource that was registered. */
export interface Registered {
  readonly urn: string;
  /** Empty while it does not exist. */
  readonly id: string;
  readonly outputs: WireObject;
}

/** What a component needs of the engine: the offline preview, the mocks and the real engine each are one. */
export interface Registrar {
  registerResource(registration: Registration): Promise<Registered>;
  registerOutputs(urn: string, outputs: WireObject): Promise<void>;
  /** Calls a provider function. */
  invoke(call: { token: string; args: WireObject; provider?: string; parent: string }): Promise<WireObject>;
  /** Tells the user something. */
  warn?(message: string, urn: string): Promise<void>;
}
