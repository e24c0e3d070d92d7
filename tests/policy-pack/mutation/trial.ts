import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";

import type { Control } from "../../../policy-pack/registry/control";
import type * as registry from "../../../policy-pack/registry/discover";
import { LocalPack, type PackCode } from "../support/local-pack";
import type { AskedPack } from "../support/pack-messages";
import { compile, Modules, ROOT, Sources } from "./modules";
import { type Mutant, mutantsOf, mutated } from "./mutants";
import { fails, type Test, testsOf } from "./suite";

const PACK = join(ROOT, "policy-pack");
const TESTS = join(ROOT, "tests/policy-pack");
const RUN = join(PACK, "stack/run.ts");
const POLICIES = join(PACK, "registry/policies.ts");
/** What unit tests make of the pack's own code. */
const SUPPORT = [join(TESTS, "support/stack.ts")];

/** Folders of the pack whose sources decide. */
const DECIDING = ["rules", "shapes", "aws", "policy-documents", "cidr", "reading", "stack"];

/** Every source that decides, relative to the pack. */
export function decidingSources(): readonly string[] {
  return DECIDING.flatMap((folder) =>
    readdirSync(join(PACK, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file)),
  ).sort();
}

/** A mutant with the source it is in. */
export interface Placed extends Mutant {
  readonly source: string;
}

/** The mutants of a source. */
export function mutantsIn(source: string): readonly Mutant[] {
  const file = join(PACK, source);
  return mutantsOf(file, new Sources().text(file));
}

/** Test files of several controls, or of the run itself. */
const JOINT = ["known-parts.test.ts", "stack.test.ts", "tag-contract.test.ts", "verdict.test.ts"];

function testOf(rule: string): string {
  return join(TESTS, relative(PACK, rule).replace(/\.ts$/, ".test.ts"));
}

/** Tries mutants, one after the other, each against the tests that could tell. */
export class Trial {
  private readonly sources = new Sources();
  private current: AskedPack | undefined;
  private readonly replacements = new Map([
    [
      join(TESTS, "support/pack-process.ts"),
      {
        sharedPack: () =>
          this.current ? Promise.resolve(this.current) : Promise.reject(new Error("no pack")),
      },
    ],
  ]);
  private readonly sound = new Modules(this.sources, this.replacements);
  private readonly ruleTests = new Map<string, readonly Test[]>();
  /** Rules that decide something; what another tool checks has no test. */
  private readonly rules: readonly string[] = this.registry()
    .ruleFiles()
    .map((file) => join(PACK, "rules", file))
    .filter((file) => existsSync(testOf(file)));
  private readonly testFiles = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(policy-documents\/)?[a-z-]+\.test\.ts$/.test(file))
    .map((file) => join(TESTS, file));
  private readonly unitTests = this.testFiles.filter(
    (file) => !/sharedPack|await judge\(|tools\/|mutation\/|spoiling\//.test(this.sources.text(file)),
  );
  /** Tests of several controls at once, with those of them that need no process. */
  private readonly jointTests = this.testFiles.filter((file) => JOINT.includes(basename(file)));
  private readonly joint = new Map<string, readonly Test[]>();
  /** Sources whose tests pass where nothing is wrong. */
  private readonly checked = new Set<string>();

  /** Whether a test fails with the mutant in its source. */
  public async kills(source: string, mutant: Mutant): Promise<boolean> {
    const file = join(PACK, source);
    const touched = new Set(
      this.sources.needing(file, [...this.rules, ...this.helpers(), ...this.unitTests, ...SUPPORT]),
    );
    if (!this.checked.has(source)) await this.check(file, touched);
    this.checked.add(source);
    const world = this.world(file, mutated(this.sources.text(file), mutant), touched);
    try {
      for (const unit of this.unitsOf(touched)) if (await fails(testsOf(() => world.load(unit)))) return true;
      for (const test of this.jointTestsOf(touched)) if (await this.failsTogether(world, test)) return true;
      for (const rule of this.rulesJudgedWith(touched)) if (await this.failsFor(world, rule)) return true;
      return false;
    } catch {
      // A source that cannot even be loaded with the mutant is noticed by everything.
      return true;
    }
  }

  /** A test that fails without any mistake would seem to notice every one. */
  private async check(file: string, touched: ReadonlySet<string>): Promise<void> {
    const world = this.world(file, this.sources.text(file), touched);
    for (const unit of this.unitsOf(touched))
      if (await fails(testsOf(() => world.load(unit))))
        throw new Error(`${relative(ROOT, unit)} fails without a mutant in ${relative(ROOT, file)}`);
  }

  private world(file: string, text: string, touched: ReadonlySet<string>): Modules {
    const evaluate = compile(file, text);
    return new Modules(this.sources, this.replacements, { file, evaluate, base: this.sound, touched });
  }

  private unitsOf(touched: ReadonlySet<string>): readonly string[] {
    return this.unitTests.filter((test) => touched.has(test));
  }

  /** The rules that need a source, which are all of them where the pack's run itself does; its nearest first. */
  private rulesJudgedWith(touched: ReadonlySet<string>): readonly string[] {
    const nearest = this.rules.filter((rule) => touched.has(rule));
    return touched.has(RUN) ? [...nearest, ...this.rules.filter((rule) => !touched.has(rule))] : nearest;
  }

  /** The tests of several controls that name one that needs a source, or all where the pack's run itself does. */
  private jointTestsOf(touched: ReadonlySet<string>): readonly string[] {
    const names = this.rules.filter((rule) => touched.has(rule)).map((rule) => `"${basename(rule, ".ts")}"`);
    const isAbout = (test: string): boolean => names.some((name) => this.sources.text(test).includes(name));
    return this.jointTests.filter((test) => touched.has(RUN) || isAbout(test));
  }

  private async failsTogether(world: Modules, file: string): Promise<boolean> {
    const tests = this.joint.get(file) ?? (await this.soundTests(file));
    this.joint.set(file, tests);
    this.current = this.pack(world, this.rules);
    return await fails(tests);
  }

  /** The tests of a file that pass without a process where nothing is wrong. */
  private async soundTests(file: string): Promise<readonly Test[]> {
    const kept: Test[] = [];
    for (const test of testsOf(() => this.sound.load(file))) {
      this.current = this.pack(this.sound, this.rules);
      if (!(await fails([test]))) kept.push(test);
    }
    return kept;
  }

  private pack(world: Modules, rules: readonly string[]): LocalPack {
    // The registry's test holds that every rule file exports its control.
    const controls = rules.map((rule) => (world.load(rule) as { readonly control: Control }).control);
    const code = { ...world.load(RUN), ...world.load(POLICIES) } as unknown as PackCode;
    return new LocalPack(code, controls);
  }

  private registry(): typeof registry {
    return this.sound.load(join(PACK, "registry/discover.ts")) as unknown as typeof registry;
  }

  private helpers(): readonly string[] {
    return readdirSync(PACK, { recursive: true, encoding: "utf8" })
      .filter((file) => /^(?!bin|node_modules|rules|tools).*\.ts$/.test(file))
      .map((file) => join(PACK, file));
  }

  private async failsFor(world: Modules, rule: string): Promise<boolean> {
    this.current = this.pack(world, [rule]);
    return await fails(this.testsOfRule(rule));
  }

  private testsOfRule(rule: string): readonly Test[] {
    const ready = this.ruleTests.get(rule);
    if (ready) return ready;
    const tests = testsOf(() => this.sound.load(testOf(rule)));
    this.ruleTests.set(rule, tests);
    return tests;
  }
}
