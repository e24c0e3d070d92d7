import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join, resolve } from "node:path";

import { decidable, discover } from "../../../policy-pack/registry/discover";
import { configurationOf, type Finding, Judge } from "./judge";
import { record } from "../support/recording";
import { seen } from "./seen";
import { type Noticed, PAGE, page } from "./page";
import { spoilingsOf } from "./spoilings";

const PROJECT = resolve(__dirname, "../../..");
/** The stack that is spoilt, one thing at a time. */
const STACK = "prod";
/** Leaves the machine to whoever else needs it. */
const NICE = 15;

async function main(): Promise<void> {
  setPriority(NICE);
  const stack = seen(await record(STACK));
  const judge = new Judge(decidable(discover()), configurationOf(join(PROJECT, "policies.json")));
  const keyOf = ({ control, urn, verdict }: Finding): string => `${control} ${urn} ${verdict}`;
  const before = new Set(judge.findings(stack, () => true).map(keyOf));
  const found = spoilingsOf(stack).map((spoiling): Noticed => {
    const { what, type, path, urn } = spoiling;
    const after = judge.findings(spoiling.spoil(stack), (resource) => resource.urn === urn);
    const noticed = noticedBy(after.filter((finding) => !before.has(keyOf(finding))));
    const { by, how } = noticed;
    console.log(`${how.padEnd(12)} ${type} ${path}: ${what} ${by.join(", ")}`);
    return { what, type, path, by, how };
  });
  writeFileSync(PAGE, await page(found));
}

function noticedBy(findings: readonly Finding[]): Pick<Noticed, "by" | "how"> {
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  const mandatory = failed.filter(({ level }) => level === "mandatory");
  const [strictest = [], how = "nothing"] = [
    [mandatory, "mandatory"] as const,
    [failed, "advisory"] as const,
    [findings, "undetermined"] as const,
  ].find(([group]) => group.length > 0) ?? [[], "nothing" as const];
  return { by: [...new Set(strictest.map(({ control }) => control))], how };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
