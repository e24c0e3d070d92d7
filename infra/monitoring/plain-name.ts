/**
 * Name of a thing as it is the same in every environment: some things are known by their physical names, in which the
 * environment stands as a word of its own, once or twice.
 */
export function plainName(environment: string, name: string): string {
  const word = new RegExp(`(^|[^A-Za-z0-9])${environment}(?=[^A-Za-z0-9])`, "g");
  return name
    .replaceAll(word, "$1")
    .replaceAll(/[^A-Za-z0-9_]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}
