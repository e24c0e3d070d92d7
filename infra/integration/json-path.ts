/** A path to a member, as the catalogue writes it: `$.credit.decision`. */
const pattern = /^\$(\.[A-Za-z][A-Za-z0-9_-]*)+$/;

/** Names on a path, or nothing where it is none. */
export function pathNames(path: string): readonly string[] | undefined {
  return pattern.test(path) ? path.split(".").slice(1) : undefined;
}

/** Path in the form that Step Functions reads whatever the names: a hyphen is nothing special in brackets. */
export function statePath(names: readonly string[]): string {
  return `$${names.map((name) => `['${name}']`).join("")}`;
}
