import { readFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { compileFunction } from "node:vm";

import { transformSync } from "@swc/core";
import * as ts from "typescript";

type Exports = Record<string, unknown>;
type Evaluate = (
  ...given: readonly [Exports, load: (name: string) => unknown, module: object, file: string, folder: string]
) => void;

/** Root of the repository. */
export const ROOT = resolve(__dirname, "../../..");

const real = createRequire(__filename);

/** Sources of the pack and of its tests, as they are on disk, each compiled once. */
export class Sources {
  private readonly compiled = new Map<string, Evaluate>();
  private readonly imported = new Map<string, readonly string[]>();

  /** A source's text. */
  public text(file: string): string {
    return readFileSync(file, "utf8");
  }

  /** The function that evaluates a source. */
  public evaluate(file: string): Evaluate {
    const ready = this.compiled.get(file);
    if (ready) return ready;
    const evaluate = compile(file, this.text(file));
    this.compiled.set(file, evaluate);
    return evaluate;
  }

  /** The sources that a source imports. */
  public imports(file: string): readonly string[] {
    const ready = this.imported.get(file);
    if (ready) return ready;
    const found = file.endsWith(".json")
      ? []
      : ts
          .preProcessFile(this.text(file))
          .importedFiles.flatMap(({ fileName }) => resolved(file, fileName) ?? []);
    this.imported.set(file, found);
    return found;
  }

  /** The sources among these that need the given one, itself included, nearest first. */
  public needing(file: string, among: readonly string[]): readonly string[] {
    const distance = (from: string): number => {
      let layer = [from];
      const seen = new Set(layer);
      for (let steps = 0; layer.length > 0; steps++) {
        if (layer.includes(file)) return steps;
        layer = layer.flatMap((each) => this.imports(each)).filter((each) => !seen.has(each));
        layer.forEach((each) => seen.add(each));
      }
      return Infinity;
    };
    return among
      .map((each) => ({ each, steps: distance(each) }))
      .filter(({ steps }) => steps < Infinity)
      .sort((one, other) => one.steps - other.steps)
      .map(({ each }) => each);
  }
}

/** Compiles a source out of memory: nothing is written to disk. */
export function compile(file: string, text: string): Evaluate {
  const { code } = transformSync(text, {
    filename: file,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
    sourceMaps: false,
  });
  // The parameters below are those of the type.
  return compileFunction(code, ["exports", "require", "module", "__filename", "__dirname"], {
    filename: file,
  }) as unknown as Evaluate;
}

/** What replaces a module. */
export type Replacements = ReadonlyMap<string, Exports>;

/** A world in which one source has another code; modules that do not need it are those of the base. */
export interface World {
  readonly file: string;
  readonly evaluate: Evaluate;
  readonly base: Modules;
  /** The sources that need the one, itself included. */
  readonly touched: ReadonlySet<string>;
}

/** Modules of the pack and of its tests, evaluated apart from Node's own. */
export class Modules {
  private readonly loaded = new Map<string, Exports>();

  /**
   * @param sources - Where the code comes from.
   * @param replacements - Modules that are given.
   * @param world - What is another here.
   */
  public constructor(
    private readonly sources: Sources,
    private readonly replacements: Replacements,
    private readonly world?: World,
  ) {}

  /** The exports of a module. */
  public load(file: string): Exports {
    const ready = this.replacements.get(file) ?? this.loaded.get(file);
    if (ready) return ready;
    if (this.world && !this.world.touched.has(file)) return this.world.base.load(file);
    if (file.endsWith(".json")) return real(file) as Exports; // JSON of the pack is an object
    const module: { exports: Exports } = { exports: {} };
    this.loaded.set(file, module.exports);
    const evaluate = this.world?.file === file ? this.world.evaluate : this.sources.evaluate(file);
    const { resolve: find } = createRequire(file);
    const load = Object.assign((name: string): unknown => this.required(file, name), { resolve: find });
    evaluate.call(undefined, module.exports, load, module, file, dirname(file));
    return module.exports;
  }

  private required(from: string, name: string): unknown {
    const file = resolved(from, name);
    if (file !== undefined) return this.load(file);
    if (name !== "node:module") return createRequire(from)(name);
    // A registry that finds its rules by itself finds those of this world.
    return { createRequire: () => (path: string) => this.load(resolved(from, path) ?? path) };
  }
}

function resolved(from: string, name: string): string | undefined {
  if (!name.startsWith(".") && !name.startsWith("/")) return undefined;
  const path = join(name.startsWith("/") ? "" : dirname(from), name);
  return [path, `${path}.ts`, join(path, "index.ts")].find(
    (each) => /\.(ts|json)$/.test(each) && existsSync(each),
  );
}
