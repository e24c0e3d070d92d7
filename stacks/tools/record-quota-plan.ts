import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the offline preview of a workload says of itself. */
interface PreviewDocument {
  readonly outputs: { readonly quotaUse?: unknown };
}

const root = join(__dirname, "..", "..");

// Every environment is previewed as it is configured now, and what it says of quotas is written down for the account.
const environments = readdirSync(root)
  .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
  .sort()
  .flatMap((stack) => {
    const { quotaUse } = documentOf(stack).outputs;
    return quotaUse === undefined ? [] : [[stack, quotaUse] as const];
  });
const text = JSON.stringify({ environments: Object.fromEntries(environments) }, undefined, 2);
writeFileSync(join(root, "stacks", "quota-plan.json"), `${text}\n`);

function documentOf(stack: string): PreviewDocument {
  if (stack === "account") return { outputs: {} };
  const printed = execFileSync(
    process.execPath,
    ["--require", "ts-node/register", join("preview", "cli.ts"), stack, "--json", "--no-policy-pack"],
    { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] },
  );
  // The preview's own document, whose form docs/preview-json.md promises.
  return JSON.parse(printed) as PreviewDocument;
}
