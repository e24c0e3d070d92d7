import { isUnknown, resourceReference, UNKNOWN, type Wire, type WireObject } from "../wire";
import type { Registrar } from "./registrar";
import type { Tracked } from "./tracked";

/** Version of the AWS provider that awsx 3.9 was built with; its children ask for it. */
export const AWS_VERSION = "7.43.0";

/** A registered child. */
export interface Child {
  readonly urn: string;
  /** Its id, which is unknown until it exists. */
  readonly id: Tracked;
  readonly reference: WireObject;
  /** One of its attributes. */
  readonly attribute: (name: string) => Tracked;
}

/** What awsx says of a child. */
export interface ChildRequest {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly inputs: Readonly<Record<string, Tracked>>;
  /** Resources it waits for beside those its inputs come from. */
  readonly dependsOn: readonly Child[];
}

/** What every child takes over from the component. */
export interface Inheritance {
  readonly preview: boolean;
  readonly region: Tracked;
  readonly provider?: string;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
}

function unrepeated(urns: readonly string[]): string[] {
  return [...new Set(urns)].sort();
}

/** Registers the children of one component. */
export class Family {
  public constructor(
    private readonly registrar: Registrar,
    private readonly inheritance: Inheritance,
  ) {}

  /** Registers a child; its Region is the component's unless it is given one. */
  public async register(request: ChildRequest): Promise<Child> {
    const entries = Object.entries({ region: this.inheritance.region, ...request.inputs });
    const present = entries.filter(
      (entry): entry is [string, { value: Wire; dependencies: readonly string[] }] =>
        entry[1].value !== undefined,
    );
    const { provider, protect, retainOnDelete } = this.inheritance;
    const { urn, id, outputs } = await this.registrar.registerResource({
      type: request.type,
      name: request.name,
      parent: request.parent,
      custom: true,
      inputs: Object.fromEntries(present.map(([name, { value }]) => [name, value])),
      dependencies: unrepeated([
        ...request.dependsOn.map((child) => child.urn),
        ...present.flatMap(([, { dependencies }]) => dependencies),
      ]),
      propertyDependencies: Object.fromEntries(
        present.map(([name, value]) => [name, unrepeated(value.dependencies)]),
      ),
      version: AWS_VERSION,
      ...(provider !== undefined && { provider }),
      ...(protect !== undefined && { protect }),
      ...(retainOnDelete !== undefined && { retainOnDelete }),
    });
    return this.child(urn, id, outputs);
  }

  private child(urn: string, id: string, outputs: WireObject): Child {
    const knownId = id === "" && this.inheritance.preview ? UNKNOWN : id;
    const dependencies = [urn];
    return {
      urn,
      id: { value: knownId, dependencies },
      reference: resourceReference(urn, isUnknown(knownId) ? UNKNOWN : knownId),
      // An attribute that a preview leaves out may still get a value.
      attribute: (name) => ({
        value: outputs[name] ?? (this.inheritance.preview ? UNKNOWN : undefined),
        dependencies,
      }),
    };
  }
}
