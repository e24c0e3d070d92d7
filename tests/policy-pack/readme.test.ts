import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

import { type Control, isDecidable } from "../../policy-pack/registry/control";
import { discover } from "../../policy-pack/registry/discover";
import { policies } from "../../policy-pack/registry/policies";
import { Run } from "../../policy-pack/stack/run";
import { compile } from "./mutation/modules";
import { type Fixtures, onTheWire, type Program } from "./support/fixtures";
import { LocalPack } from "./support/local-pack";

const PACK = resolve(__dirname, "../../policy-pack");
const README = readFileSync(join(PACK, "README.md"), "utf8");

/** What the README shows as the content of a file: the first block of TypeScript that holds some words. */
function shown(words: string): string {
  const blocks = [...README.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
  const found = blocks.find((block) => block.includes(words));
  assert.ok(found, `no block of the README holds ${words}`);
  return found;
}

/** The exports of a text, as if it stood in a file. */
function loaded(file: string, text: string, replaced: Readonly<Record<string, object>> = {}): object {
  const module = { exports: {} };
  const load = createRequire(file);
  const required = (name: string): unknown => replaced[name] ?? load(name);
  compile(file, text)(module.exports, required, module, file, dirname(file));
  return module.exports;
}

/** The control of the README, as the one file that is added for it. */
function example(): Control {
  const file = join(PACK, "rules/cloudwatch/example.ts");
  const { control } = loaded(file, shown("defineControl<")) as { readonly control: Control };
  return control;
}

/** The fixtures of the README, which hand themselves over in place of being run. */
function exampleFixtures(): readonly [name: string, fixtures: Fixtures] {
  const file = join(__dirname, "rules/cloudwatch/example.test.ts");
  const given: [string, Fixtures][] = [];
  const real = createRequire(file)("../../support/fixtures") as object;
  const fixtures = (name: string, all: Fixtures): void => {
    given.push([name, all]);
  };
  loaded(file, shown('fixtures("'), { "../../support/fixtures": { ...real, fixtures } });
  const [first] = given;
  assert.ok(first, "the README shows no fixtures");
  return first;
}

async function verdictOf(control: Control, program: Program): Promise<string | undefined> {
  const pack = new LocalPack({ Run, policies }, [control]);
  await pack.configure({ [control.name]: { level: "mandatory" } });
  for (const resource of onTheWire(program)) await pack.analyze(resource);
  await pack.analyzeStack(onTheWire(program));
  return pack.verdicts().find(({ policy }) => policy === control.name)?.verdict;
}

describe("the example of a new control in the README", () => {
  it("is a control that works, with fixtures that hold", async () => {
    const control = example();
    const [name, { pass, fail, unknown, unset }] = exampleFixtures();
    assert.equal(name, control.name);
    // Each kind holds programs by title; the README gives no reason for a kind that is missing.
    const of = (verdict: string, programs: object): readonly (readonly [string, Program])[] =>
      Object.values(programs as Readonly<Record<string, Program>>).map((program) => [verdict, program]);
    const left = Object.values(unset as Readonly<Record<string, readonly [string, Program]>>);
    const asked = [...of("pass", pass), ...of("fail", fail), ...of("undetermined", unknown), ...left];
    assert.ok(asked.length >= 4);
    for (const [verdict, program] of asked)
      assert.equal(await verdictOf(control, program), verdict, JSON.stringify(program));
  });

  it("says what the pack's own control of that name says, in short", () => {
    const control = example();
    const own = discover()
      .filter(isDecidable)
      .find(({ name }) => name === control.name);
    assert.ok(own);
    for (const fact of ["id", "title", "severity", "enforcement", "types"] as const)
      assert.deepEqual(control[fact], own[fact], fact);
  });
});
