import type { WireObject } from "../../simulator/wire";
import type { SourcePoint } from "./source";

/** How long operations on a resource may take, in seconds; 0 for the provider's own limits. */
export interface CustomTimeouts {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
}

/** A resource as the engine would hold it in the state of a preview. */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** The parent's URN; empty for none. */
  readonly parent: string;
  readonly custom: boolean;
  /** True for a resource that was read and belongs to somebody else. */
  readonly external: boolean;
  /** Known for resources that were read only; a provider's is the unknown sentinel. */
  readonly id: string;
  /** After the provider's check. */
  readonly inputs: WireObject;
  /** For a component, empty until it registers them. */
  outputs: WireObject;
  /** A reference, `<urn>::<id>`; empty for components and providers. */
  readonly provider: string;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly options: ResourceOptions;
  /** Where the program makes it; absent where the SDK does not say. */
  readonly source?: SourcePoint;
}

/** The options of a resource that others inherit or policies see. */
export interface ResourceOptions {
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  /** A URN; empty for none. */
  readonly deletedWith: string;
  readonly ignoreChanges: readonly string[];
  readonly deleteBeforeReplace?: boolean;
  readonly additionalSecretOutputs: readonly string[];
  /** Earlier URNs of the resource. */
  readonly aliases: readonly string[];
  readonly customTimeouts: CustomTimeouts;
}

/** The options of a resource that gives none. */
export const NO_OPTIONS: ResourceOptions = {
  deletedWith: "",
  ignoreChanges: [],
  additionalSecretOutputs: [],
  aliases: [],
  customTimeouts: { create: 0, update: 0, delete: 0 },
};

/** Every resource of a preview, by URN, in the order of registration. */
export class ResourceStates {
  private readonly states = new Map<string, ResourceState>();
  private readonly reserved = new Set<string>();

  /** Claims a URN. False when another resource of this preview has it. */
  public reserve(urn: string): boolean {
    if (this.reserved.has(urn)) return false;
    this.reserved.add(urn);
    return true;
  }

  /** Whether a URN was claimed, so that children may name it as their parent. */
  public isReserved(urn: string): boolean {
    return this.reserved.has(urn);
  }

  /** Keeps a resource under its URN. */
  public add(state: ResourceState): void {
    this.states.set(state.urn, state);
  }

  /** The resource of a URN, if there is one. */
  public get(urn: string): ResourceState | undefined {
    return this.states.get(urn);
  }

  /** The provider that a reference names. */
  public provider(reference: string): ResourceState | undefined {
    return reference === "" ? undefined : this.states.get(providerUrn(reference));
  }

  /** Every resource, in the order of registration. */
  public all(): ResourceState[] {
    return [...this.states.values()];
  }
}

/** The URN in a provider reference, `<urn>::<id>`. */
export function providerUrn(reference: string): string {
  const end = reference.lastIndexOf("::");
  return end < 0 ? reference : reference.slice(0, end);
}
