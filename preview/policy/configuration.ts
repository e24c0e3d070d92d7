import * as fs from "node:fs";
import type { PolicyConfig, PolicyInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { fromStruct, isWireObject, type Wire, type WireObject } from "../../simulator/wire";
import { messageOf, PreviewError } from "../preview-error";
import type { Enforcement } from "../result";
import { enforcementWord, isEnforcement } from "./levels";

/** How a policy is to judge. */
export interface PolicySetting {
  /** Absent when a file or the pack sets properties only. */
  readonly enforcement?: Enforcement;
  readonly properties: WireObject;
}

/** Settings by policy; the key `all` sets the level of every policy. */
export type PolicySettings = Readonly<Record<string, PolicySetting>>;

/** Settings of which every one has a level. */
export type SettledSettings = Readonly<Record<string, PolicySetting & { readonly enforcement: Enforcement }>>;

const LEVELS = "advisory, mandatory, remediate or disabled";

function settingOf(policy: string, value: Wire): PolicySetting {
  if (typeof value === "string") {
    if (isEnforcement(value)) return { enforcement: value, properties: {} };
    throw new Error(`${policy} is ${JSON.stringify(value)}; an enforcement level is ${LEVELS}`);
  }
  if (!isWireObject(value)) {
    throw new Error(`${policy} is ${JSON.stringify(value)}; it must be an enforcement level or an object`);
  }
  const { enforcementLevel, ...properties } = value;
  if (enforcementLevel === undefined) return { properties };
  if (isEnforcement(enforcementLevel)) return { enforcement: enforcementLevel, properties };
  throw new Error(`${policy}.enforcementLevel is ${JSON.stringify(enforcementLevel)}; it must be ${LEVELS}`);
}

/**
 * Reads a file in the format of `pulumi preview --policy-pack-config`.
 *
 * @throws PreviewError of kind `configuration` when it does not exist or is wrong.
 */
export function readPolicySettings(file: string): PolicySettings {
  try {
    const text = fs.readFileSync(file, "utf8");
    const values = text.trim() === "" ? {} : (JSON.parse(text) as Wire);
    if (!isWireObject(values)) throw new Error("it must hold an object of policies");
    if ("environments" in values)
      throw new Error("`environments` needs a network, which an offline preview has not");
    return Object.fromEntries(
      Object.entries(values).map(([policy, value]) => [policy, settingOf(policy, value)]),
    );
  } catch (error) {
    throw new PreviewError("configuration", `policy configuration ${file} is wrong: ${messageOf(error)}`);
  }
}

/** The settings that a pack was constructed with. */
export function initialSettings(given: Iterable<[string, PolicyConfig]>): PolicySettings {
  const settings = [...given].map(([policy, config]) => {
    const enforcement = enforcementWord(config.getEnforcementlevel());
    return [policy, { enforcement, properties: fromStruct(config.getProperties()) }] as const;
  });
  return Object.fromEntries(settings);
}

function schemaOf(policy: PolicyInfo): {
  readonly properties: WireObject;
  readonly required: readonly string[];
} {
  const schema = policy.getConfigschema();
  return { properties: fromStruct(schema?.getProperties()), required: schema?.getRequiredList() ?? [] };
}

function defaultsOf(policy: PolicyInfo): PolicySetting & { readonly enforcement: Enforcement } {
  const defaults = Object.entries(schemaOf(policy).properties).flatMap(([key, property]) =>
    isWireObject(property) && property.default !== undefined ? [[key, property.default] as const] : [],
  );
  return {
    enforcement: enforcementWord(policy.getEnforcementlevel()),
    properties: Object.fromEntries(defaults),
  };
}

function apply(settings: SettledSettings, given: PolicySettings): SettledSettings {
  const all = given.all?.enforcement;
  return Object.fromEntries(
    Object.entries(settings).map(([policy, { enforcement, properties }]) => {
      const own = given[policy];
      return [
        policy,
        {
          enforcement: own?.enforcement ?? all ?? enforcement,
          properties: { ...properties, ...own?.properties },
        },
      ];
    }),
  );
}

/**
 * Settles how each policy judges, as the engine does: defaults, then the pack's own settings, then a file's.
 *
 * @param policies - What the pack says about its policies.
 * @param layers - From the weakest to the strongest.
 */
export function reconcile(
  policies: readonly PolicyInfo[],
  layers: readonly PolicySettings[],
): SettledSettings {
  const defaults: SettledSettings = Object.fromEntries(
    policies.map((policy) => [policy.getName(), defaultsOf(policy)]),
  );
  return layers.reduce<SettledSettings>(apply, defaults);
}

/** What is wrong with the settings by the policies' own schemas; one line each. */
export async function settingMistakes(
  policies: readonly PolicyInfo[],
  settings: SettledSettings,
): Promise<string[]> {
  const checked = policies.filter((policy) => {
    const { properties, required } = schemaOf(policy);
    const given = settings[policy.getName()]?.properties ?? {};
    return required.length > 0 || (Object.keys(properties).length > 0 && Object.keys(given).length > 0);
  });
  if (checked.length === 0) return [];
  // Most packs need no such check, and loading zod takes a while.
  const { fromJSONSchema } = await import("zod");
  return checked.flatMap((policy) => {
    const { properties, required } = schemaOf(policy);
    const schema = fromJSONSchema({ type: "object", properties, required } as Parameters<
      typeof fromJSONSchema
    >[0]);
    const { error } = schema.safeParse(settings[policy.getName()]?.properties ?? {});
    return (error?.issues ?? []).map(
      (issue) => `${[policy.getName(), ...issue.path].join(".")}: ${issue.message}`,
    );
  });
}
