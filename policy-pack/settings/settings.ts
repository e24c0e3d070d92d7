import type { EnforcementLevel } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

import type { Control, Enforcement, ParameterValues } from "../registry/control";
import { type Exemption, exemptionSchema } from "./exemptions";
import { type Framework, isAskedBy, levelIn, type Profile, profileParameters } from "./profiles";
import { mistakes } from "./schema-check";
import { contractIn, type TagContract, tagContractSchema } from "./tag-contract";

/** Name under which the settings of the pack as a whole are configured. */
export const PACK = "pack-settings";

/** What happens to a verdict that a preview cannot give: only the ledger and the summary, an advisory, or a stop. */
export type Treatment = "report" | "warn" | "fail";

const treatment = { type: "string" as const, enum: ["report", "warn", "fail"] };

/** Settings of the pack as a whole: JSON schemas and defaults. */
export const packParameters = {
  undetermined: {
    ...treatment,
    description:
      "What happens where a preview cannot decide: report (ledger and summary), warn (advisory), fail (mandatory). " +
      "Without it, the profile decides: mandatory controls warn and advisory ones report, unless it says otherwise.",
  },
  exemptions: {
    type: "array" as const,
    items: exemptionSchema,
    default: [],
    description: "Exemptions, as records.",
  },
  tagContract: { ...tagContractSchema, default: {} },
  ...profileParameters,
};

/** The `undetermined` parameter that every control has. */
export const undeterminedParameter = {
  ...treatment,
  description: "What happens where a preview cannot decide this control; the pack's setting without it.",
};

/** What the engine sends for one policy: its level and its properties. */
export interface PolicySettings {
  readonly enforcementLevel?: EnforcementLevel;
  readonly properties: ParameterValues;
}

/** The whole configuration as it arrived: settings by name of the policy. */
export type Configuration = Readonly<Record<string, PolicySettings>>;

/** Schema of the properties of one control. */
export function controlSchema(control: Control): PolicyConfigJSONSchema {
  return {
    type: "object",
    properties: { ...control.parameters, undetermined: undeterminedParameter },
    additionalProperties: false,
  };
}

const packSchema: PolicyConfigJSONSchema = {
  type: "object",
  properties: packParameters,
  additionalProperties: false,
};

/** What is configured, with defaults filled in and mistakes collected. A mistaken value falls back to its default. */
export class Settings {
  /** One sentence for each mistake. */
  public readonly mistakes: readonly string[];
  /** The policy that judges most controls is disabled, and a control is not. */
  public readonly isBlinding: boolean;
  public readonly exemptions: readonly Exemption[];
  public readonly tagContract: TagContract;
  /** Controls that are on although the engine believes that they are off. */
  public readonly raised: readonly string[];
  private readonly packUndetermined: Treatment | undefined;
  private readonly profile: Profile;
  private readonly frameworks: readonly Framework[];
  private readonly values = new Map<string, ParameterValues>();
  private readonly contracts = new Map<string, TagContract>();

  public constructor(
    private readonly configuration: Configuration,
    controls: readonly Control[],
  ) {
    const pack = this.configuration[PACK]?.properties ?? {};
    const sound = valid(pack, packSchema);
    // `valid` keeps only what fits the schemas, which say what these types say.
    this.exemptions = (sound.exemptions ?? []) as readonly Exemption[];
    this.tagContract = (sound.tagContract ?? {}) as TagContract;
    this.packUndetermined = sound.undetermined as Treatment | undefined;
    this.profile = (sound.profile ?? "production") as Profile;
    this.frameworks = (sound.frameworks ?? []) as readonly Framework[];
    const isOff = configuration[PACK]?.enforcementLevel === "disabled";
    this.raised = controls
      .filter((control) => this.configured(control) === "disabled" && this.level(control) !== "disabled")
      .map(({ name }) => name);
    this.isBlinding = isOff && controls.some((control) => this.level(control) !== "disabled");
    this.mistakes = [
      ...(this.isBlinding
        ? [`${PACK} judges other controls and cannot be disabled while one of them is enabled`]
        : []),
      ...mistakes(pack, packSchema, PACK),
      ...controls.flatMap((control) =>
        mistakes(this.properties(control.name), controlSchema(control), control.name),
      ),
      ...unknownNames(configuration, controls),
    ];
  }

  /**
   * The level at which a control is enforced. The engine fills in the control's own level where none is configured, so
   * that the profile decides wherever the two are the same.
   */
  public level(control: Control): Enforcement {
    if (!isAskedBy(control, this.frameworks)) return "disabled";
    const level = this.configured(control);
    return level === control.enforcement ? levelIn(control, this.profile) : level;
  }

  /** What happens where a preview cannot decide the control. A mandatory control warns unless told otherwise. */
  public undetermined(control: Control): Treatment {
    const own = this.parameters(control).undetermined as Treatment | undefined; // checked against its schema
    const isMandatory = this.level(control) === "mandatory" && this.profile !== "development";
    const byProfile = isMandatory ? (this.profile === "strict" ? "fail" : "warn") : "report";
    return own ?? this.packUndetermined ?? byProfile;
  }

  /** The tag contract as it is in one stack. */
  public contractIn(stack: string): TagContract {
    const ready = this.contracts.get(stack) ?? contractIn(this.tagContract, stack);
    this.contracts.set(stack, ready);
    return ready;
  }

  /** A control's parameters, defaults filled in. */
  public parameters(control: Control): ParameterValues {
    const ready = this.values.get(control.name);
    if (ready) return ready;
    const defaults = Object.entries(control.parameters).map(([name, parameter]) => [name, parameter.default]);
    const values = {
      // `Object.fromEntries` forgets the types; a default is a JSON value.
      ...(Object.fromEntries(defaults) as ParameterValues),
      ...valid(this.properties(control.name), controlSchema(control)),
    };
    this.values.set(control.name, values);
    return values;
  }

  private configured(control: Control): Enforcement {
    const level = this.configuration[control.name]?.enforcementLevel ?? control.enforcement;
    return level === "remediate" ? "mandatory" : level;
  }

  private properties(name: string): ParameterValues {
    return this.configuration[name]?.properties ?? {};
  }
}

function unknownNames(configuration: Configuration, controls: readonly Control[]): readonly string[] {
  const names = new Set([PACK, "all", ...controls.map((control) => control.name)]);
  return Object.keys(configuration)
    .filter((name) => !names.has(name))
    .map((name) => `${name} is no control of this pack`);
}

function valid(
  properties: ParameterValues,
  { properties: schemas = {} }: PolicyConfigJSONSchema,
): ParameterValues {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => {
      const schema = schemas[name];
      return typeof schema === "object" && mistakes(value, schema, name).length === 0;
    }),
  );
}
