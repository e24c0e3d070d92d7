import * as assert from "node:assert/strict";

import { previewStack } from "../../../preview";
import { folderWith, projectWith, removeFolders } from "../support/folders";

const PACKAGE = (main: string): string => JSON.stringify({ name: "sample-pack", version: "0.1.0", main });

/** TypeScript that Node by itself would refuse. */
const RULES = `export const policies: readonly object[] = [{
  name: "never",
  description: "Nothing is right.",
  enforcementLevel: "advisory",
  validateStack: (_: unknown, report: (message: string) => void): void => report("no"),
}];
`;

async function failuresOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const policyPack = folderWith({ "PulumiPolicy.yaml": "runtime: nodejs\n", ...files });
  const projectDir = projectWith({ "index.js": "" });
  const { verdicts } = await previewStack({ projectDir, stack: "dev", policyPacks: [policyPack] });
  return verdicts.filter(({ verdict }) => verdict === "fail").map(({ policy }) => policy);
}

describe("a policy pack in a preview", function () {
  this.timeout(60_000);
  after(removeFolders);

  it("may be JavaScript with TypeScript beside it, which is compiled when it is loaded", async () => {
    const main = `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("sample-pack", { policies: require("./rules").policies });
`;
    assert.deepEqual(
      await failuresOf({ "package.json": PACKAGE("index.js"), "index.js": main, "rules.ts": RULES }),
      ["never"],
    );
  });

  it("may be TypeScript whose settings are another file's", async () => {
    const main = `import { PolicyPack } from "@pulumi/policy";
import { policies } from "./rules";
new PolicyPack("sample-pack", { policies: [...policies] as never });
`;
    assert.deepEqual(
      await failuresOf({
        "package.json": PACKAGE("index.ts"),
        "index.ts": main,
        "rules.ts": RULES,
        "base.json": JSON.stringify({ compilerOptions: { strict: true } }),
        "tsconfig.json": JSON.stringify({ extends: "./base.json" }),
      }),
      ["never"],
    );
  });
});
