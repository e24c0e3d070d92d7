/**
 * Builds an element. Text reaches the page only as text nodes, never as markup, so no value can break out.
 * Properties that begin with "on" are event handlers; everything else is an attribute; undefined ones are left out.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return node;
}

/** The address, within this page, of one resource. */
export function resourceHash(urn) {
  return `#${encodeURI(urn)}`;
}

/** A link to a resource; a URN that is not part of the stack stays text. */
export function resourceLink(model, index, text) {
  const resource = model.resources[index];
  if (resource === undefined) return element("span", {}, text ?? "stack");
  return element("a", { href: resourceHash(resource.urn), title: resource.urn }, text ?? resource.name);
}

/** A coloured word. The word itself carries the meaning; colour only helps. */
export function mark(kind, text) {
  return element("span", { class: `mark ${kind}` }, text);
}

/** A number with its noun. */
export function count(number, singular, plural = `${singular}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? singular : plural}`;
}

/** Puts rows into a container a page at a time, so that thousands of them cost nothing until asked for. */
function pagedRows(container, items, render, pageSize = 200) {
  const more = element("button", { class: "more", type: "button" });
  let shown = 0;
  const showNext = () => {
    const next = items.slice(shown, shown + pageSize);
    container.append(...next.map(render));
    shown += next.length;
    const rest = items.length - shown;
    more.textContent = `Show ${Math.min(rest, pageSize)} more of ${count(items.length, "row")}`;
    more.hidden = rest === 0;
  };
  more.addEventListener("click", showNext);
  showNext();
  return more;
}

/** A table with a heading row, a caption for those who cannot see it, and rows a page at a time. */
export function table({ caption, headings, className = "" }, items, row) {
  const body = element("tbody");
  const more = pagedRows(body, items, row);
  return element(
    "div",
    { class: `table ${className}` },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          headings.map((text) => element("th", { scope: "col" }, text)),
        ),
      ),
      body,
    ),
    more,
  );
}

/** A titled part of a page. */
export function section(title, note, ...content) {
  return element(
    "section",
    {},
    element("h2", {}, title, note ? element("small", {}, note) : undefined),
    ...content,
  );
}
