import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { plain, type WireObject } from "../../simulator/wire";
import type { Request } from "./goal";
import type { ProgramCallbacks } from "./transforms";
import {
  asOutputs,
  changeProperties,
  dependenciesWithin,
  distinct,
  type PropertyDependencies,
  withDependencies,
} from "./values";

/** A request after its transforms, with its dependencies worked out. */
export interface SettledRequest extends Request {
  readonly propertyDependencies: PropertyDependencies;
}

/**
 * Finds and runs the transforms of a resource: its own, then its ancestors' from the nearest up, then the stack's. Those of a
 * remote component are kept for the moment when its provider registers it again.
 */
export class TransformChain {
  private readonly stack: Callback[] = [];
  private readonly byUrn = new Map<string, readonly Callback[]>();
  private readonly parents = new Map<string, string>();
  private readonly awaited = new Map<string, readonly Callback[]>();

  /** @param callbacks - The way into the program's process. */
  public constructor(private readonly callbacks: ProgramCallbacks) {}

  /** Adds a transform for every resource of the stack. */
  public addStackTransform(callback: Callback): void {
    this.stack.push(callback);
  }

  /** The transforms that belong to the resource of a request itself. */
  public own(request: Request): readonly Callback[] {
    const key = `${request.parent}::${request.type}::${request.name}`;
    const awaited = this.awaited.get(key);
    if (awaited !== undefined) {
      this.awaited.delete(key);
      return awaited;
    }
    if (request.remote && request.transforms.length > 0) this.awaited.set(key, request.transforms);
    return request.transforms;
  }

  /** Remembers a registered resource, for its children. */
  public remember(urn: string, parent: string, own: readonly Callback[]): void {
    this.parents.set(urn, parent);
    if (own.length > 0) this.byUrn.set(urn, own);
  }

  /** Runs every transform that applies and works out the dependencies of the result. */
  public async run(request: Request, own: readonly Callback[]): Promise<SettledRequest> {
    const transforms = [...own, ...this.ofAncestors(request.parent), ...this.stack];
    const propertyDependencies = givenDependencies(request);
    if (transforms.length === 0) return withOutputDependencies(request, propertyDependencies);
    const outputs = changeProperties(request.properties, asOutputs);
    const marked = request.transforms.length > 0 ? withDependencies(outputs, propertyDependencies) : outputs;
    let transformed = { properties: marked, options: request.options };
    for (const callback of transforms) {
      transformed = await this.callbacks.transform(callback, request, transformed);
    }
    const changed = { ...request, ...transformed };
    return request.transforms.length > 0
      ? withDependenciesOfOutputs(changed)
      : withOutputDependencies(changed, propertyDependencies);
  }

  private *ofAncestors(parent: string): Iterable<Callback> {
    for (let urn = parent; urn !== ""; urn = this.parents.get(urn) ?? "") yield* this.byUrn.get(urn) ?? [];
  }
}

/** Without its own word on them, every property depends on all that the resource depends on. */
function givenDependencies(request: Request): PropertyDependencies {
  const given = request.propertyDependencies ?? {};
  if (Object.keys(given).length > 0 || request.remote) return given;
  return Object.fromEntries(Object.keys(request.properties).map((key) => [key, request.dependencies]));
}

function withOutputDependencies(request: Request, given: PropertyDependencies): SettledRequest {
  const found = Object.entries(request.properties).map(
    ([key, value]) => [key, distinct([...(given[key] ?? []), ...dependenciesWithin(value)])] as const,
  );
  return { ...request, propertyDependencies: { ...given, ...Object.fromEntries(found) } };
}

/** After the resource's own transforms only the outputs themselves and `dependsOn` say what it depends on. */
function withDependenciesOfOutputs(request: Request): SettledRequest {
  const propertyDependencies = Object.fromEntries(
    Object.entries(request.properties).map(([key, value]) => [key, distinct(dependenciesWithin(value))]),
  );
  const through = Object.values(propertyDependencies).flat();
  return {
    ...request,
    dependencies: distinct([...request.options.getDependsOnList(), ...through]),
    propertyDependencies,
  };
}

/** What is left of outputs where the receiver knows none: values, secrets and unknown values. */
export function withoutOutputs(properties: WireObject): WireObject {
  return changeProperties(properties, plain);
}
