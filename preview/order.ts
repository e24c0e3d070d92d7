import { nameOf, STACK_TYPE, typeOf } from "./engine/urn";

/** What sorting needs to know of a resource. */
export interface Sortable {
  readonly urn: string;
  /** Empty for none. */
  readonly parent: string;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isStack({ urn }: Sortable): boolean {
  return typeOf(urn) === STACK_TYPE;
}

/** Roots: the engine's own providers, then the stack. Siblings: by type, then name. */
function compareSiblings(a: Sortable, b: Sortable): number {
  return (
    Number(isStack(a)) - Number(isStack(b)) ||
    compareTexts(typeOf(a.urn), typeOf(b.urn)) ||
    compareTexts(nameOf(a.urn), nameOf(b.urn))
  );
}

/**
 * Sorts resources so that one program always gives one order, however its registrations overtook each other: each parent, then
 * its children with theirs.
 */
export function inTreeOrder<T extends Sortable>(resources: readonly T[]): T[] {
  const urns = new Set(resources.map(({ urn }) => urn));
  const children = new Map<string, T[]>();
  for (const resource of resources) {
    const parent = urns.has(resource.parent) ? resource.parent : "";
    children.set(parent, [...(children.get(parent) ?? []), resource]);
  }
  const below = (urn: string): T[] =>
    (children.get(urn) ?? []).sort(compareSiblings).flatMap((child) => [child, ...below(child.urn)]);
  return below("");
}

/** Sorts what belongs to resources: by the order of the resources, then by the given keys. */
export function byResource<T extends { readonly urn: string }>(
  items: readonly T[],
  order: readonly Sortable[],
  keys: (item: T) => readonly string[],
): T[] {
  const positions = new Map(order.map(({ urn }, index) => [urn, index]));
  const position = ({ urn }: T): number => positions.get(urn) ?? order.length;
  return [...items].sort((a, b) => {
    const [left, right] = [keys(a), keys(b)];
    const differing = left.findIndex((key, index) => key !== right[index]);
    return position(a) - position(b) || compareTexts(left[differing] ?? "", right[differing] ?? "");
  });
}
