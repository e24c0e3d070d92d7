import { count, element, mark, resourceLink, section, table } from "./dom.mjs";
import { criteriaHash } from "./filter.mjs";
import { alike, countVerdicts, SEVERITIES, shortType, VERDICT_WORDS, VERDICTS } from "./model.mjs";
import { verdictTable } from "./verdicts.mjs";

function ofKind(model, kind) {
  return model.verdicts.filter(({ verdict }) => verdict === kind);
}

function cell(number, criteria) {
  if (number === 0) return element("td", { class: "number empty" }, "0");
  return element(
    "td",
    { class: "number" },
    element("a", { href: criteriaHash(criteria) }, number.toLocaleString("en")),
  );
}

/** Verdicts by severity; every number leads to its list. */
function severityTable(model) {
  const row = (severity) => {
    const counts = countVerdicts(
      model.verdicts.filter(({ control }) => model.controls[control].severity === severity),
    );
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, mark(severity, severity)),
      VERDICTS.map((verdict) => cell(counts.get(verdict), { verdict, severity })),
    );
  };
  const headings = ["Severity", ...VERDICTS.map((word) => VERDICT_WORDS[word])];
  return section(
    "Verdicts by severity",
    undefined,
    table({ caption: "Verdicts by severity", headings, className: "numbers" }, SEVERITIES, row),
  );
}

function failures(model) {
  const failed = ofKind(model, "fail");
  if (failed.length === 0)
    return section("Failures", undefined, element("p", { class: "good" }, "No control fails."));
  return section(
    "Failures",
    count(failed.length, "verdict"),
    verdictTable(model, alike(failed), "Controls that fail"),
  );
}

function undetermined(model) {
  const open = ofKind(model, "undetermined");
  if (open.length === 0) return undefined;
  const note = `${count(open.length, "verdict")} that an update can give, because a value is not known before it`;
  return section("Undetermined", note, verdictTable(model, alike(open), "Controls that cannot decide yet"));
}

function exemptions(model) {
  const exempt = ofKind(model, "exempt");
  if (exempt.length === 0) return undefined;
  return section(
    "Exemptions",
    count(exempt.length, "verdict"),
    verdictTable(model, alike(exempt), "Failures that are exempt"),
  );
}

function controls(model) {
  if (model.controls.length === 0) {
    return section(
      "Controls",
      undefined,
      element("p", { class: "empty" }, "No policy pack judged this stack."),
    );
  }
  const headings = [
    "Control",
    "Severity",
    ...VERDICTS.map((word) => VERDICT_WORDS[word]),
    VERDICT_WORDS.notApplicable,
  ];
  const rows = model.controls.map((control, index) => ({
    control,
    counts: countVerdicts(model.ofControl[index]),
  }));
  return section(
    "Controls",
    count(model.controls.length, "control"),
    table(
      { caption: "Every control and how often it gave which verdict", headings },
      rows,
      ({ control, counts }) =>
        element(
          "tr",
          {},
          element(
            "td",
            {},
            element("a", { href: `#control:${encodeURI(control.id)}` }, control.id),
            " ",
            control.title,
          ),
          element("td", {}, mark(control.severity, control.severity)),
          VERDICTS.map((verdict) => cell(counts.get(verdict), { verdict, control: control.id })),
          element("td", { class: "number empty" }, control.notApplicable.toLocaleString("en")),
        ),
    ),
  );
}

function unknownByType(model) {
  const byType = new Map();
  for (const { type, unknowns } of model.resources) {
    if (unknowns === 0) continue;
    const sum = byType.get(type) ?? { type, resources: 0, values: 0 };
    byType.set(type, { type, resources: sum.resources + 1, values: sum.values + unknowns });
  }
  return [...byType.values()].sort((a, b) => b.values - a.values);
}

function unknowable(model) {
  const kinds = unknownByType(model);
  const values = kinds.reduce((sum, kind) => sum + kind.values, 0);
  const approximated = model.approximations;
  return section(
    "What this preview cannot know",
    values > 0 ? `${count(values, "value")} that only an update can know` : undefined,
    kinds.length > 0 &&
      table(
        {
          caption: "Unknown values by type",
          headings: ["Type", "Resources", "Unknown values"],
          className: "numbers",
        },
        kinds,
        ({ type, resources, values: number }) =>
          element(
            "tr",
            {},
            element("td", {}, shortType(type)),
            element("td", { class: "number" }, String(resources)),
            element("td", { class: "number" }, String(number)),
          ),
      ),
    approximated.length > 0 &&
      table(
        { caption: "Approximations of the simulator", headings: ["Type", "Resource", "What"] },
        approximated,
        ({ type, resource, what }) =>
          element(
            "tr",
            {},
            element("td", {}, shortType(type)),
            element("td", {}, resource >= 0 ? resourceLink(model, resource) : ""),
            element("td", { class: "wide" }, what),
          ),
      ),
    kinds.length + approximated.length === 0 &&
      element("p", { class: "good" }, "Nothing: every input is known."),
  );
}

function diagnostics(model) {
  if (model.diagnostics.length === 0) return undefined;
  const row = ({ severity, resource, message }) =>
    element(
      "tr",
      {},
      element("td", {}, mark("note", severity)),
      element("td", {}, resource >= 0 ? resourceLink(model, resource) : ""),
      element("td", { class: "wide" }, message),
    );
  return section(
    "Messages",
    undefined,
    table(
      { caption: "Messages of the program and the packs", headings: ["Level", "Resource", "Message"] },
      model.diagnostics,
      row,
    ),
  );
}

/** The whole stack at one glance: failures first. */
export function overviewPage(model) {
  return element(
    "article",
    {},
    model.controls.length > 0 && severityTable(model),
    model.controls.length > 0 && failures(model),
    undetermined(model),
    exemptions(model),
    unknowable(model),
    controls(model),
    diagnostics(model),
  );
}
