import { Command, CommanderError, Option } from "commander";

import type { ReportFiles } from "../../policy-pack/report";
import { programs } from "../../stacks/config";
import { CommandFailure } from "./failure";

/** What to preview, as the arguments say it; paths are as given. */
export interface PreviewRequest {
  readonly kind: "preview";
  readonly stack: string;
  /** Every stack of the project instead of one. */
  readonly all: boolean;
  readonly json: boolean;
  /** Folder of `Pulumi.yaml`; this project where nothing is said. */
  readonly project: string | undefined;
  /** Folders of policy packs; this project's where nothing is said. */
  readonly policyPacks: readonly string[] | undefined;
  readonly policyConfig: string | undefined;
  /** Folder for the report; nothing where none is wanted. */
  readonly report: string | undefined;
  /** Files of the reports for other programs, by format; those that are not wanted are left out. */
  readonly files: ReportFiles;
  /** SARIF file of an earlier run, to compare with. */
  readonly baseline: string | undefined;
}

/** What the command is asked to do. */
export type Invocation =
  | PreviewRequest
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "explainConfig" }
  | { readonly kind: "jsonSchema"; readonly program: (typeof programs)[number] };

interface Options {
  all?: boolean;
  json?: boolean;
  explainConfig?: boolean;
  jsonSchema?: (typeof programs)[number];
  project?: string;
  /** A list once given, `false` after `--no-policy-pack`. */
  policyPack?: false | string[];
  policyConfig?: string;
  /** A folder once given, `false` after `--no-report`. */
  report?: false | string;
  sarif?: string;
  junit?: string;
  markdown?: string;
  baseline?: string;
}

const DEFAULT_STACK = "dev";
const DEFAULT_REPORT_FOLDER = "reports";

const EPILOGUE = `
Exit codes:
  0    no mandatory control is violated
  1    a mandatory control is violated
  2    wrong arguments or configuration, or the report cannot be written
  3    the program or a policy pack could not run
  130  interrupted

Examples:
  npm start                                    preview the stack dev
  npm start -- prod                            preview another stack
  npm start -- --all                           preview every stack, with a table at the end
  npm start -- prod --json > prod.json         one JSON document (docs/preview-json.md)
  npm start -- --all --sarif policies.sarif --baseline main.sarif
                                               code scanning's file, and what is new in it
  npm start -- dev --project ../shop           preview another project, judged by this policy pack
  npm start -- --explain-config                what Pulumi.<stack>.yaml may hold

Nothing is created and no credentials are needed: AWS is simulated.`;

function collect(value: string, previous: false | string[] | undefined): string[] {
  return Array.isArray(previous) ? [...previous, value] : [value];
}

function describeCommand(version: string): Command {
  return new Command("npm start --")
    .description("Shows a stack and what the policy pack says of it, offline and in seconds.")
    .argument("[stack]", `stack to preview (default: "${DEFAULT_STACK}")`)
    .option("--all", "preview every stack of the project")
    .option("--json", "print one JSON document on standard output and nothing else")
    .option("--project <dir>", "folder of another Pulumi project (default: this project)")
    .option(
      "--policy-pack <dir>",
      "policy pack that judges; may be repeated (default: this project's)",
      collect,
    )
    .option("--no-policy-pack", "judge nothing")
    .option(
      "--policy-config <file>",
      "settings of the policies, as for `pulumi preview --policy-pack-config` (default: policies.json " +
        "of the project, for this project's pack)",
    )
    .option(
      "--report <dir>",
      `folder for the HTML report (default: "${DEFAULT_REPORT_FOLDER}"; none with --json)`,
    )
    .option("--no-report", "write no report")
    .option("--sarif <file>", "write the verdicts as SARIF 2.1.0, for code scanning")
    .option("--junit <file>", "write the verdicts as JUnit's XML, for test reports")
    .option("--markdown <file>", "write a summary of the verdicts for a pull request")
    .option(
      "--baseline <file>",
      "SARIF file of an earlier run: SARIF and summary then say what is new, fixed and unchanged",
    )
    .option("--explain-config", "print every configuration value with its meaning and default")
    .addOption(
      new Option("--json-schema <program>", "print the JSON Schema of a stack's file").choices([...programs]),
    )
    .helpOption("-h, --help", "print this help")
    .version(version, "-V, --version", "print the version")
    .addHelpText("after", EPILOGUE)
    .exitOverride();
}

function reportFolder({ report, json }: Options): string | undefined {
  if (report === false) return undefined;
  return report ?? (json === true ? undefined : DEFAULT_REPORT_FOLDER);
}

function reportFiles({ sarif, junit, markdown }: Options): ReportFiles {
  return { sarif, junit, markdown };
}

function policyPacks({ policyPack }: Options): readonly string[] | undefined {
  return policyPack === false ? [] : policyPack;
}

function invocationOf(command: Command): Invocation {
  // commander types its options as a bag of anything; Options says what the definitions above put there.
  const options = command.opts<Options>();
  const stack: string | undefined = command.args[0];
  if (options.explainConfig === true) return { kind: "explainConfig" };
  if (options.jsonSchema !== undefined) return { kind: "jsonSchema", program: options.jsonSchema };
  if (options.all === true && stack !== undefined) {
    throw new CommandFailure(
      "usage",
      `both a stack (${stack}) and --all are given; either is required, not both`,
    );
  }
  return {
    kind: "preview",
    stack: stack ?? DEFAULT_STACK,
    all: options.all === true,
    json: options.json === true,
    project: options.project,
    policyPacks: policyPacks(options),
    policyConfig: options.policyConfig,
    report: reportFolder(options),
    files: reportFiles(options),
    baseline: options.baseline,
  };
}

/**
 * Reads the arguments of the command.
 *
 * @param args - The arguments, without interpreter and script.
 * @param version - What `--version` prints.
 * @throws CommandFailure of kind `usage`, with the nearest option for a mistyped one.
 */
export function parseArguments(args: readonly string[], version: string): Invocation {
  let text = "";
  let complaint = "";
  const command = describeCommand(version).configureOutput({
    writeOut: (written) => (text += written),
    writeErr: (written) => (complaint += written),
  });
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "text", text };
    const [first = "", ...rest] = complaint
      .replace(/^error: /, "")
      .trimEnd()
      .split("\n");
    throw new CommandFailure("usage", first, [...rest, "`npm start -- --help` lists what there is"]);
  }
  return invocationOf(command);
}
