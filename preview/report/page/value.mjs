import { count, element, mark } from "./dom.mjs";

/** How the preview writes what it may not or cannot show. */
const MASKS = { "[secret]": "secret", "[unknown]": "unknown" };

/** Long lists and objects start closed; more than this many lines is long. */
const OPEN_LINES = 40;

/** @public An object or a list inside a string, as AWS wants its policy documents; a test reads it too. */
export function documentInside(text) {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const parsed = JSON.parse(text);
    return typeof parsed === "object" ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** How many scalar values a value holds. */
function countScalars(value) {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum, inner) => sum + countScalars(inner), 0);
}

function renderText(text) {
  const masked = MASKS[text];
  if (masked !== undefined) return mark(masked, masked);
  const document = documentInside(text);
  if (document === undefined) return element("span", { class: "text" }, text === "" ? "(empty)" : text);
  return element("div", { class: "document" }, mark("note", "JSON text"), renderValue(document));
}

function renderEntries(entries, className) {
  return element(
    "dl",
    { class: className },
    entries.map(([key, value]) =>
      element("div", {}, element("dt", {}, key), element("dd", {}, renderValue(value))),
    ),
  );
}

function isScalar(value) {
  return typeof value !== "object" || value === null;
}

function renderCollection(value) {
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return element("span", { class: "empty" }, isList ? "[]" : "{}");
  if (isList && value.every(isScalar)) {
    return element(
      "ul",
      { class: "scalars" },
      value.map((item) => element("li", {}, renderValue(item))),
    );
  }
  const size = countScalars(value);
  return element(
    "details",
    { open: size <= OPEN_LINES },
    element(
      "summary",
      {},
      isList ? count(entries.length, "element") : count(entries.length, "property", "properties"),
    ),
    renderEntries(entries, isList ? "list" : "object"),
  );
}

/** A value for people to read. */
function renderValue(value) {
  if (typeof value === "string") return renderText(value);
  if (isScalar(value)) return element("span", { class: "literal" }, String(value));
  return renderCollection(value);
}

/** The inputs of a resource, by name. */
export function renderInputs(inputs) {
  const entries = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return element("p", { class: "empty" }, "No inputs.");
  return renderEntries(entries, "inputs");
}
