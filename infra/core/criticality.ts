/** How much the business depends on a thing, most first. Everything that scales with importance derives from this one word. */
export const criticalities = ["critical", "high", "standard", "low"] as const;

/** How much the business depends on a thing; see {@link criticalities}. */
export type Criticality = (typeof criticalities)[number];
