import { FileStore } from "../../simulator/file-store";
import { isWireObject, type WireObject } from "../../simulator/wire";
import { driftResource, type WorldResource } from "../../simulator/world";

/** What somebody has changed in simulated AWS, past Pulumi. */
export interface Drift {
  /** The resource, as Pulumi knows it. */
  readonly urn: string;
  /** AWS's id of it. */
  readonly id: string;
  /** What was changed, in words. */
  readonly what: string;
}

/** How many resources of a stack exist in simulated AWS. */
export function countResources(worldFile: string): number {
  return new FileStore(worldFile).view((world) => world.resources.filter(({ urn }) => urn !== "").length);
}

/**
 * Changes one thing in simulated AWS as somebody in the console would: a tag of the VPC, else of any resource that has tags.
 * Returns nothing when no resource has any.
 */
export function makeDrift(worldFile: string): Drift | undefined {
  const store = new FileStore(worldFile);
  const tagged = store.view(({ resources }) => resources.filter(isTagged));
  const victim = tagged.find(({ type }) => type === "aws:ec2/vpc:Vpc") ?? tagged[0];
  if (victim === undefined) return undefined;
  const byHand = { ChangedBy: "hand" };
  driftResource(store, victim.id, {
    tags: withTags(victim, "tags", byHand),
    tagsAll: withTags(victim, "tagsAll", byHand),
  });
  return { urn: victim.urn, id: victim.id, what: `the tag ChangedBy put on ${victim.id} by hand` };
}

function isTagged({ urn, attributes }: WorldResource): boolean {
  return urn !== "" && isWireObject(attributes.tagsAll);
}

function withTags({ attributes }: WorldResource, name: string, more: WireObject): WireObject {
  const tags = attributes[name];
  return { ...(isWireObject(tags) ? tags : {}), ...more };
}
