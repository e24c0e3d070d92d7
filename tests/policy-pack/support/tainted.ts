import type { Program } from "./program";

/** What no message may hold. */
export const TAINT = "hunter2-s3cr3t";

type Change = (text: string) => unknown;

/** Names of variables, tags and the like are shown. */
const NAMES = /^(name|key)$/i;

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function changed(value: unknown, change: Change): unknown {
  if (typeof value === "string") return ofText(value, change);
  if (Array.isArray(value)) return value.map((inner) => changed(inner, change));
  // A reference to another resource stays one.
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, NAMES.test(key) ? inner : changed(inner, change)]),
  );
}

/** Texts inside of a JSON document are changed one by one, so that it stays a document. */
function ofText(text: string, change: Change): unknown {
  if (!/^\s*[[{]/.test(text)) return change(text);
  try {
    return JSON.stringify(changed(JSON.parse(text), change));
  } catch {
    return change(text);
  }
}

function withProps(program: Program, change: Change): Program {
  return Object.fromEntries(
    Object.entries(program).map(([name, resource]) => [
      name,
      // `changed` keeps objects objects.
      { ...resource, props: changed(resource.props, change) as Readonly<Record<string, unknown>> },
    ]),
  );
}

/** The program with a secret in place of each of its first texts in turn, and of all of them. */
export function tainted(program: Program, most = 8): readonly Program[] {
  let count = 0;
  withProps(program, (text) => {
    count += 1;
    return text;
  });
  const one = (place: number): Program => {
    let position = 0;
    return withProps(program, (text) => (position++ === place ? `${TAINT}-${text}` : text));
  };
  return [
    withProps(program, () => TAINT),
    ...Array.from({ length: Math.min(count, most) }, (_, place) => one(place)),
  ];
}
