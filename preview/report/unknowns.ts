import type { Wire } from "../../simulator/wire";
import type { PreviewedResource } from "../result";

/** How a preview writes a value that only an update can know. */
const UNKNOWN_MARK = "[unknown]";

/** How many values within this one only an update can know. */
export function countUnknowns(value: Wire): number {
  if (value === UNKNOWN_MARK) return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner: Wire) => sum + countUnknowns(inner), 0);
}

/** Unknown inputs of all resources of one type. */
export interface UnknownsOfType {
  readonly type: string;
  /** Resources of the type that have at least one. */
  readonly resources: number;
  readonly values: number;
}

/** Unknown inputs by type, most of them first; types without any are left out. */
export function unknownsByType(resources: readonly PreviewedResource[]): readonly UnknownsOfType[] {
  const sums = new Map<string, UnknownsOfType>();
  for (const { type, inputs } of resources) {
    const values = countUnknowns(inputs);
    if (values === 0) continue;
    const sum = sums.get(type) ?? { type, resources: 0, values: 0 };
    sums.set(type, { type, resources: sum.resources + 1, values: sum.values + values });
  }
  return [...sums.values()].sort((a, b) => b.values - a.values || a.type.localeCompare(b.type));
}
