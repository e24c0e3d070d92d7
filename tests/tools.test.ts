import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

const root = join(__dirname, "..");

/** One planted fault per promise that a tool keeps. */
const planted: Record<string, string> = {
  "infra/network/planted-import.ts": `import * as account from "../protection";\nexport const seen = account;\n`,
  "infra/network/planted-way-of-running.ts": `import * as wire from "../../simulator/wire";\nexport const seen = wire;\n`,
  "policy-pack/planted-import.ts": `import * as cidr from "../infra/core/cidr";\nexport const seen = cidr;\n`,
  "infra/network/planted-cycle-a.ts": `import { b } from "./planted-cycle-b";\nexport const a = (): unknown => b;\n`,
  "infra/network/planted-cycle-b.ts": `import { a } from "./planted-cycle-a";\nexport const b = (): unknown => a;\n`,
  "infra/network/planted-limits.ts": [
    "export interface PlantedArgs { readonly undocumented: string }",
    "export const stack = process.env.STACK;",
    "export function long(a: number, b: number, c: number, d: number, e: number): number {",
    ...Array.from({ length: 61 }, (_, line) => `  if (a === ${String(line)}) { return b + c + d + e; }`),
    "  return 0;",
    "}",
    ...Array.from({ length: 260 }, (_, line) => `export const line${String(line)} = ${String(line)};`),
    "",
  ].join("\n"),
};

describe("the tools that hold the rules", function () {
  this.timeout(120_000);
  let copy = "";

  const run = (tool: string, ...args: string[]): string => {
    const result = spawnSync(process.execPath, [join(root, "node_modules", tool), ...args], {
      cwd: copy,
      encoding: "utf8",
    });
    assert.notEqual(result.status, 0, `${tool} found nothing wrong`);
    return result.stdout + result.stderr;
  };

  before(() => {
    copy = mkdtempSync(join(tmpdir(), "tools-"));
    cpSync(root, copy, {
      recursive: true,
      filter: (path) => ![".git", "node_modules", "bin", "reports", ".sandbox"].includes(basename(path)),
    });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    }
  });

  after(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it("report an import through a wall and an import cycle", () => {
    const output = run(
      "dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      ".dependency-cruiser.cjs",
      "infra",
      "policy-pack",
    );
    for (const rule of [
      "layers-do-not-import-each-other",
      "infra-looks-nowhere-else",
      "policies-stand-alone",
      "no-circular",
    ]) {
      assert.match(output, new RegExp(rule));
    }
  });

  it("report files and exports that nothing uses", () => {
    assert.match(run("knip/bin/knip.js"), /planted-limits/);
  });

  it("report what is too long, too branched, undocumented, or reads the environment", () => {
    const output = run("eslint/bin/eslint.js", "infra/network/planted-limits.ts");
    for (const rule of [
      "max-lines",
      "max-lines-per-function",
      "complexity",
      "max-params",
      "jsdoc/require-jsdoc",
      "no-restricted-syntax",
    ]) {
      assert.match(output, new RegExp(`${rule}$`, "m"));
    }
  });
});
