import * as assert from "node:assert/strict";

import type { PolicyResource } from "@pulumi/policy";

import { View } from "../../policy-pack/reading/view";
import { type Control, defineControl, located, type Subject } from "../../policy-pack/registry/control";
import { PACK } from "../../policy-pack/settings/settings";
import { Run } from "../../policy-pack/stack/run";
import type { LedgerLine } from "../../policy-pack/verdict/ledger";
import { fail, pass, undetermined } from "../../policy-pack/verdict/outcome";
import { text } from "../../policy-pack/verdict/text";

const about = {
  ...{ title: "A thing is good", why: "It would be bad.", fix: "Make it good.", references: {} },
  ...{ severity: "high" as const, enforcement: "mandatory" as const },
};
const THING = "aws:shop/thing:Thing";

/** Judges a thing by what it says of itself, once for each word. */
const single = defineControl({
  ...about,
  ...{ id: "T-01", name: "thing-good", types: [THING] },
  resource: ({ props }) =>
    props
      .at("says")
      .items()
      .map((place) => {
        if (place.isUnknown) return undetermined(place);
        return place.string().state === "known" && place.boolean().state === "known"
          ? pass
          : fail(place, text`it is not good.`);
      }),
});
/** Judges each thing by being in the stack at all. */
const joined = defineControl({
  ...about,
  ...{ id: "T-02", name: "thing-joined", types: [THING] },
  stack: (stack) => stack.ofTypes([THING]).map((thing) => located(thing, fail("", text`it is here.`))),
});

const URN = "urn:pulumi:live::shop::";
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function subject(name: string, props: object, type = THING, parent?: string): Subject {
  return { urn: `${URN}${type}::${name}`, name, type, props: new View(props, ""), parent };
}

// What a run reads of the engine's resources; the rest of the type is the engine's.
function shown({ urn, name, type }: Subject): PolicyResource {
  return {
    urn,
    name,
    type,
    props: {},
    dependencies: [],
    propertyDependencies: {},
  } as unknown as PolicyResource;
}

interface Heard {
  readonly run: Run;
  readonly lines: LedgerLine[];
}

function start(controls: readonly Control[] = [single, joined]): Heard {
  const lines: LedgerLine[] = [];
  const run = new Run(
    controls,
    (more) => {
      lines.push(...more);
    },
    () => "2026-06-01",
  );
  return { run, lines };
}

const ROOT = subject("shop-live", {}, "pulumi:pulumi:Stack");
const verdicts = (lines: readonly LedgerLine[], control: string): readonly string[] =>
  lines
    .filter((line) => line.control === control)
    .map(({ urn, verdict, path }) => `${urn.split("::").at(-1) ?? ""} ${verdict} ${path}`);

