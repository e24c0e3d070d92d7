#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { BaselineError } from "./baseline";
import { renderExceptions } from "./exceptions";
import { LedgerError, reportsOf } from "./ledger-file";
import { ownRules } from "./rules";
import { readBaselineFile, writeReports, writeWhole } from "./write";

const HELP = `Usage: policy-report <verdicts>... [options]

Writes reports of what the policy pack said in a run of Pulumi. <verdicts> are the files that POLICY_VERDICTS
named while \`pulumi preview\`, \`pulumi up\` or \`pulumi policy analyze\` ran; start each run with a new file.

Options:
  --sarif <file>      SARIF 2.1.0, for code scanning
  --junit <file>      JUnit's XML, for test reports
  --markdown <file>   a summary for a pull request
  --baseline <file>   SARIF file of an earlier run: SARIF and summary then say what is new, fixed and unchanged
  --exceptions <file> the exemptions that were used, as the engine's own policy exceptions (Pulumi 3.274 and later)
  --config <file>     settings of the policies, which the file of the exceptions then holds as well
  --help              print this help

Exit codes: 0 written, 2 wrong arguments or files.
`;

const FILE = { type: "string" } as const;
const WRONG_INPUT = 2;

/** The name and version of the pack, which stand in its own file, beside the compiled code or beside the sources. */
function ownPackage(): { readonly name: string; readonly version: string } {
  for (const folder of ["..", "../.."]) {
    try {
      // This package's own file; its test would notice if a field were missing.
      const { version } = JSON.parse(readFileSync(join(__dirname, folder, "package.json"), "utf8")) as {
        version: string;
      };
      return { name: "well-architected", version };
    } catch {
      continue;
    }
  }
  throw new Error("the pack has no package.json");
}

/** The settings of the policies; none where no file is named. */
function settingsOf(file: string | undefined): object {
  if (file === undefined) return {};
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new LedgerError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) {
    throw new LedgerError(`${file} holds no settings; the file that --policy-pack-config takes is required`);
  }
  return settings;
}

/**
 * Does what the arguments ask.
 *
 * @param args - The arguments, without interpreter and script.
 * @param write - Takes what is for standard output.
 * @throws LedgerError, BaselineError or a TypeError of `parseArgs`, with what is wrong.
 */
async function run(args: readonly string[], write: (text: string) => void): Promise<void> {
  const options = {
    sarif: FILE,
    junit: FILE,
    markdown: FILE,
    baseline: FILE,
    exceptions: FILE,
    config: FILE,
    help: { type: "boolean" },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help === true) {
    write(HELP);
    return;
  }
  if (positionals.length === 0) throw new LedgerError("no file with verdicts is given; see --help");
  const baseline = values.baseline === undefined ? undefined : await readBaselineFile(values.baseline);
  const reports = reportsOf(positionals, { tool: ownPackage(), rules: ownRules() });
  const written = [...(await writeReports(reports, values, baseline))];
  if (values.exceptions !== undefined) {
    const verdicts = reports.flatMap((report) => report.verdicts);
    await writeWhole(values.exceptions, renderExceptions(verdicts, settingsOf(values.config)));
    written.push(values.exceptions);
  }
  write(written.map((file) => `${file}\n`).join(""));
}

/** Whether the person who called can mend it. */
function isTheirs(error: unknown): error is Error {
  return (
    error instanceof LedgerError ||
    error instanceof BaselineError ||
    (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
  );
}

run(process.argv.slice(2), (text) => process.stdout.write(text)).catch((error: unknown) => {
  if (!isTheirs(error)) throw error;
  process.stderr.write(`policy-report: ${error.message}\n`);
  process.exitCode = WRONG_INPUT;
});
