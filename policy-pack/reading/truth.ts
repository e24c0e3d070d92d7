/** Whether something holds: certainly, certainly not, or not to be told because a value is not known. */
export type Truth = "yes" | "no" | "maybe";

/** A truth out of something that is known. */
export function truth(holds: boolean): Truth {
  return holds ? "yes" : "no";
}

/** The opposite; what cannot be told stays so. */
export function not(value: Truth): Truth {
  if (value === "maybe") return "maybe";
  return value === "yes" ? "no" : "yes";
}

/** All of them hold. */
export function and(...values: readonly Truth[]): Truth {
  if (values.includes("no")) return "no";
  return values.includes("maybe") ? "maybe" : "yes";
}

/** One of them holds. */
export function or(...values: readonly Truth[]): Truth {
  if (values.includes("yes")) return "yes";
  return values.includes("maybe") ? "maybe" : "no";
}

/** It holds of one of the items. */
export function some<T>(items: readonly T[], holds: (item: T) => Truth): Truth {
  return or(...items.map(holds));
}

/** It holds of each of the items, of which there may be none. */
export function every<T>(items: readonly T[], holds: (item: T) => Truth): Truth {
  return and(...items.map(holds));
}
