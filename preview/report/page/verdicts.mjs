import { count, element, mark, resourceLink, section, table } from "./dom.mjs";
import { criteriaHash, filterVerdicts } from "./filter.mjs";
import { SEVERITIES, shortType, VERDICT_WORDS, VERDICTS } from "./model.mjs";

/** Resources named in one row; a longer list has its own page. */
const MOST_RESOURCES = 6;

/** What the filters are called. */
const LABELS = { verdict: "Verdict", severity: "Severity", type: "Type", control: "Control", text: "Text" };

function exemptionText({ reason, owner, expires, ticket, compensation }) {
  const parts = [
    reason,
    compensation && `instead: ${compensation}`,
    owner && `owner ${owner}`,
    ticket,
    expires && `until ${expires}`,
  ];
  return parts.filter(Boolean).join("; ");
}

/** What a verdict says: message, path, what it waits for, and the exemption with its reason. */
export function verdictDetails(model, verdict) {
  const parts = [
    verdict.message && element("p", {}, verdict.message),
    verdict.path &&
      !verdict.message.includes(verdict.path) &&
      element(
        "p",
        { class: "path" },
        verdict.waitsFor === verdict.path ? "waits for " : "at ",
        element("code", {}, verdict.path),
      ),
    verdict.waitsFor &&
      verdict.waitsFor !== verdict.path &&
      element("p", { class: "path" }, "waits for ", element("code", {}, verdict.waitsFor)),
    verdict.exemption && element("p", { class: "path" }, "exempt: ", exemptionText(verdict.exemption)),
  ].filter(Boolean);
  return parts.length > 0 && element("div", { class: "says" }, parts);
}

function resourceLine(model, { resource }) {
  const type = model.resources[resource]?.type;
  return element(
    "div",
    {},
    resourceLink(model, resource),
    type && element("span", { class: "type" }, ` ${shortType(type)}`),
  );
}

/** The resources that one row is about; of many the first, and a way to all of them. */
function resourceLines(model, verdicts) {
  const [{ control, verdict }] = verdicts;
  const more = verdicts.length - MOST_RESOURCES;
  const all = criteriaHash({ control: model.controls[control].id, verdict });
  return [
    verdicts.slice(0, MOST_RESOURCES).map((one) => resourceLine(model, one)),
    more > 0 && element("a", { href: all }, `and ${more.toLocaleString("en")} more`),
  ];
}

function verdictRow(model, verdicts) {
  const [verdict] = verdicts;
  const control = model.controls[verdict.control];
  return element(
    "tr",
    {},
    element(
      "td",
      {},
      mark(verdict.verdict, VERDICT_WORDS[verdict.verdict]),
      mark(control.severity, control.severity),
    ),
    element(
      "td",
      {},
      element("a", { href: `#control:${encodeURI(control.id)}` }, control.id),
      control.title && element("div", {}, control.title),
      element("div", { class: "type" }, control.enforcement),
    ),
    element("td", {}, resourceLines(model, verdicts)),
    element("td", { class: "wide" }, verdictDetails(model, verdict) || control.title),
  );
}

/** A verdict as a group of its own. */
function alone(verdict) {
  return [verdict];
}

/** A list of verdicts, most urgent first, one row for each; or one for all that say the same. */
export function verdictTable(model, groups, caption) {
  const headings = ["Verdict", "Control", "Resource", "What is, what is required"];
  return table({ caption, headings, className: "verdicts" }, groups, (group) => verdictRow(model, group));
}

/** A choice among words; each option is its value and its text. */
function choice(name, options, criteria, changed) {
  const select = element(
    "select",
    { name, onchange: () => changed({ ...criteria, [name]: select.value }) },
    element("option", { value: "" }, "all"),
    options.map(([value, text]) => element("option", { value, selected: criteria[name] === value }, text)),
  );
  return element("label", {}, LABELS[name], select);
}

function searchField(criteria, changed) {
  const field = element("input", {
    type: "search",
    name: "text",
    value: criteria.text,
    placeholder: "words in control, resource, message",
    onchange: () => changed({ ...criteria, text: field.value.trim() }),
  });
  return element("label", {}, LABELS.text, field);
}

function typesOf(model) {
  return [...new Set(model.resources.map((resource) => resource.type))]
    .sort()
    .map((type) => [type, shortType(type)]);
}

/** Verdicts chosen by verdict, severity, type, control and words; the choice is the page's address. */
export function verdictsPage(model, criteria) {
  const changed = (next) => {
    location.hash = criteriaHash(next);
  };
  const matching = filterVerdicts(model, criteria);
  const words = VERDICTS.map((word) => [word, VERDICT_WORDS[word]]);
  const severities = SEVERITIES.map((word) => [word, word]);
  const controls = model.controls.map(({ id, title }) => [id, title ? `${id} ${title}` : id]);
  return section(
    "Verdicts",
    count(matching.length, "verdict"),
    element(
      "form",
      { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
      choice("verdict", words, criteria, changed),
      choice("severity", severities, criteria, changed),
      choice("type", typesOf(model), criteria, changed),
      choice("control", controls, criteria, changed),
      searchField(criteria, changed),
      element("a", { class: "reset", href: "#verdicts" }, "Reset"),
    ),
    matching.length > 0
      ? verdictTable(model, matching.map(alone), "Verdicts that match the filters")
      : element("p", { class: "empty" }, "No verdict matches."),
  );
}

/** One control and every verdict it gave. */
export function controlPage(model, index) {
  const control = model.controls[index];
  const verdicts = model.ofControl[index];
  return element(
    "article",
    {},
    element("h2", {}, control.id, element("small", {}, control.title)),
    element(
      "p",
      {},
      mark(control.severity, control.severity),
      mark("note", control.enforcement),
      `of the pack ${control.pack}`,
    ),
    control.notApplicable > 0 &&
      element("p", { class: "empty" }, `Not applicable to ${count(control.notApplicable, "resource")}.`),
    verdictTable(model, verdicts.map(alone), `Verdicts of ${control.id}`),
  );
}
