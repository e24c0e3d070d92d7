import { AwsError } from "./aws-error";
import type { WireObject } from "./wire";

/** Something that exists in simulated AWS. */
export interface WorldResource {
  readonly type: string;
  readonly id: string;
  readonly region: string;
  readonly accountId: string;
  /** The resource that made it; empty for what AWS made by itself or what existed before. */
  readonly urn: string;
  /** How many resources with this URN were created before it. */
  readonly generation: number;
  /** The id of the resource AWS made it with, e.g. of the VPC of a default security group. */
  readonly madeWith?: string;
  readonly attributes: WireObject;
}

/** All of simulated AWS, as it is kept between runs. */
export interface World {
  resources: WorldResource[];
  /** How often each URN was created, so that a replacement gets a new id and name. */
  readonly generations: Map<string, number>;
}

/** Where a world is kept. Changes are made inside `update` only, where a changed resource takes the place of the one before. */
export interface WorldStore {
  /** Looks at the world without changing it. */
  view<T>(look: (world: World) => T): T;
  /** Changes the world; nothing is kept when `change` throws. */
  update<T>(change: (world: World) => T): T;
}

/** A world in which nothing exists. */
export function emptyWorld(): World {
  return { resources: [], generations: new Map() };
}

/** A world to change, beside the one it was. */
export function copyOfWorld(world: World): World {
  return { resources: [...world.resources], generations: new Map(world.generations) };
}

/** A world that ends with the process. */
export class MemoryStore implements WorldStore {
  private world = emptyWorld();

  public view<T>(look: (world: World) => T): T {
    return look(this.world);
  }

  public update<T>(change: (world: World) => T): T {
    const changed = copyOfWorld(this.world);
    const result = change(changed);
    this.world = changed;
    return result;
  }
}

/** A resource by its type and id; some ids are the same in every Region. */
export interface ResourceKey {
  readonly type: string;
  readonly id: string;
  /** @default - whichever Region has it */
  readonly region?: string;
}

/** Looks up a resource: in its Region, where that is given, or among those of which no Region is known. */
export function findResource(world: World, { type, id, region }: ResourceKey): WorldResource | undefined {
  const found = world.resources.filter((resource) => resource.id === id && resource.type === type);
  if (region === undefined) return found[0];
  return found.find((each) => regionOf(each) === region) ?? found.find((each) => regionOf(each) === "");
}

function regionOf({ attributes, region }: WorldResource): string {
  return typeof attributes.region === "string" ? attributes.region : region;
}

/**
 * Changes attributes of an existing resource behind Pulumi's back, as a person in the console would: this is drift.
 * An attribute given as `null` is removed.
 *
 * @throws AwsError `ResourceNotFoundException` when nothing has this id.
 */
export function driftResource(store: WorldStore, id: string, changes: WireObject): void {
  store.update((world) => {
    const index = world.resources.findIndex((resource) => resource.id === id);
    const found = world.resources[index];
    if (found === undefined)
      throw new AwsError("ResourceNotFoundException", `nothing in this world has the id ${id}`);
    const merged = Object.entries({ ...found.attributes, ...changes }).filter(([, value]) => value !== null);
    world.resources[index] = { ...found, attributes: Object.fromEntries(merged) };
  });
}

/** Deletes a resource behind Pulumi's back. */
export function loseResource(store: WorldStore, id: string): void {
  store.update((world) => {
    world.resources = world.resources.filter((resource) => resource.id !== id);
  });
}
