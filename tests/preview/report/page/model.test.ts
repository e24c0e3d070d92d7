import * as assert from "node:assert/strict";

import { pageData, type PageData } from "../../../../preview/report/page-data";
import { networkResult, urnOf } from "../fixture";

interface Verdict {
  readonly control: number;
  readonly resource: number;
  readonly verdict: string;
}

interface Model extends PageData {
  readonly verdicts: PageData["verdicts"];
  readonly roots: readonly number[];
  readonly below: readonly { components: number; resources: number }[];
  readonly worst: readonly (string | undefined)[];
  readonly dependents: readonly (readonly number[])[];
  readonly byUrn: ReadonlyMap<string, number>;
}

/** The page's own modules are plain JavaScript; these are the parts that a test uses. */
interface Modules {
  buildModel(data: PageData): Model;
  filterVerdicts(model: Model, criteria: Record<string, string>): readonly Verdict[];
  parseCriteria(query: string): Record<string, string>;
  criteriaHash(criteria: Record<string, string>): string;
  searchResources(model: Model, words: string): readonly number[];
  alike(verdicts: readonly Verdict[]): readonly (readonly Verdict[])[];
  documentInside(text: string): unknown;
}

async function load(): Promise<Modules> {
  const names = ["model", "filter", "value"];
  const modules = await Promise.all(
    names.map((name) => import(`../../../../preview/report/page/${name}.mjs`) as Promise<Partial<Modules>>),
  );
  // Together the three hold all of it; a missing one fails the test that calls it.
  return Object.assign({}, ...modules) as Modules;
}

describe("the page of the report", () => {
  let page: Modules;
  let model: Model;
  const place = (type: string, name: string): number => model.byUrn.get(urnOf(type, name)) ?? -1;

  before(async () => {
    page = await load();
    model = page.buildModel(pageData(networkResult(3)));
  });

  it("counts what lies below a component", () => {
    assert.deepEqual(model.below[place("platform:network:Network", "network")], {
      components: 1,
      resources: 26,
    });
    assert.deepEqual(model.below[place("aws:s3/bucket:Bucket", "logs")], { components: 0, resources: 0 });
  });

  it("carries the worst verdict up to the components above", () => {
    assert.equal(model.worst[place("platform:network:Network", "network")], "fail");
    assert.equal(model.worst[place("awsx:ec2:Vpc", "network")], "pass");
    assert.equal(model.worst[place("aws:s3/bucket:Bucket", "logs")], "exempt");
  });

  it("tells a failure of an advisory control from one that stops an update", () => {
    const result = networkResult(1);
    const verdicts = result.verdicts.filter(({ control }) => control === "NET-9");
    const { worst, roots } = page.buildModel(pageData({ ...result, verdicts }));
    assert.equal(worst[roots[0] ?? -1], "advisory");
  });

  it("puts verdicts that say the same of several resources together, and keeps the others apart", () => {
    const groups = page.alike(model.verdicts).map((group) => group.length);
    assert.deepEqual(groups, [1, 1, 1, 1, model.verdicts.length - 4]);
  });

  it("links dependencies both ways", () => {
    const vpc = place("aws:ec2/vpc:Vpc", "network");
    const subnet = place("aws:ec2/subnet:Subnet", "network-app-2");
    assert.ok(model.resources[subnet]?.dependencies.includes(vpc));
    assert.ok(model.dependents[vpc]?.includes(subnet));
  });

  it("puts failures of mandatory controls first and passes last", () => {
    const words = model.verdicts.map(
      ({ control, verdict }) => `${verdict} ${model.controls[control]?.id ?? ""}`,
    );
    assert.deepEqual(words.slice(0, 4), ["fail NET-7", "fail NET-9", "exempt S3-5", "undetermined S3-4"]);
    assert.deepEqual(new Set(words.slice(4)), new Set(["pass TAG-1"]));
  });

  it("filters by verdict, severity, type, control and words, all at once", () => {
    const ids = (query: string): string[] =>
      page
        .filterVerdicts(model, page.parseCriteria(query))
        .map(({ control }) => model.controls[control]?.id ?? "");
    assert.deepEqual(ids("verdict=fail"), ["NET-7", "NET-9"]);
    assert.deepEqual(ids("verdict=fail&severity=low"), ["NET-9"]);
    assert.deepEqual(ids("type=aws:s3/bucket:Bucket&verdict=undetermined"), ["S3-4"]);
    assert.deepEqual(ids("text=RANGES+port"), ["NET-7"]);
    assert.deepEqual(ids("control=S3-5&severity=critical"), []);
  });

  it("writes a filter into the address and reads the same one back", () => {
    const criteria = page.parseCriteria("text=a%26b%23c&severity=high");
    assert.deepEqual(page.parseCriteria(page.criteriaHash(criteria).replace("#verdicts?", "")), criteria);
    assert.equal(page.criteriaHash(page.parseCriteria("")), "#verdicts");
  });

  it("finds resources by name, type and input", () => {
    assert.deepEqual(page.searchResources(model, "0.0.0.0/0"), [
      place("aws:ec2/securityGroup:SecurityGroup", "web"),
    ]);
    assert.equal(page.searchResources(model, "Subnet:Subnet network-APP").length, 3);
    assert.equal(page.searchResources(model, "no such thing").length, 0);
  });

  it("shows documents inside text as documents, and text that only looks like one as text", () => {
    assert.deepEqual(page.documentInside(' {"Version":"2012-10-17"}'), { Version: "2012-10-17" });
    assert.equal(page.documentInside("{not json"), undefined);
    assert.equal(page.documentInside("[unknown"), undefined);
    assert.equal(page.documentInside("12"), undefined);
  });
});
