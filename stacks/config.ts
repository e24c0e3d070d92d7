import { backupTiers, tierProblems } from "../infra/backup/settings";
import type { Region } from "../infra/core/region";
import type { TagContract } from "../infra/core/tags";

import { catalogue } from "./catalogue";
import { publishedContracts } from "./catalogue/published-contracts";
import { catalogueMistakes } from "./catalogue/problems";
import type { AccountSettings } from "./config/account-settings";
import { decode } from "./config/decode";
import { mistakesOf } from "./config/issue";
import { jsonSchemaOf } from "./config/json-schema";
import {
  ConfigurationError,
  type ConfigurationFile,
  formatValue,
  type Mistake,
  nearestWord,
} from "./config/mistake";
import { programs, type ProgramSettings, settingsOf } from "./config/settings";
import type { WorkloadSettings } from "./config/workload-settings";

export { configurationJsonSchema, explainConfiguration } from "./config/reference";
export {
  ConfigurationError,
  type ConfigurationFile,
  type ConfigurationPath,
  type Mistake,
} from "./config/mistake";
export { type Program, programs } from "./config/settings";

/** Where a stack works, and as what its resources are tagged: what its one provider is made of. */
export interface StackIdentity {
  /** Region of the stack. */
  readonly region: Region;
  /** Account of the stack, twelve digits. No other is ever read or changed. */
  readonly accountId: string;
  /** Named profile that credentials come from; AWS's usual chain of credentials where there is none. */
  readonly profile: string | undefined;
  /** What every resource of the stack says about itself. */
  readonly tags: TagContract;
}

/** Configuration of a stack of the `account` program. */
export interface AccountConfiguration {
  /** Program that the stack runs. */
  readonly program: "account";
  /** Where the stack works, and as what. */
  readonly identity: StackIdentity;
  /** Who is told what happens to the account. */
  readonly alerts: AccountSettings["platform:alerts"];
  /** What is recorded, and what looks for threats in it. */
  readonly detection: AccountSettings["platform:detection"];
  /** Who gets into the account, and how. */
  readonly access: AccountSettings["platform:identity"];
  /** What protects the account, and how strictly. */
  readonly protection: AccountSettings["platform:protection"];
  /** What the account may have of what AWS limits. */
  readonly quotas: AccountSettings["platform:quotas"];
  /** How the account's cost is told apart, watched and exported. */
  readonly cost: AccountSettings["platform:cost"];
  /** Whose metrics, logs and traces are seen by whom. */
  readonly sharing: Partial<NonNullable<AccountSettings["platform:sharing"]>>;
  /** How instances are managed, entered and patched. */
  readonly systems: AccountSettings["platform:systems"];
  /** What is kept ready for the loss of a Region. */
  readonly recovery: AccountSettings["platform:recovery"];
}

/** Configuration of a stack of the `workload` program. */
export interface WorkloadConfiguration {
  /** Program that the stack runs. */
  readonly program: "workload";
  /** Where the stack works, and as what. */
  readonly identity: StackIdentity;
  /** Stack whose place this one takes when that one's Region is lost; nothing where it stands in for none. */
  readonly standsInFor: string | undefined;
  /** Size table of the network. */
  readonly network: WorkloadSettings["platform:network"];
  /** Size table of the stores. */
  readonly data: WorkloadSettings["platform:data"];
  /** Size table of what joins services and partners. */
  readonly integration: WorkloadSettings["platform:integration"];
  /** Size table of services and fleets, and of what they run on. */
  readonly compute: WorkloadSettings["platform:compute"];
  /** How backups are kept. */
  readonly backup: WorkloadSettings["platform:backup"];
  /** What the environment may cost. */
  readonly cost: WorkloadSettings["platform:cost"];
  /** Who is told what, what is promised, and when it is quiet. */
  readonly monitoring: WorkloadSettings["platform:monitoring"];
  /** Who approves runbooks, and which of them run without a person. */
  readonly operations: WorkloadSettings["platform:operations"];
}

/** A stack's configuration, checked; `program` says which. */
export type Configuration = AccountConfiguration | WorkloadConfiguration;

/**
 * Checks a stack's configuration and gives it its types.
 *
 * @param stack name of the stack, as messages say it
 * @param file file that holds the stack's values, as messages say it
 * @param values every configuration value by full key, as text: what `pulumi.runtime.allConfig()` returns
 * @param secretKeys keys whose values, or parts of them, are encrypted
 * @throws ConfigurationError listing every mistake
 */
