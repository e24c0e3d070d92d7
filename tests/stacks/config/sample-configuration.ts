import * as assert from "node:assert/strict";

import {
  type Configuration,
  ConfigurationError,
  type Mistake,
  parseConfiguration,
} from "../../../stacks/config";
import { configurationOf } from "../program";
import { formatPath } from "../../../stacks/config/mistake";

/** Size table of a network that is fine. */
export const network = {
  cidr: "10.20.0.0/16",
  zones: [
    { id: "euw1-az1", name: "eu-west-1a" },
    { id: "euw1-az2", name: "eu-west-1b" },
    { id: "euw1-az3", name: "eu-west-1c" },
  ],
  nat: "single",
  endpoints: { groups: ["containers"], zones: 1 },
  logRetentionDays: 30,
  encryptionControl: "monitor",
  traffic: { awsServicesGbPerMonth: 200, internetGbPerMonth: 50 },
};

/** What a stack of either program says. */
export const stackValues = {
  "aws:region": "eu-west-1",
  "aws:allowedAccountIds": ["111122223333"],
  "platform:environment": "dev",
  "platform:service": "shop",
  "platform:owner": "platform-team@example.com",
  "platform:costCenter": "1000",
  "platform:criticality": "low",
  "platform:dataClass": "internal",
  "platform:addressPlan": { dev: "10.20.0.0/16", prod: "10.22.0.0/16" },
};

const of = (stack: string): ((key: string) => object) => {
  const values = configurationOf(stack);
  return (key) => {
    const value: unknown = JSON.parse(values[key] ?? "{}");
    assert.ok(typeof value === "object" && value !== null);
    return value;
  };
};
const ofDev = of("dev");
const ofAccount = of("account");

/** Configuration of a workload that is fine. */
export const workload = {
  ...stackValues,
  "platform:program": "workload",
  "platform:network": network,
  "platform:data": ofDev("platform:data"),
  "platform:integration": ofDev("platform:integration"),
  "platform:compute": ofDev("platform:compute"),
  "platform:backup": ofDev("platform:backup"),
  "platform:cost": ofDev("platform:cost"),
  "platform:monitoring": ofDev("platform:monitoring"),
  "platform:operations": ofDev("platform:operations"),
};

/** Configuration of an account that is fine. */
export const account = {
  ...stackValues,
  "platform:environment": "account",
  "platform:program": "account",
  "platform:alerts": ofAccount("platform:alerts"),
  "platform:detection": ofAccount("platform:detection"),
  "platform:identity": ofAccount("platform:identity"),
  "platform:protection": {
    regions: ["eu-west-1", "eu-central-1"],
    vpcBlockPublicAccess: "block-ingress",
    snapshotSharing: "block-all-sharing",
    allowedImages: { state: "enabled", providers: ["amazon"] },
  },
  "platform:cost": JSON.parse(configurationOf("account")["platform:cost"] ?? "{}") as object,
  "platform:quotas": JSON.parse(configurationOf("account")["platform:quotas"] ?? "{}") as object,
  "platform:recovery": ofAccount("platform:recovery"),
  "platform:systems": JSON.parse(configurationOf("account")["platform:systems"] ?? "{}") as object,
};

/** Configuration as the engine hands it over: everything that is not text as JSON, nothing for what is undefined. */
export function asText(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** Configuration of the stack dev with these values. */
export function parse(
  values: Readonly<Record<string, unknown>>,
  secretKeys: readonly string[] = [],
): Configuration {
  return parseConfiguration("dev", "Pulumi.dev.yaml", asText(values), secretKeys);
}

/** The error by which these values are refused. */
export function failure(
  values: Readonly<Record<string, unknown>>,
  secretKeys: readonly string[] = [],
): ConfigurationError {
  try {
    parse(values, secretKeys);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: "the configuration was accepted" });
}

/** What is wrong with these values. */
export function mistakes(
  values: Readonly<Record<string, unknown>>,
  secretKeys: readonly string[] = [],
): readonly Mistake[] {
  return failure(values, secretKeys).mistakes;
}

/** The only mistake of a workload whose network differs from a good one as said. */
export function networkMistake(differences: Readonly<Record<string, unknown>>): Mistake {
  return only(mistakes({ ...workload, "platform:network": { ...network, ...differences } }));
}

/** The only one of some mistakes. */
export function only(found: readonly Mistake[]): Mistake {
  assert.equal(found.length, 1, JSON.stringify(found, undefined, 2));
  const [mistake] = found;
  assert.ok(mistake);
  return mistake;
}

/** Where mistakes are, sorted. */
export function paths(found: readonly Mistake[]): readonly string[] {
  return found.map(({ path }) => formatPath(path)).sort();
}