describe("a run of the pack, asked without an engine", () => {
  it("keeps policies on that must not be off, and only those", () => {
    const { run } = start();
    const off = { enforcementLevel: "disabled" as const, properties: {} };
    assert.deepEqual(run.configure({}), []);
    assert.deepEqual(run.configure({ [PACK]: off }), [PACK]);
    assert.deepEqual(run.configure({ [PACK]: off, "thing-good": off, "thing-joined": off }), []);
    const strict = { [PACK]: { properties: { profiles: ["strict"] } }, "thing-good": off };
    assert.deepEqual(run.configure(strict), []);
    const opted = start([
      defineControl({ ...about, ...{ id: "T-03", name: "opted", types: [THING] }, enforcement: "disabled" }),
    ]);
    assert.deepEqual(opted.run.configure({ [PACK]: { properties: { profiles: ["strict"] } }, opted: off }), [
      "opted",
    ]);
    assert.deepEqual(
      opted.run.configure({ [PACK]: { ...off, properties: { profiles: ["strict"] } }, opted: off }),
      [PACK, "opted"],
    );
  });

  it("judges at once what it can, and at the end what waits, each once", () => {
    const { run, lines } = start();
    const thing = subject("a", { says: [true, "no", UNKNOWN] });
    run.judgeResource(ROOT);
    run.judgeResource(thing);
    assert.deepEqual(verdicts(lines, "T-01"), ["a pass ", "a fail says[1]"]);
    run.judgeStack([shown(ROOT), shown(thing)]);
    assert.deepEqual(verdicts(lines, "T-01"), ["a pass ", "a fail says[1]", "a undetermined says[2]"]);
    assert.deepEqual(verdicts(lines, "T-02"), ["a fail "]);
  });

  it("leaves nothing open where nothing waits", () => {
    const { run, lines } = start([single]);
    const thing = subject("a", { says: [true] });
    run.judgeResource(thing);
    run.judgeStack([shown(thing)]);
    assert.deepEqual(verdicts(lines, "T-01"), ["a pass "]);
  });

  it("decides by known parts only what waited, without telling again what was certain", () => {
    const { run, lines } = start([single]);
    const thing = subject("a", { says: [true, "no", UNKNOWN, UNKNOWN] });
    const parts = { resources: [{ urn: thing.urn, inputs: { says: [true, "no", "no", UNKNOWN] } }] };
    const teller = subject("told", parts, "shop:index:KnownParts");
    for (const each of [thing, teller]) run.judgeResource(each);
    run.judgeStack([shown(thing), shown(teller)]);
    assert.deepEqual(verdicts(lines, "T-01"), [
      ...["a pass ", "a fail says[1]"],
      ...["a fail says[2]", "a undetermined says[3]"],
    ]);
  });

  it("believes only components that tell known parts", () => {
    const { run, lines } = start([single]);
    const thing = subject("a", { says: [UNKNOWN] });
    const parts = { resources: [{ urn: thing.urn, inputs: { says: [true] } }] };
    const other = subject("other", parts, "shop:index:Component");
    for (const each of [thing, other]) run.judgeResource(each);
    run.judgeStack([shown(thing), shown(other)]);
    assert.deepEqual(verdicts(lines, "T-01"), ["a undetermined says[0]"]);
  });

  it("accounts for itself at the stack, wherever the stack stands among the resources", () => {
    const { run } = start([single]);
    const thing = subject("a", {});
    run.configure({ nothing: { properties: {} } });
    for (const each of [thing, ROOT]) run.judgeResource(each);
    const told = run.judgeStack([shown(thing), shown(ROOT)]);
    assert.deepEqual(
      told.map(({ urn }) => urn),
      [ROOT.urn],
    );
  });

  it("knows the stack by the first of the resources, where an exemption is for one stack", () => {
    const exemption = {
      ...{
        control: "T-01",
        environment: "live",
        reason: "known and accepted",
        owner: "shop",
        expires: "2999-01-01",
      },
    };
    const elsewhere = { ...subject("b", {}), urn: `urn:pulumi:dev::shop::${THING}::b` };
    const told = (...resources: readonly Subject[]): number => {
      const { run } = start([single]);
      run.configure({ [PACK]: { properties: { exemptions: [exemption] } } });
      return run.judgeStack(resources.map(shown)).length;
    };
    assert.equal(told(subject("a", {}), elsewhere), 1);
    assert.equal(told(elsewhere, subject("a", {})), 0);
  });

  it("exempts what lies in a component, and the stack itself where it is named", () => {
    const record = { reason: "known and accepted", owner: "shop", expires: "2999-01-01" };
    const outer = subject("outer", {}, "shop:index:Outer");
    const inner = subject("inner", {}, "shop:index:Inner", outer.urn);
    const thing = subject("a", { says: ["no"] }, THING, inner.urn);
    const told = (exemption: object): readonly string[] => {
      const { run } = start([single]);
      run.configure({
        [PACK]: { properties: { exemptions: [{ control: "T-01", ...record, ...exemption }] } },
      });
      return [outer, inner, thing]
        .flatMap((each) => run.judgeResource(each))
        .map((each) => each.enforcementLevel);
    };
    assert.deepEqual(told({ parent: "*::outer" }), ["advisory"]);
    assert.deepEqual(told({ parent: "*::inner" }), ["advisory"]);
    assert.deepEqual(told({ parent: "*::a" }), ["mandatory"]);
    assert.deepEqual(told({ type: THING }), ["advisory"]);
    assert.deepEqual(told({ type: "pulumi:pulumi:Stack" }), ["mandatory"]);
  });

  it("mends only what is of a control's types", () => {
    const mending = defineControl({
      ...about,
      ...{ id: "T-04", name: "mends", types: [THING] },
      remediate: () => ({ good: true }),
    });
    const { run } = start([mending]);
    const given = { raw: {}, ignoreChanges: [] };
    assert.deepEqual(run.remediate(mending, { ...subject("a", {}), ...given }), { good: true });
    assert.equal(
      run.remediate(mending, { ...subject("a", {}, "aws:shop/other:Other"), ...given }),
      undefined,
    );
  });

  it("mends what takes tags, where a control is for all of that", () => {
    const tagging = defineControl({
      ...about,
      ...{ id: "T-05", name: "thing-tagged", types: "taggable" as const },
      remediate: () => ({ tags: { Owner: "platform" } }),
    });
    const { run } = start([tagging]);
    const given = { raw: {}, ignoreChanges: [] };
    const mended = (type: string): unknown => run.remediate(tagging, { ...subject("a", {}, type), ...given });
    assert.deepEqual(mended("aws:ec2/vpc:Vpc"), { tags: { Owner: "platform" } });
    assert.equal(mended("aws:ec2/route:Route"), undefined);
  });
});

describe("a run over one stack and then another", () => {
  const said = defineControl({
    ...about,
    ...{ id: "T-04", name: "thing-said", types: [THING] },
    resource: ({ props }) => (props.at("says").isUnknown ? pass : fail("says", text`it speaks.`)),
  });

  it("does not judge anew by known parts what was certain without them", () => {
    const { run, lines } = start([said]);
    const thing = subject("a", { says: UNKNOWN });
    const teller = subject(
      "told",
      { resources: [{ urn: thing.urn, inputs: { says: "no" } }] },
      "shop:index:KnownParts",
    );
    for (const each of [thing, teller]) run.judgeResource(each);
    run.judgeStack([shown(thing), shown(teller)]);
    assert.deepEqual(verdicts(lines, "T-04"), ["a pass "]);
  });

  it("forgets what was open in the first", () => {
    const { run, lines } = start([single]);
    const thing = subject("a", { says: [UNKNOWN] });
    run.judgeResource(thing);
    run.judgeStack([shown(thing)]);
    assert.deepEqual(verdicts(lines, "T-01"), ["a undetermined says[0]"]);
    const other = subject("b", { says: [true] });
    run.judgeResource(other);
    run.judgeStack([shown(other)]);
    assert.deepEqual(verdicts(lines, "T-01"), ["a undetermined says[0]", "b pass "]);
  });
});