export function parseConfiguration(
  stack: string,
  file: string | ConfigurationFile,
  values: Readonly<Record<string, string>>,
  secretKeys: readonly string[] = [],
): Configuration {
  const origin = typeof file === "string" ? { name: file } : file;
  const source: Source = { stack, file: origin, values: withoutEngineKeys(values), secretKeys };
  const given = source.values[programKey];
  switch (programs.find((program) => program === given) ?? nearestWord(given, programs)) {
    case "account":
      return accountConfiguration(checked(settingsOf.account, source));
    case "workload":
      assertCatalogue(stack);
      assertTiers(stack);
      return workloadConfiguration(checked(settingsOf.workload, source));
    default:
      throw new ConfigurationError(stack, origin, [unknownProgram(source)]);
  }
}

interface Source {
  readonly stack: string;
  readonly file: ConfigurationFile;
  readonly values: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
}

const programKey = "platform:program";

/** Keys of this namespace are the engine's own; it judges them itself. */
const engineNamespace = "pulumi:";

const shownSecret = "[secret]";

/** The catalogue is judged first: what is said of its sizes depends on it. */
function assertCatalogue(stack: string): void {
  const mistakes = catalogueMistakes(catalogue, publishedContracts);
  if (mistakes.length > 0) throw new ConfigurationError(stack, { name: "stacks/catalogue.ts" }, mistakes);
}

/** What words mean is judged before anything is built: the layer that builds backups comes last. */
function assertTiers(stack: string): void {
  const mistakes = tierProblems(backupTiers).map(({ path, ...problem }) => ({
    ...problem,
    path: path.slice(1),
  }));
  if (mistakes.length > 0) throw new ConfigurationError(stack, { name: "infra/backup/tiers.ts" }, mistakes);
}

function withoutEngineKeys(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !key.startsWith(engineNamespace)));
}

function checked<Settings>({ schema, checks }: ProgramSettings<Settings>, source: Source): Settings {
  const secrets = source.secretKeys.filter((key) => Object.hasOwn(schema.shape, key));
  const plain = Object.fromEntries(Object.entries(source.values).filter(([key]) => !secrets.includes(key)));
  const decoded = decode(plain, schema.shape);
  const result = schema.safeParse(decoded, { reportInput: true });
  const jsonSchema = jsonSchemaOf(schema);
  const found = [
    ...secrets.map(encryptedValue),
    ...(result.error?.issues ?? []).flatMap((issue) => mistakesOf(issue, jsonSchema)),
    ...checks.flatMap((check) => check(decoded)),
  ].filter(({ path, given }) => given === shownSecret || !secrets.includes(String(path[0])));
  // zod counts the characters of a text where a list is wanted, and finds both type and length wrong.
  const mistakes = [...new Map(found.map((mistake) => [JSON.stringify(mistake), mistake])).values()];
  if (result.success && mistakes.length === 0) return result.data;
  throw new ConfigurationError(source.stack, source.file, mistakes);
}

function encryptedValue(key: string): Mistake {
  return {
    path: [key],
    given: shownSecret,
    allowed: "a plain value: the program shows it in plain text, so encrypting it would promise too much",
  };
}

function unknownProgram({ values, secretKeys }: Source): Mistake {
  const given = secretKeys.includes(programKey) ? shownSecret : formatValue(values[programKey]);
  return { path: [programKey], given, allowed: programs.join(", ") };
}

function identityOf(settings: AccountSettings | WorkloadSettings): StackIdentity {
  return {
    region: settings["aws:region"],
    accountId: settings["aws:allowedAccountIds"][0],
    profile: settings["aws:profile"],
    tags: {
      environment: settings["platform:environment"],
      service: settings["platform:service"],
      owner: settings["platform:owner"],
      costCenter: settings["platform:costCenter"],
      criticality: settings["platform:criticality"],
      dataClass: settings["platform:dataClass"],
    },
  };
}

function accountConfiguration(settings: AccountSettings): AccountConfiguration {
  return {
    program: settings["platform:program"],
    identity: identityOf(settings),
    alerts: settings["platform:alerts"],
    detection: settings["platform:detection"],
    access: settings["platform:identity"],
    protection: settings["platform:protection"],
    quotas: settings["platform:quotas"],
    cost: settings["platform:cost"],
    sharing: settings["platform:sharing"] ?? {},
    systems: settings["platform:systems"],
    recovery: settings["platform:recovery"],
  };
}

function workloadConfiguration(settings: WorkloadSettings): WorkloadConfiguration {
  return {
    program: settings["platform:program"],
    identity: identityOf(settings),
    standsInFor: settings["platform:standsInFor"],
    network: settings["platform:network"],
    data: settings["platform:data"],
    integration: settings["platform:integration"],
    compute: settings["platform:compute"],
    backup: settings["platform:backup"],
    cost: settings["platform:cost"],
    monitoring: settings["platform:monitoring"],
    operations: settings["platform:operations"],
  };
}
