import type { PolicyResource } from "@pulumi/policy";

import { known, View } from "../reading/view";
import { type KnownParts, tellsKnownParts } from "./known-parts";

/** One resource of the stack, with what it is joined to. */
export interface StackResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** What the program asked for. The engine's stack analysis shows outputs only, in which unset inputs are unknown. */
  readonly props: View;
  /** What the resource has become, as far as it is known. */
  readonly outputs: View;
  readonly parent: string | undefined;
  readonly dependencies: readonly string[];
  /** URNs that each property was computed from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** What a property points at. */
export interface Targets {
  readonly found: readonly StackResource[];
  /** The property is set, yet neither its dependencies nor its value lead to a resource of the stack. */
  readonly isOpen: boolean;
}

/** Outputs by which AWS lets one resource name another. */
const IDENTITIES = ["id", "arn", "name", "allocationId", "bucket"];

/** All resources of a stack, found by type and joined through dependencies even while ids are unknown. */
export class StackIndex {
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly byType = new Map<string, StackResource[]>();
  private readonly childrenOf = new Map<string, StackResource[]>();
  private readonly reverse = new Map<string, ReadonlyMap<string, readonly StackResource[]>>();
  private dependentsOf: ReadonlyMap<string, ReadonlySet<StackResource>> | undefined;

  /** Every resource of the stack, in the order of URNs: the engine registers them in another order each time. */
  public readonly resources: readonly StackResource[];

  public constructor(resources: readonly StackResource[]) {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    this.byUrn = byUrn;
    this.resources = [...byUrn.keys()].sort().flatMap((urn) => byUrn.get(urn) ?? []);
    for (const resource of this.resources) {
      push(this.byType, resource.type, resource);
      if (resource.parent !== undefined) push(this.childrenOf, resource.parent, resource);
    }
  }

  /**
   * The index of what the engine's stack analysis shows, with the inputs that were recorded before and what is known of
   * the unknown ones.
   */
  public static of(
    resources: readonly PolicyResource[],
    subjects: ReadonlyMap<string, { readonly props: View }>,
    parts: KnownParts,
  ): StackIndex {
    const judged = resources.filter(({ type }) => !tellsKnownParts(type));
    return new StackIndex(
      judged.map((resource) => {
        const outputs = View.ofProxy(resource.props);
        return {
          urn: resource.urn,
          type: resource.type,
          name: resource.name,
          props: (subjects.get(resource.urn)?.props ?? outputs)
            .filledWith(parts.get(resource.urn) ?? {})
            .heldBy(resource.urn),
          outputs: outputs.heldBy(resource.urn),
          parent: resource.parent?.urn,
          dependencies: resource.dependencies.map(({ urn }) => urn).sort(),
          propertyDependencies: Object.fromEntries(
            Object.entries(resource.propertyDependencies).map(([name, all]) => [
              name,
              all.map(({ urn }) => urn).sort(),
            ]),
          ),
        };
      }),
    );
  }

  /** The first resource that a property of a resource was computed from. */
  public sourceOf(urn: string, property: string): string | undefined {
    return this.byUrn.get(urn)?.propertyDependencies[property]?.[0];
  }

  /** Every resource of the given types, in the order of URNs. */
  public ofTypes(types: readonly string[]): readonly StackResource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /**
   * The resources that a property points at: by its dependencies, narrowed by its value where that is known, or by its
   * value alone. A dependency on a component stands for the resources inside it.
   *
   * @param property - A property at the top of the inputs; dependencies are recorded for those.
   */
  public targets(from: StackResource, property: string, types: readonly string[]): Targets {
    const place = from.props.at(property);
    if (place.isAbsent) return { found: [], isOpen: false };
    const linked = (from.propertyDependencies[property] ?? []).flatMap((urn) => this.standsFor(urn, types));
    const values = literals(place);
    const named =
      values.length === 0 ? [] : this.named(linked.length > 0 ? linked : this.ofTypes(types), values);
    const found = [...new Set(named.length > 0 ? named : linked)];
    return { found, isOpen: found.length === 0 && place.firstUnknown() !== undefined };
  }

  /** The resources of the given types whose property points at the target. */
  public referrers(
    target: StackResource,
    property: string,
    types: readonly string[],
  ): readonly StackResource[] {
    const kinds = [target.type];
    const memo = `${types.join()}|${property}|${target.type}`;
    let reversed = this.reverse.get(memo);
    if (!reversed) {
      const building = new Map<string, StackResource[]>();
      for (const from of this.ofTypes(types)) {
        for (const { urn } of this.targets(from, property, kinds).found) push(building, urn, from);
      }
      reversed = building;
      this.reverse.set(memo, reversed);
    }
    return reversed.get(target.urn) ?? [];
  }

  /** A resource of the given types whose property might point at the target, because it cannot be told where it points. */
  public openReferrer(
    target: StackResource,
    property: string,
    types: readonly string[],
  ): StackResource | undefined {
    return this.ofTypes(types).find((from) => this.targets(from, property, [target.type]).isOpen);
  }

  /** Every resource with a property that was computed from the target or that names it. */
  public dependents(target: StackResource): ReadonlySet<StackResource> {
    this.dependentsOf ??= this.collectDependents();
    return this.dependentsOf.get(target.urn) ?? new Set();
  }

  private collectDependents(): ReadonlyMap<string, ReadonlySet<StackResource>> {
    const identities = new Map<string, string>();
    for (const { urn, outputs } of this.resources) {
      for (const identity of ["id", "arn"]) {
        const value = known(outputs.at(identity).string());
        if (value !== undefined) identities.set(value, urn);
      }
    }
    const dependents = new Map<string, Set<StackResource>>();
    const note = (urn: string, from: StackResource): void => {
      if (urn !== from.urn) dependents.set(urn, (dependents.get(urn) ?? new Set()).add(from));
    };
    for (const from of this.resources) {
      for (const urn of Object.values(from.propertyDependencies).flat()) note(urn, from);
      for (const value of literals(from.props)) {
        const urn = identities.get(value);
        if (urn !== undefined) note(urn, from);
      }
    }
    return dependents;
  }

  private standsFor(urn: string, types: readonly string[]): readonly StackResource[] {
    const resource = this.byUrn.get(urn);
    if (!resource) return [];
    if (types.includes(resource.type)) return [resource];
    const isComponent = !/^(aws|pulumi):/.test(resource.type);
    return isComponent ? this.inside(urn).filter(({ type }) => types.includes(type)) : [];
  }

  private inside(urn: string): readonly StackResource[] {
    return (this.childrenOf.get(urn) ?? []).flatMap((child) => [child, ...this.inside(child.urn)]);
  }

  private named(candidates: readonly StackResource[], values: readonly string[]): readonly StackResource[] {
    const isNamed = ({ urn, outputs }: StackResource): boolean =>
      values.includes(urn) ||
      IDENTITIES.some((identity) => {
        const value = known(outputs.at(identity).string());
        return value !== undefined && values.includes(value);
      });
    return candidates.filter(isNamed);
  }
}

function literals(view: View): readonly string[] {
  if (view.keys().length > 0) return view.keys().flatMap((key) => literals(view.child(key)));
  if (view.items().length > 0) return view.items().flatMap(literals);
  const value = known(view.string());
  return value === undefined ? [] : [value];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
