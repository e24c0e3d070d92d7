import { configurationJsonSchema, explainConfiguration } from "../../stacks/config";
import { renderJson } from "../report/json";
import { parseArguments } from "./arguments";
import { exitCodes, failureOf } from "./failure";
import { printFailure } from "./print-failure";
import { PreviewRun } from "./preview-run";
import type { Surroundings } from "./surroundings";

async function obey(around: Surroundings): Promise<number> {
  const invocation = parseArguments(around.args, around.version);
  switch (invocation.kind) {
    case "text":
      around.stdout.write(invocation.text);
      return exitCodes.success;
    case "explainConfig":
      around.stdout.write(explainConfiguration());
      return exitCodes.success;
    case "jsonSchema":
      around.stdout.write(`${JSON.stringify(configurationJsonSchema(invocation.program), undefined, 2)}\n`);
      return exitCodes.success;
    case "preview":
      return new PreviewRun(around, invocation).start();
  }
}

/** Does what the arguments ask, and returns the exit code. Never throws. */
export async function runCommand(around: Surroundings): Promise<number> {
  try {
    return await obey(around);
  } catch (error) {
    const failure = failureOf(error);
    if (around.args.includes("--json")) around.stdout.write(renderJson({ error: failure.toJson() }));
    else printFailure(around, failure);
    return failure.exitCode;
  }
}
