import * as assert from "node:assert/strict";

import type { SourcePlace } from "../../../policy-pack/report";
import { renderJunit } from "../../../policy-pack/report/junit";
import { renderMarkdown } from "../../../policy-pack/report/markdown";
import { renderSarif } from "../../../policy-pack/report/sarif";
import { decidable, discover } from "../../../policy-pack/registry/discover";
import { InstalledSdk } from "../../../simulator/installed-sdk";
import { RESOURCE_TYPES } from "../../../simulator/resource-types";
import type { LedgerLine } from "../../../policy-pack/verdict/ledger";
import type { Props, Told, WireResource } from "./pack-messages";
import { sharedPack } from "./pack-process";
import type { Program, Resource } from "./program";
import { TAINT, tainted } from "./tainted";

export type { Program, Resource } from "./program";

/** What Pulumi's wire carries for a value that is not known. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** An AWS resource of a fixture. */
export function aws(type: string, props: Props = {}, rest: Partial<Resource> = {}): Resource {
  return { type: `aws:${type}`, props, ...rest };
}

class Reference {
  public constructor(public readonly name: string) {}
}

/** A value that another resource of the program computes. */
export function ref(name: string): Reference {
  return new Reference(name);
}

/** Settings of a control and of the pack. */
export interface FixtureSettings {
  readonly properties?: Props;
  readonly pack?: Props;
  readonly level?: string;
}

/** What became of a program under one control. */
export interface Judged {
  readonly lines: readonly LedgerLine[];
  readonly told: readonly Told[];
  readonly verdict: string;
  /** All that the pack said, of every control, as one text. */
  readonly everything: () => string;
}

const PROJECT = "urn:pulumi:test::test::";
const ROOT: WireResource = {
  ...{ urn: `${PROJECT}pulumi:pulumi:Stack::test-test`, type: "pulumi:pulumi:Stack", name: "test-test" },
  ...{ inputs: {}, outputs: {}, propertyDependencies: {} },
};

/** URN of a resource of a fixture. */
export function urnOf(program: Program, name: string): string {
  return `${PROJECT}${program[name]?.type ?? "missing"}::${name}`;
}

function resolved(value: unknown): unknown {
  if (value instanceof Reference) return UNKNOWN;
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}

function references(value: unknown): readonly string[] {
  if (value instanceof Reference) return [value.name];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(references) : [];
}

/** The program as the engine would show it. */
export function onTheWire(program: Program): readonly WireResource[] {
  return Object.entries(program).map(([name, { type, props, provider, parent, outputs }]) => {
    // `resolved` keeps objects objects.
    const inputs = resolved(props) as Props;
    const dependencies = Object.entries(props).map(([property, value]): [string, readonly string[]] => [
      property,
      references(value).map((target) => urnOf(program, target)),
    ]);
    return {
      ...{
        urn: urnOf(program, name),
        type,
        name,
        inputs,
        outputs: outputs ?? { ...inputs, id: UNKNOWN, arn: UNKNOWN },
      },
      propertyDependencies: Object.fromEntries(dependencies.filter(([, urns]) => urns.length > 0)),
      ...(provider && { provider }),
      parent: parent === undefined ? ROOT.urn : urnOf(program, parent),
    };
  });
}

/** The same program with every property a secret. */
function asSecrets(program: Program): Program {
  const secret = (value: unknown): unknown => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value,
  });
  return Object.fromEntries(
    Object.entries(program).map(([name, resource]) => {
      const props = Object.fromEntries(
        Object.entries(resource.props).map(([key, value]) => [key, secret(value)]),
      );
      return [name, { ...resource, props }];
    }),
  );
}

/** The same program with what the provider fills in where a property is left out, and the program itself where it fills in nothing. */
function withDefaults(program: Program): Program {
  const filled = Object.entries(program).map(([name, resource]): [string, Resource] => {
    const left = Object.entries(RESOURCE_TYPES.get(resource.type)?.defaults ?? {}).filter(
      ([property]) => resource.props[property] === undefined,
    );
    if (left.length === 0) return [name, resource];
    return [name, { ...resource, props: { ...Object.fromEntries(left), ...resource.props } }];
  });
  const isSame = filled.every(([name, resource]) => program[name] === resource);
  return isSame ? program : Object.fromEntries(filled);
}

const decisionOf = ({ urn, verdict }: LedgerLine): string => `${urn} ${verdict}`;

/** What the reports make of verdicts. */
function reportsOf(verdicts: readonly LedgerLine[]): readonly string[] {
  const tool = { name: "pack", version: "1.0.0" };
  const placeOf = (): SourcePlace => ({ file: "Pulumi.test.yaml", line: 1 });
  const reports = [{ project: "test", stack: "test", tool, rules: [], verdicts, placeOf }];
  return [renderSarif(reports), renderJunit(reports), renderMarkdown(reports)];
}

const WORST_FIRST = ["fail", "undetermined", "pass", "notApplicable"];

/** Runs a program through the pack's process, and keeps what one control says of it. */
export async function judge(
  control: string,
  program: Program,
  settings: FixtureSettings = {},
): Promise<Judged> {
  const pack = await sharedPack();
  await pack.configure({
    [control]: { level: settings.level ?? "mandatory", properties: settings.properties ?? {} },
    "pack-settings": { level: "mandatory", properties: settings.pack ?? {} },
  });
  pack.verdicts();
  const resources = onTheWire(program);
  const told: Told[] = [];
  for (const resource of resources) told.push(...(await pack.analyze(resource)));
  told.push(...(await pack.analyzeStack([ROOT, ...resources])));
  const verdicts = pack.verdicts();
  const lines = verdicts.filter(({ policy }) => policy === control);
  const everything = (): string => [JSON.stringify([verdicts, told]), ...reportsOf(verdicts)].join("\n");
  const verdict = WORST_FIRST.find((word) => lines.some((line) => line.verdict === word)) ?? "nothing";
  return { lines, told: told.filter(({ policy }) => policy === control), verdict, everything };
}

