/** How sensitive the data is that a thing holds or carries, least first. */
export const dataClasses = ["public", "internal", "confidential", "restricted"] as const;

/** How sensitive the data is that a thing holds or carries; see {@link dataClasses}. */
export type DataClass = (typeof dataClasses)[number];
