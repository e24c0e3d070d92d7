import type { CrossCheck } from "./cross-check";
import { valueAt } from "./cross-check";
import type { ConfigurationPath, Mistake } from "./mistake";
import { nearestWord } from "./mistake";
import { type NetworkArgs, networkProblems } from "../../infra/network/settings";
import { networkSettings } from "./network-settings";
import { stackSettings } from "./stack-settings";

type Field = keyof NetworkArgs;

/** Where the configuration holds the fields that the whole stack says. */
const stackPaths: Partial<Readonly<Record<string, ConfigurationPath>>> = {
  region: ["aws:region"],
  accountId: ["aws:allowedAccountIds", 0],
};

/** What a problem of a field may come from, besides the field itself. Where one of these is wrong, only it is reported. */
const causes: Partial<Readonly<Record<string, readonly Field[]>>> = {
  cidr: ["tierBlocks"],
  zones: ["region"],
  tierBlocks: ["cidr", "zones", "nat", "endpoints"],
  endpoints: ["zones"],
  domainLists: ["region"],
};

/** Stands in for fields that are wrong by themselves; whatever depends on them is not reported. */
const standIn: NetworkArgs = {
  environment: "standin",
  region: "eu-west-1",
  accountId: "111122223333",
  cidr: "10.0.0.0/16",
  zones: [
    { id: "euw1-az1", name: "eu-west-1a" },
    { id: "euw1-az2", name: "eu-west-1b" },
  ],
  nat: "none",
  endpoints: { groups: [], zones: 1 },
  logRetentionDays: 30,
  encryptionControl: "monitor",
  traffic: { awsServicesGbPerMonth: 0, internetGbPerMonth: 0 },
  protect: true,
  criticality: "standard",
  owner: "nobody",
};

/** What the network layer itself finds wrong with its size table. */
export const networkCheck: CrossCheck = (configuration) => {
  const sound = new Map<string, unknown>();
  for (const [field, schema] of Object.entries(networkSettings.shape)) {
    const result = schema.safeParse(valueAt(configuration, ["platform:network", field]));
    if (result.success) sound.set(field, result.data);
  }
  const region = stackSettings["aws:region"].safeParse(valueAt(configuration, ["aws:region"]));
  if (region.success) sound.set("region", region.data);

  // Every sound field was read by the schema that mirrors the argument of its name.
  const args = { ...standIn, ...(Object.fromEntries(sound) as Partial<NetworkArgs>) };
  return networkProblems(args)
    .filter(({ path: [field] }) => isSound(String(field), sound))
    .map(({ path, given, allowed }) => mistakeOf(pathOf(path), given, allowed));
};

function isSound(field: string, sound: ReadonlyMap<string, unknown>): boolean {
  return [field, ...(causes[field] ?? [])].every((needed) => sound.has(needed));
}

function pathOf([field = "", ...rest]: ConfigurationPath): ConfigurationPath {
  return [...(stackPaths[field] ?? ["platform:network", field]), ...rest];
}

function mistakeOf(path: ConfigurationPath, given: string, allowed: string): Mistake {
  const words = allowed.replace(/^.*: /, "").split(", ");
  const nearest = nearestWord(given.replaceAll('"', ""), words);
  return { path, given, allowed, ...(nearest === undefined ? {} : { nearest }) };
}