/** Programs by what they show, in words that follow the verdict. */
type Programs = Readonly<Record<string, Program>>;

/** A kind of fixture that does not exist for a control, and why. */
interface None {
  readonly none: string;
}

/** The fixtures that every control has. */
export interface Fixtures {
  readonly pass: Programs | None;
  readonly fail: Programs;
  /** Programs whose verdict waits for a value. */
  readonly unknown: Programs | None;
  /** What the control says where the property it is about is left out. */
  readonly unset: Readonly<Record<string, readonly [verdict: string, program: Program]>> | None;
  /** Programs that break the control with another token than the first. */
  readonly alias: Programs | None;
  /** Programs of which the control has nothing to say. */
  readonly notApplicable?: Programs;
  /** Programs that are none of the control's business. */
  readonly otherTypes?: Programs;
  readonly settings?: FixtureSettings;
}

function isNone(programs: object): programs is None {
  return "none" in programs;
}

function titles(
  fixtures: Fixtures,
): readonly (readonly [verdict: string, title: string, program: Program])[] {
  const of = (verdict: string, programs: Programs | None | undefined) =>
    programs === undefined || isNone(programs)
      ? []
      : Object.entries(programs).map(([title, program]) => [verdict, title, program] as const);
  const unset = isNone(fixtures.unset) ? {} : fixtures.unset;
  return [
    ...of("pass", fixtures.pass),
    ...of("fail", fixtures.fail),
    ...of("undetermined", fixtures.unknown),
    ...Object.entries(unset).map(([title, [verdict, program]]) => [verdict, title, program] as const),
    ...of("fail", fixtures.alias),
    ...of("notApplicable", fixtures.notApplicable),
    ...of("nothing", fixtures.otherTypes),
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  pass: "passes",
  fail: "fails",
  undetermined: "cannot decide",
  notApplicable: "does not apply to",
  nothing: "says nothing of",
};

const CONTROLS = new Map(decidable(discover()).map((control) => [control.name, control]));

const SDK = new InstalledSdk(__dirname);

/** A finding and what is waited for have a place: a property of the resource that holds it, or the whole of that. */
function assertPlaced(program: Program, lines: readonly LedgerLine[]): void {
  for (const [name, { type, props }] of Object.entries(program)) {
    const inputs = SDK.facts(type)?.inputs;
    if (!inputs) continue;
    const here = lines.filter(({ urn, holder }) => (holder ?? urn) === urnOf(program, name));
    for (const { verdict, path } of here) {
      const [property = ""] = path.split(/[.[]/);
      if (verdict === "pass" || property === "") continue;
      assert.ok(inputs.has(property) || property in props, `${verdict} at ${path}`);
    }
  }
}

function assertTold(judged: Judged, verdict: string, id: string): void {
  if (verdict === "fail") {
    assert.ok(judged.told.some(({ message, level }) => message.startsWith(id) && level === "mandatory"));
  }
  if (verdict === "undetermined") {
    assert.ok(
      judged.told.length > 0 &&
        judged.told.every(
          ({ message, level }) => message.startsWith("undetermined: ") && level === "advisory",
        ),
    );
  }
  if (["pass", "notApplicable", "nothing"].includes(verdict)) assert.deepEqual(judged.told, []);
}

/** Declares the tests of a control: each fixture through the analyzer protocol, in the clear and as secrets. */
export function fixtures(name: string, given: Fixtures): void {
  describe(name, () => {
    const control = CONTROLS.get(name);

    before("the pack is compiled and started", async function () {
      this.timeout(180_000);
      await sharedPack();
    });

    it("has every kind of fixture", () => {
      assert.ok(control, `no control is named ${name}`);
      const { pass, fail, unknown, unset, alias } = given;
      for (const [kind, programs] of Object.entries({ pass, fail, unknown, unset, alias }))
        assert.ok(
          isNone(programs) ? programs.none !== "" : Object.keys(programs).length > 0,
          `${kind} has neither a program nor a reason why there is none`,
        );
      const hasAliases = control.types !== "taggable" && control.types.length > 1;
      assert.ok(
        !hasAliases || !isNone(given.alias),
        "a control for several tokens needs a fixture with another one",
      );
    });

    it("never shows what a property holds", async () => {
      const [first] = Object.values(given.fail);
      for (const program of first ? tainted(first) : []) {
        const everything = (await judge(name, program, given.settings)).everything();
        assert.ok(!everything.includes(TAINT), everything.slice(everything.indexOf(TAINT) - 400));
      }
    });

    for (const [verdict, title, program] of titles(given)) {
      it(`${WORDS[verdict] ?? verdict} ${title}`, async () => {
        const judged = await judge(name, program, given.settings);
        assert.equal(judged.verdict, verdict, JSON.stringify(judged.lines));
        assertTold(judged, verdict, control?.id ?? "");
        assertPlaced(program, judged.lines);
        const secret = await judge(name, asSecrets(program), given.settings);
        assert.deepEqual(secret.lines, judged.lines);
        const filled = withDefaults(program);
        if (filled === program) return;
        const { lines } = await judge(name, filled, given.settings);
        assert.deepEqual(lines.map(decisionOf), judged.lines.map(decisionOf), "with the provider's defaults");
      });
    }
  });
}
