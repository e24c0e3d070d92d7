import { count, element, mark, resourceLink } from "./dom.mjs";
import { VERDICT_WORDS, shortType } from "./model.mjs";
import { renderInputs } from "./value.mjs";
import { verdictDetails } from "./verdicts.mjs";

function chain(model, index) {
  const links = [];
  for (let at = model.resources[index].parent; at >= 0; at = model.resources[at].parent) {
    links.unshift(resourceLink(model, at), " › ");
  }
  return element("nav", { class: "chain", "aria-label": "Parents" }, links);
}

function fact(name, ...value) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, value));
}

function facts(model, index) {
  const resource = model.resources[index];
  const below = model.below[index];
  return element(
    "dl",
    { class: "facts" },
    fact("Type", element("code", {}, resource.type)),
    fact("URN", element("code", {}, resource.urn)),
    resource.provider && fact("Provider", element("code", {}, resource.provider)),
    fact("Protected", resource.protect ? "yes: refuses to be deleted" : "no"),
    !resource.custom &&
      fact("Below it", `${count(below.components, "component")}, ${count(below.resources, "resource")}`),
  );
}

function verdictItem(model, verdict) {
  const control = model.controls[verdict.control];
  return element(
    "li",
    {},
    mark(verdict.verdict, VERDICT_WORDS[verdict.verdict]),
    mark(control.severity, control.severity),
    element(
      "a",
      { href: `#control:${encodeURI(control.id)}` },
      element("b", {}, control.id),
      " ",
      control.title,
    ),
    verdictDetails(model, verdict),
  );
}

function verdictsOf(model, index) {
  const verdicts = model.ofResource[index];
  const notable = verdicts.filter(({ verdict }) => verdict !== "pass");
  const passes = verdicts.filter(({ verdict }) => verdict === "pass");
  if (verdicts.length === 0) return element("p", { class: "empty" }, "No control judges this resource.");
  return [
    element(
      "ul",
      { class: "judged" },
      notable.map((verdict) => verdictItem(model, verdict)),
    ),
    passes.length > 0 &&
      element(
        "details",
        {},
        element("summary", {}, `${count(passes.length, "control")} passed`),
        element(
          "ul",
          { class: "judged" },
          passes.map((verdict) => verdictItem(model, verdict)),
        ),
      ),
  ];
}

/** Which properties make this resource depend on each other one. */
function propertiesByDependency(resource) {
  const properties = new Map(resource.dependencies.map((dependency) => [dependency, []]));
  for (const [property, dependencies] of Object.entries(resource.propertyDependencies)) {
    for (const dependency of dependencies) properties.get(dependency)?.push(property);
  }
  return properties;
}

function linkItem(model, index, note) {
  const type = element("span", { class: "type" }, shortType(model.resources[index].type));
  return element(
    "li",
    {},
    resourceLink(model, index),
    " ",
    type,
    note && element("span", { class: "via" }, ` by ${note}`),
  );
}

function dependencies(model, index) {
  const needs = [...propertiesByDependency(model.resources[index])];
  const dependents = model.dependents[index];
  const side = (title, items) =>
    element(
      "div",
      {},
      element("h4", {}, `${title} (${items.length})`),
      items.length > 0 && element("ul", {}, items),
    );
  return element(
    "div",
    { class: "sides" },
    side(
      "Needs",
      needs.map(([needed, properties]) => linkItem(model, needed, properties.join(", "))),
    ),
    side(
      "Needed by",
      dependents.map((dependent) => linkItem(model, dependent)),
    ),
  );
}

/** Everything about one resource. */
export function resourcePage(model, index) {
  const resource = model.resources[index];
  const approximations = model.approximations.filter((approximation) => approximation.resource === index);
  return element(
    "article",
    {},
    chain(model, index),
    element("h2", {}, resource.name, element("small", {}, shortType(resource.type))),
    facts(model, index),
    approximations.map(({ what }) =>
      element("p", { class: "warning" }, mark("note", "approximated"), " ", what),
    ),
    element("h3", {}, "Verdicts"),
    verdictsOf(model, index),
    element("h3", {}, "Inputs"),
    renderInputs(resource.inputs),
    element("h3", {}, "Dependencies"),
    dependencies(model, index),
  );
}
