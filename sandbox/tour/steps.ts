import * as path from "node:path";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { countResources, makeDrift } from "./drift";
import { changedNothing, type EngineRun } from "../session/engine-run";
import { describeRun, describeTrouble, nameOf, type Narrator } from "./narrator";
import type { Sandbox, Variation } from "../session/sandbox";

/** What one step came to; `false` when it did not go as it should. */
export type StepResult = Promise<boolean>;

/** Shows on the narrator what the engine is busy with. */
export function followEvents(narrator: Narrator): (event: EngineEvent) => void {
  let resources = 0;
  return ({ preludeEvent, resourcePreEvent }) => {
    if (preludeEvent !== undefined) resources = 0;
    if (resourcePreEvent === undefined) return;
    resources += 1;
    const { op, urn } = resourcePreEvent.metadata;
    narrator.progress(`${resources}: ${op} ${nameOf(urn)}`);
  };
}

/** `preview`: what `up` would do. */
export async function preview(sandbox: Sandbox, narrator: Narrator): StepResult {
  await narrator.begin("preview", "what `up` would do, judged by the policy pack");
  return close(narrator, await sandbox.preview());
}

/** `up`: simulated AWS is brought to what the program says. */
export async function up(sandbox: Sandbox, narrator: Narrator): StepResult {
  await narrator.begin("up", "the program deployed to simulated AWS, under the policy pack");
  return close(narrator, await sandbox.up());
}

/** `refresh`: the state is brought to what simulated AWS says. */
export async function refresh(sandbox: Sandbox, narrator: Narrator): StepResult {
  await narrator.begin("refresh", "the state compared with simulated AWS");
  return close(narrator, await sandbox.refresh());
}

/** `destroy`: protection is lifted first, said aloud, and then everything is deleted. */
export async function destroy(sandbox: Sandbox, narrator: Narrator): StepResult {
  await narrator.begin(
    "unprotect",
    "protection is lifted, as nobody would for a real stack without a second thought",
  );
  const lifted = await sandbox.unprotect();
  narrator.end(
    true,
    lifted.length === 0 ? "nothing was protected" : `lifted from ${lifted.map(nameOf).join(", ")}`,
  );
  await narrator.begin("destroy", "everything in simulated AWS deleted");
  const run = await sandbox.destroy();
  const left = countResources(sandbox.folder.world);
  if (!run.succeeded || left === 0) return close(narrator, run);
  narrator.end(false, `${left} resources are left in simulated AWS`);
  return false;
}

/** A second preview after `up` must find nothing to do. */
export async function previewNothing(sandbox: Sandbox, narrator: Narrator): StepResult {
  await narrator.begin("preview again", "nothing has changed, so there must be nothing to do");
  const run = await sandbox.preview();
  return close(narrator, run, run.succeeded && changedNothing(run));
}

/** A change of configuration, previewed only. */
export async function previewChange(sandbox: Sandbox, narrator: Narrator): StepResult {
  await narrator.begin(
    "preview of a change",
    "another owner in the configuration, so another tag Owner on everything",
  );
  const config: Variation["config"] = (own) => ({ ...own, "platform:owner": "another-team" });
  const run = await sandbox.preview({ config });
  return close(narrator, run, run.succeeded && !changedNothing(run));
}

/** A program that violates a mandatory policy must be stopped before anything is created. */
export async function violate(sandbox: Sandbox, narrator: Narrator): StepResult {
  await narrator.begin(
    "up of a violating change",
    "the program and a security group that opens SSH to the world",
  );
  const before = countResources(sandbox.folder.world);
  const run = await sandbox.up(sandbox.withProgram(path.join(__dirname, "changes", "violating-program.ts")));
  const created = countResources(sandbox.folder.world) - before;
  const refused =
    !run.succeeded && run.violations.some(({ enforcementLevel }) => enforcementLevel === "mandatory");
  const outcome = refused ? "stopped by the policy pack" : "the policy pack did not stop it";
  narrator.end(
    refused && created === 0,
    `${outcome}; ${created} resources created in simulated AWS`,
    describeTrouble(run),
  );
  return refused && created === 0;
}

/** Somebody changes something in the console; `refresh` must find exactly that. */
export async function drift(sandbox: Sandbox, narrator: Narrator): StepResult {
  const made = makeDrift(sandbox.folder.world);
  await narrator.begin(
    "drift and refresh",
    made?.what ?? "nothing here has tags that could be changed by hand",
  );
  const run = await sandbox.refresh();
  const seen = run.steps.filter(({ op }) => op === "update").map(({ urn }) => urn);
  const found = made !== undefined && seen.length === 1 && seen[0] === made.urn;
  narrator.end(
    found,
    `${describeRun(run)}; drift seen on ${seen.map(nameOf).join(", ") || "nothing"}`,
    describeTrouble(run),
  );
  return found;
}

/** The whole life of a stack, from nothing to nothing. */
export const TOUR = [up, previewNothing, previewChange, violate, drift, destroy];

function close(narrator: Narrator, run: EngineRun, ok = run.succeeded): boolean {
  narrator.end(ok, describeRun(run), describeTrouble(run));
  return ok;
}
