import { element, resourceHash } from "./dom.mjs";
import { searchResources } from "./filter.mjs";
import { shortType, VERDICT_WORDS } from "./model.mjs";

/** Marks beside a name in the tree; a pass needs none. */
const SIGNS = { fail: "✗", advisory: "!", exempt: "◇", undetermined: "?" };

/** In a stack of at most so many resources the components start open. */
const SMALL_STACK = 60;

/** Sorts `queue-10` behind `queue-9`. */
const byName = new Intl.Collator("en", { numeric: true });

/** Search results shown at once; a longer list helps nobody. */
const MOST_RESULTS = 200;

function belowText({ components, resources }) {
  return [components && `${components}c`, resources && `${resources}r`].filter(Boolean).join(" ");
}

function belowTitle({ components, resources }) {
  return `below it: ${components} components, ${resources} resources`;
}

function signOf(worst) {
  if (SIGNS[worst] === undefined) return element("span", { class: "sign" });
  const title = `worst verdict here or below: ${VERDICT_WORDS[worst] ?? "fails an advisory control"}`;
  return element("span", { class: `sign ${worst}`, title, role: "img", "aria-label": title }, SIGNS[worst]);
}

function rowLink(model, index) {
  const resource = model.resources[index];
  const below = belowText(model.below[index]);
  return element(
    "a",
    { href: resourceHash(resource.urn), "data-index": String(index), title: resource.urn },
    signOf(model.worst[index]),
    element("span", { class: "name" }, resource.name),
    element("span", { class: "type" }, shortType(resource.type)),
    below && element("span", { class: "below", title: belowTitle(model.below[index]) }, below),
  );
}

/** Components first, then by type and name, as a reader looks for things. */
function ordered(model, indexes) {
  const key = (index) => {
    const { custom, type, name } = model.resources[index];
    return `${custom ? 1 : 0} ${type} ${name}`;
  };
  return [...indexes].sort((a, b) => byName.compare(key(a), key(b)));
}

/** Fills a branch the first time it is opened. */
function branch(model, index, depth) {
  const children = model.children[index];
  if (children.length === 0) return element("li", { class: "leaf" }, rowLink(model, index));
  const list = element("ul");
  const details = element(
    "details",
    { open: depth === 0 || (depth === 1 && model.resources.length <= SMALL_STACK) },
    element("summary", {}, rowLink(model, index)),
    list,
  );
  const fill = () => {
    if (!details.open || list.childElementCount > 0) return;
    list.append(...ordered(model, children).map((child) => branch(model, child, depth + 1)));
  };
  details.addEventListener("toggle", fill);
  details.fill = fill;
  fill();
  return element("li", {}, details);
}

function pathTo(model, index) {
  const path = [];
  for (let at = index; at !== undefined && at >= 0; at = model.resources[at].parent) path.unshift(at);
  return path;
}

function resultList(model, words) {
  const found = searchResources(model, words);
  const rows = found
    .slice(0, MOST_RESULTS)
    .map((index) => element("li", { class: "leaf" }, rowLink(model, index)));
  const rest = found.length - rows.length;
  const note =
    rest > 0 ? `${found.length} found; the first ${MOST_RESULTS} are shown` : `${found.length} found`;
  return [element("li", { class: "found", role: "status" }, note), ...rows];
}

/** The component tree with its search field. `select` opens the way to a resource and marks it. */
export function componentTree(model) {
  const roots = ordered(model, model.roots).map((index) => branch(model, index, 0));
  const list = element("ul", { class: "tree", "aria-label": "Component tree" }, roots);
  const search = element("input", {
    type: "search",
    placeholder: "Search names, types and inputs",
    "aria-label": "Search resources by name, type and inputs",
    oninput: () => {
      const words = search.value.trim();
      list.replaceChildren(...(words === "" ? roots : resultList(model, words)));
    },
  });
  const select = (index) => {
    for (const current of list.querySelectorAll("[aria-current]")) current.removeAttribute("aria-current");
    if (index === undefined) return;
    for (const step of pathTo(model, index)) {
      const details = list.querySelector(`[data-index="${step}"]`)?.closest("details");
      if (details && step !== index) {
        details.open = true;
        details.fill();
      }
    }
    const link = list.querySelector(`[data-index="${index}"]`);
    link?.setAttribute("aria-current", "true");
    link?.scrollIntoView({ block: "nearest" });
  };
  return { node: element("div", {}, search, list), select };
}
