import { dirname, join } from "node:path";

import * as ts from "typescript";

import { ROOT } from "./modules";
import { type Mutant, mutated } from "./mutants";

/** What the compiler says of things that are left over, which is no mistake of a mutant. */
const UNUSED = new Set([6133, 6138, 6192, 6196, 6198]);

/** The compiler of the pack, which takes one source at a time from memory. */
export class PackCompiler {
  private readonly folder = join(ROOT, "policy-pack");
  private readonly settings = this.readSettings();
  private readonly texts = new Map<string, { readonly text: string; readonly version: number }>();
  private readonly service = ts.createLanguageService({
    getCompilationSettings: () => this.settings.options,
    getScriptFileNames: () => this.settings.fileNames,
    getScriptVersion: (file) => String(this.texts.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const text = this.texts.get(file)?.text ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => this.folder,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (file) => ts.sys.fileExists(file),
    readFile: (file) => ts.sys.readFile(file),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });

  /** Whether the pack compiles with the mutant in it; one that does not never gets as far as a test. */
  public takes(source: string, mutant: Mutant): boolean {
    const file = join(this.folder, source);
    const version = (this.texts.get(file)?.version ?? 0) + 1;
    const sound = ts.sys.readFile(file) ?? "";
    this.texts.set(file, { text: mutated(sound, mutant), version });
    const found = this.service.getSemanticDiagnostics(file);
    this.texts.set(file, { text: sound, version: version + 1 });
    return found.every(({ code }) => UNUSED.has(code));
  }

  private readSettings(): ts.ParsedCommandLine {
    const file = join(this.folder, "tsconfig.json");
    // The pack's own settings are read without an error by its build.
    const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as {
      readonly config: unknown;
    };
    return ts.parseJsonConfigFileContent(config, ts.sys, dirname(file));
  }
}
