/** Verdicts in the order in which a reader needs them. */
export const VERDICTS = ["fail", "exempt", "undetermined", "pass"];

/** Severities, gravest first. */
export const SEVERITIES = ["critical", "high", "medium", "low"];

/** What a verdict is called on the page. */
export const VERDICT_WORDS = {
  fail: "fails",
  exempt: "exempt",
  undetermined: "undetermined",
  pass: "passes",
  notApplicable: "not applicable",
};

function lists(length) {
  return Array.from({ length }, () => []);
}

/** Verdicts of one pass-list entry cost one number in the file; here they become verdicts like all others. */
function allVerdicts(data) {
  const passes = data.controls.flatMap((control, c) =>
    (data.passes[c] ?? []).map((r) => ({ control: c, resource: r, verdict: "pass" })),
  );
  return [...data.verdicts, ...passes];
}

function gravest(order) {
  const rank = new Map(order.map((word, index) => [word, index]));
  return (word) => rank.get(word) ?? order.length;
}

const verdictRank = gravest(VERDICTS);
const severityRank = gravest(SEVERITIES);

/** A remediation that left the resource wrong counts as mandatory, as in the engine. */
function isMandatory({ enforcement }) {
  return enforcement === "mandatory" || enforcement === "remediate";
}

/** Failures of mandatory controls first, then by verdict, by severity, and by control. */
function compareVerdicts(controls) {
  const mandatory = (verdict) => (isMandatory(controls[verdict.control]) ? 0 : 1);
  return (a, b) =>
    verdictRank(a.verdict) - verdictRank(b.verdict) ||
    mandatory(a) - mandatory(b) ||
    severityRank(controls[a.control].severity) - severityRank(controls[b.control].severity) ||
    a.control - b.control ||
    a.resource - b.resource;
}

function linkResources(data) {
  const children = lists(data.resources.length);
  const dependents = lists(data.resources.length);
  const roots = [];
  data.resources.forEach((resource, index) => {
    (children[resource.parent] ?? roots).push(index);
    for (const dependency of resource.dependencies) dependents[dependency]?.push(index);
  });
  return { children, dependents, roots };
}

/** What lies below each resource, itself left out; children come after their parent in registration order or not, so recurse. */
function countBelow(resources, children, roots) {
  const below = resources.map(() => ({ components: 0, resources: 0 }));
  const visit = (index) => {
    for (const child of children[index]) {
      visit(child);
      const { custom, type } = resources[child];
      if (!type.startsWith("pulumi:providers:")) below[index][custom ? "resources" : "components"] += 1;
      below[index].components += below[child].components;
      below[index].resources += below[child].resources;
    }
  };
  roots.forEach(visit);
  return below;
}

/** Marks of the tree, worst first: a failure that the engine would stop at is not the same as one it would show. */
const MARKS = ["fail", "advisory", "exempt", "undetermined", "pass"];

const markRank = gravest(MARKS);

function markOf(controls, { verdict, control }) {
  return verdict === "fail" && !isMandatory(controls[control]) ? "advisory" : verdict;
}

/** For each resource the worst mark at it or anywhere below it. */
function worstMarks({ controls }, { children, roots }, ofResource) {
  const worst = [];
  const visit = (index) => {
    const own = ofResource[index].map((verdict) => markOf(controls, verdict));
    const marks = [...own, ...children[index].map(visit)].filter((mark) => mark !== undefined);
    worst[index] = marks.sort((a, b) => markRank(a) - markRank(b))[0];
    return worst[index];
  };
  roots.forEach(visit);
  return worst;
}

/** Verdicts that say the same of several resources, word for word, in the order of the first of each. */
export function alike(verdicts) {
  const groups = new Map();
  for (const verdict of verdicts) {
    const { control, message, path, waitsFor, exemption } = verdict;
    const key = JSON.stringify([control, message, path, waitsFor, exemption]);
    if (groups.has(key)) groups.get(key).push(verdict);
    else groups.set(key, [verdict]);
  }
  return [...groups.values()];
}

/** Everything the page looks up, from the data embedded in it. */
export function buildModel(data) {
  const verdicts = allVerdicts(data).sort(compareVerdicts(data.controls));
  const ofResource = lists(data.resources.length);
  const ofControl = lists(data.controls.length);
  for (const verdict of verdicts) {
    ofResource[verdict.resource]?.push(verdict);
    ofControl[verdict.control].push(verdict);
  }
  const { children, dependents, roots } = linkResources(data);
  return {
    ...data,
    verdicts,
    ofResource,
    ofControl,
    children,
    dependents,
    roots,
    below: countBelow(data.resources, children, roots),
    worst: worstMarks(data, { children, roots }, ofResource),
    byUrn: new Map(data.resources.map((resource, index) => [resource.urn, index])),
  };
}

/** How many verdicts of each kind, in the order of {@link VERDICTS}. */
export function countVerdicts(verdicts) {
  const counts = new Map(VERDICTS.map((word) => [word, 0]));
  for (const { verdict } of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
}

/** A type token as Pulumi's own command line shows it: `aws:ec2/vpc:Vpc` becomes `aws:ec2:Vpc`. */
export function shortType(token) {
  return token.replace(/^([^:]+:[^:/]+)\/[^:]+:/, "$1:");
}
