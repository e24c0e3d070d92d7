import { dashboardsPage } from "./dashboards.mjs";
import { element } from "./dom.mjs";
import { parseCriteria } from "./filter.mjs";
import { buildModel } from "./model.mjs";
import { overviewPage } from "./overview.mjs";
import { resourcePage } from "./resource.mjs";
import { componentTree } from "./tree.mjs";
import { controlPage, verdictsPage } from "./verdicts.mjs";

const model = buildModel(JSON.parse(document.getElementById("data").textContent));
const view = document.getElementById("view");
const tree = componentTree(model);

function decoded(hash) {
  try {
    return decodeURI(hash);
  } catch {
    return hash;
  }
}

/** What the address asks for: its page, the resource to mark in the tree, and the tab it belongs to. */
function route(hash) {
  if (hash.startsWith("verdicts")) {
    return { page: verdictsPage(model, parseCriteria(hash.slice("verdicts".length + 1))), tab: "verdicts" };
  }
  const target = decoded(hash);
  const [tab, name] = target.split("/");
  if (tab === "dashboards" && model.dashboards.length > 0) return { page: dashboardsPage(model, name), tab };
  const resource = model.byUrn.get(target);
  if (resource !== undefined) return { page: resourcePage(model, resource), resource };
  const control = model.controls.findIndex(({ id }) => `control:${id}` === target);
  if (control >= 0) return { page: controlPage(model, control), tab: "verdicts" };
  return { page: overviewPage(model), tab: "overview" };
}

/** A filter that was just used keeps the focus; otherwise the new page gets it, so that it is read out. */
function focus(field) {
  const target = field ? view.querySelector(`[name="${field}"]`) : undefined;
  if (target) target.focus();
  else if (location.hash !== "") view.focus({ preventScroll: true });
}

function show() {
  const field = view.contains(document.activeElement) && document.activeElement.name;
  const { page, resource, tab } = route(location.hash.slice(1));
  view.replaceChildren(page);
  tree.select(resource);
  for (const link of document.querySelectorAll("[data-tab]")) {
    if (link.dataset.tab === tab) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  view.scrollTop = 0;
  focus(field);
}

function addSchemeSwitch() {
  const button = element("button", { type: "button", class: "scheme" }, "Light / dark");
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const current = root.style.colorScheme || (dark ? "dark" : "light");
    root.style.colorScheme = current === "dark" ? "light" : "dark";
  });
  document.getElementById("tabs").append(button);
}

document.getElementById("tree").append(tree.node);
addSchemeSwitch();
addEventListener("hashchange", show);
show();
