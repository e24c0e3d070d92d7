import { count, element, resourceLink } from "./dom.mjs";

/** The address, within this page, of one dashboard. */
function dashboardHash(name) {
  return `#dashboards/${encodeURI(name)}`;
}

/** What a link of a dashboard's text leads to: another dashboard of the stack, by the end of its address; or nothing. */
function linked(model, words, address) {
  const name = address.split("/").at(-1);
  const known = model.dashboards.some((dashboard) => dashboard.name === name);
  return known ? element("a", { href: dashboardHash(name) }, words) : words;
}

/** A line of a dashboard's text: bold words and links; everything else as it stands. */
function inline(model, line) {
  return line.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]*\))/).map((part) => {
    const bold = /^\*\*(.+)\*\*$/.exec(part);
    if (bold) return element("strong", {}, bold[1]);
    const link = /^\[(.+)\]\((.*)\)$/.exec(part);
    return link ? linked(model, link[1], link[2]) : part;
  });
}

/** A table of a dashboard's text: its head, a row of dashes, its rows. */
function wordTable(rows) {
  const cells = (row, tag) =>
    row
      .replace(/^\|\s*|\s*\|$/g, "")
      .split(/\s*\|\s*/)
      .map((word) => element(tag, {}, word));
  const [head, , ...body] = rows;
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, cells(head, "th"))),
    element(
      "tbody",
      {},
      body.map((row) => element("tr", {}, cells(row, "td"))),
    ),
  );
}

function textWidget(model, { markdown }) {
  const heading = /^#+ (.+)$/.exec(markdown);
  if (heading) return element("h3", {}, heading[1]);
  if (markdown.startsWith("|")) return wordTable(markdown.split("\n"));
  return markdown.split(/\n+/).map((line) => element("p", {}, inline(model, line)));
}

function alarmWidget({ title, labels }) {
  const lamps = labels.map((name) => element("li", {}, name));
  return [element("h4", {}, title), element("ul", { class: "lamps" }, lamps)];
}

/** A number that fits beside a level. */
function briefly(value) {
  const notation = Math.abs(value) < 1e6 ? "standard" : "compact";
  return value.toLocaleString("en", { notation, maximumFractionDigits: 2 });
}

/** Shares of the height at which levels are drawn: the highest below the top, the others in proportion. */
function heights(levels) {
  const highest = Math.max(...levels.map(({ value }) => value));
  return levels.map(({ value }) => (highest > 0 ? 72 * (value / highest) : 0));
}

function graphWidget({ title, labels, levels, width }) {
  const shares = heights(levels);
  const across = levels.map(({ label, value }, index) =>
    element(
      "div",
      { class: "level", style: `bottom: ${shares[index].toFixed(1)}%` },
      element("span", {}, `${label} ${briefly(value)}`),
    ),
  );
  const shown = labels.slice(0, Math.max(3, width));
  const rest = labels.length - shown.length;
  return [
    element("h4", { title }, title),
    element("div", { class: "plot" }, across),
    element(
      "ul",
      { class: "lines", title: labels.join("\n") },
      shown.map((label) => element("li", {}, label)),
      rest > 0 && element("li", { class: "rest" }, `and ${count(rest, "more line")}`),
    ),
  ];
}

function content(model, widget) {
  if (widget.kind === "text") return textWidget(model, widget);
  return widget.kind === "alarm" ? alarmWidget(widget) : graphWidget(widget);
}

function placed(model, widget) {
  const { kind, x, y, width, height } = widget;
  const style = `grid-area: ${y + 1} / ${x + 1} / span ${height} / span ${width}`;
  return element("div", { class: `widget ${kind}`, style }, content(model, widget));
}

/** The dashboard that is shown where none is asked for: the front page, if one is called so. */
function frontPage(dashboards) {
  return dashboards.find(({ name }) => name.endsWith("-overview")) ?? dashboards[0];
}

/** Where everything of a dashboard stands, to scale; what it shows only AWS can measure. */
export function dashboardsPage(model, wanted) {
  const { dashboards } = model;
  const chosen = dashboards.find(({ name }) => name === wanted) ?? frontPage(dashboards);
  const links = dashboards.map(({ name }) =>
    element(
      "a",
      { href: dashboardHash(name), "aria-current": name === chosen.name ? "page" : undefined },
      name,
    ),
  );
  const graphs = chosen.widgets.filter(({ kind }) => kind === "metric").length;
  return element(
    "article",
    { class: "dashboards" },
    element("nav", { "aria-label": "Dashboards" }, links),
    element(
      "h2",
      {},
      chosen.name,
      element("small", {}, `${count(graphs, "graph")}, laid out as CloudWatch shows them, without data`),
    ),
    element("p", {}, resourceLink(model, chosen.resource, "The resource")),
    element(
      "div",
      { class: "scroll" },
      element(
        "div",
        { class: "board" },
        chosen.widgets.map((one) => placed(model, one)),
      ),
    ),
  );
}
