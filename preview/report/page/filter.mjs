/** The address, within this page, of a list of verdicts. */
const PREFIX = "verdicts";

/** The criteria of a verdict list; an empty one admits everything. */
const CRITERIA = ["verdict", "severity", "type", "control", "text"];

/** Reads the criteria from the part of the address behind `#verdicts?`. */
export function parseCriteria(query) {
  const given = new URLSearchParams(query);
  return Object.fromEntries(CRITERIA.map((name) => [name, given.get(name) ?? ""]));
}

/** The address of the verdicts that match, so that a filtered list can be linked to. */
export function criteriaHash(criteria) {
  const given = CRITERIA.flatMap((name) => (criteria[name] ? [[name, criteria[name]]] : []));
  const query = new URLSearchParams(given).toString();
  return query === "" ? `#${PREFIX}` : `#${PREFIX}?${query}`;
}

/** Every word must occur somewhere in the text; case does not matter. */
function containsWords(text, words) {
  const haystack = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function searchedText(verdict, control, resource) {
  return [control.id, control.title, resource?.urn, verdict.message, verdict.path, verdict.waitsFor].join(
    " ",
  );
}

/** The verdicts that match all criteria. */
export function filterVerdicts(model, criteria) {
  const admits = (name, value) => criteria[name] === "" || criteria[name] === value;
  return model.verdicts.filter((verdict) => {
    const control = model.controls[verdict.control];
    const resource = model.resources[verdict.resource];
    return (
      admits("verdict", verdict.verdict) &&
      admits("severity", control.severity) &&
      admits("control", control.id) &&
      admits("type", resource?.type) &&
      (criteria.text === "" || containsWords(searchedText(verdict, control, resource), criteria.text))
    );
  });
}

/** Indexes of the resources whose URN or inputs contain every word. */
export function searchResources(model, words) {
  const found = [];
  model.resources.forEach((resource, index) => {
    const text = (resource.text ??= `${resource.urn} ${resource.type} ${JSON.stringify(resource.inputs)}`);
    if (containsWords(text, words)) found.push(index);
  });
  return found;
}
