import type { EnforcementLevel } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

import type { Control, Enforcement, ParameterValues, Severity } from "../registry/control";
import { type Exemption, exemptionSchema } from "./exemptions";
import {
  chosen,
  type Chosen,
  contradictions,
  type Framework,
  isAskedBy,
  type Profile,
  profiled,
  profileParameters,
} from "./profiles";
import { mistakes, nearest } from "./schema-check";
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

/** Parameters that every control has besides its own. */
const commonParameters = {
  level: {
    type: "string" as const,
    enum: ["mandatory", "advisory", "disabled"],
    description:
      "What a failure does, whatever profiles and frameworks say. For the engine a configured enforcementLevel that is the " +
      "control's own is none.",
  },
  severity: {
    type: "string" as const,
    enum: ["critical", "high", "medium", "low"],
    description: "How bad a failure is; as the profile or the control says without it.",
  },
  undetermined: {
    ...treatment,
    description: "What happens where a preview cannot decide this control; the pack's setting without it.",
  },
};

/** What the engine sends for one policy: its level and its properties. */
export interface PolicySettings {
  readonly enforcementLevel?: EnforcementLevel;
  readonly properties: ParameterValues;
}

/** The whole configuration as it arrived: settings by name of the policy. */
export type Configuration = Readonly<Record<string, PolicySettings>>;

/** Schema of the properties of one control. */
export function controlSchema(
  control: Control,
): PolicyConfigJSONSchema & { properties: Record<string, PolicyConfigJSONSchema> } {
  return {
    type: "object",
    properties: { ...control.parameters, ...commonParameters },
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
  private readonly profiles: Chosen;
  private readonly frameworks: readonly Framework[];
  private readonly values = new Map<string, ParameterValues>();
  private readonly ownValues = new Map<string, ParameterValues>();
  private readonly contracts = new Map<string, TagContract>();
  private readonly levels = new Map<Control, Enforcement>();

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
    const profiles = (sound.profiles ?? []) as readonly Profile[];
    this.profiles = chosen(profiles);
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
      ...contradictions(profiles, `${PACK}.profiles`),
      ...controls.flatMap((control) =>
        mistakes(this.properties(control.name), controlSchema(control), control.name),
      ),
      ...unknownNames(configuration, controls),
    ];
  }

  /**
   * The level at which a control is enforced. The engine fills in the control's own level where none is configured, so
   * that the profiles decide wherever the two are the same; the control's parameter `level` is for whom that is not right.
   */
  public level(control: Control): Enforcement {
    const ready = this.levels.get(control) ?? this.settledLevel(control);
    this.levels.set(control, ready);
    return ready;
  }

  private settledLevel(control: Control): Enforcement {
    const own = this.own(control).level as Enforcement | undefined; // checked against its schema
    if (own !== undefined) return own;
    if (!isAskedBy(control, this.frameworks)) return "disabled";
    const level = this.configured(control);
    return level === control.enforcement ? profiled(control, this.profiles).level : level;
  }

  /** How bad a failure of the control is. */
  public severity(control: Control): Severity {
    const own = this.own(control).severity as Severity | undefined; // checked against its schema
    return own ?? profiled(control, this.profiles).severity;
  }

  /** What happens where a preview cannot decide the control. A mandatory control warns unless told otherwise. */
  public undetermined(control: Control): Treatment {
    const own = this.own(control).undetermined as Treatment | undefined; // checked against its schema
    const { rigour } = this.profiles;
    const isMandatory = this.level(control) === "mandatory" && rigour !== "development";
    const byProfile = isMandatory ? (rigour === "strict" ? "fail" : "warn") : "report";
    return own ?? this.packUndetermined ?? byProfile;
  }

  /** The tag contract as it is in one stack. */
  public contractIn(stack: string): TagContract {
    const ready = this.contracts.get(stack) ?? contractIn(this.tagContract, stack);
    this.contracts.set(stack, ready);
    return ready;
  }

  /** A control's parameters: as configured, as the profiles say, or by default. */
  public parameters(control: Control): ParameterValues {
    const ready = this.values.get(control.name);
    if (ready) return ready;
    const defaults = Object.entries(control.parameters).map(([name, parameter]) => [name, parameter.default]);
    const values = {
      // `Object.fromEntries` forgets the types; a default is a JSON value.
      ...(Object.fromEntries(defaults) as ParameterValues),
      ...profiled(control, this.profiles).parameters,
      ...this.own(control),
    };
    this.values.set(control.name, values);
    return values;
  }

  /** What is configured for a control, mistakes left out. */
  private own(control: Control): ParameterValues {
    const ready =
      this.ownValues.get(control.name) ?? valid(this.properties(control.name), controlSchema(control));
    this.ownValues.set(control.name, ready);
    return ready;
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
    .map((name) => `${name} is no control of this pack${nearest(name, [...names])}`);
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
