import type {
  Control,
  Enforcement,
  Exposure,
  ParameterValues,
  References,
  Severity,
} from "../registry/control";
import { isAboutSecurity } from "../registry/tags";

/** How much is asked: of what customers use, of what developers try out, or all there is. */
const RIGOURS = ["production", "development", "strict"] as const;
/** What a workload is to the internet. */
const EXPOSURES: readonly Exposure[] = ["public", "private"];

type Rigour = (typeof RIGOURS)[number];

/** Name of a profile. */
export type Profile = Rigour | Exposure;

/** The profiles that hold together, one of a kind. */
export interface Chosen {
  readonly rigour: Rigour;
  /** Nothing where it was not said. */
  readonly exposure?: Exposure;
}

/** Frameworks by which controls can be chosen, with what a control says of them. */
const FRAMEWORKS = {
  cis: "cis3",
  fsbp: "securityHub",
  nist: "nist80053",
  "well-architected": "wellArchitected",
} as const satisfies Readonly<Record<string, keyof References>>;

/** Name of a framework. */
export type Framework = keyof typeof FRAMEWORKS;

/** JSON schemas of the settings. */
export const profileParameters = {
  profiles: {
    type: "array" as const,
    items: { type: "string" as const, enum: [...RIGOURS, ...EXPOSURES] },
    default: [],
    description:
      "What is asked, by one profile of each kind, in any order. How much: production (the default) leaves each control its " +
      "own level. development turns off controls of medium and low severity that are not about security, and only reports " +
      "what cannot be decided. strict turns every control on, makes those of medium severity mandatory, and stops at what " +
      "cannot be decided of a mandatory one. What the workload is to the internet: public asks more of what faces it and " +
      "wants it declared by a tag, private refuses what faces it; without either, each control asks what it asks anyway.",
  },
  frameworks: {
    type: "array" as const,
    items: { type: "string" as const, enum: Object.keys(FRAMEWORKS) },
    default: [],
    description: "Only controls that one of these frameworks asks for; all without it.",
  },
};

/**
 * Profiles that are named beside another of their kind, one sentence for each.
 *
 * @param path - Where the names are configured.
 */
export function contradictions(names: readonly Profile[], path: string): readonly string[] {
  return [RIGOURS, EXPOSURES].flatMap((kind: readonly Profile[]) => {
    const [first, ...others] = names
      .map((name, position) => ({ name, place: `${path}[${position}]` }))
      .filter(({ name }) => kind.includes(name));
    return others.map(
      ({ name, place }) =>
        `${place} is "${name}" beside "${first?.name ?? ""}"; allowed: one of ${kind.join(", ")}`,
    );
  });
}

/** The profiles by their names, one of each kind. */
export function chosen(names: readonly Profile[]): Chosen {
  const rigour = RIGOURS.find((each) => names.includes(each)) ?? "production";
  const exposure = EXPOSURES.find((each) => names.includes(each));
  return { rigour, ...(exposure && { exposure }) };
}

function isGrave(severity: Severity): boolean {
  return severity === "critical" || severity === "high";
}

function levelAt(rigour: Rigour, { enforcement, references }: Control, severity: Severity): Enforcement {
  switch (rigour) {
    case "production":
      return enforcement;
    case "development":
      return isGrave(severity) || isAboutSecurity(references) ? enforcement : "disabled";
    case "strict":
      return isGrave(severity) || severity === "medium" ? "mandatory" : "advisory";
  }
}

/** Levels, the mildest first. */
const BY_STERNNESS: readonly Enforcement[] = ["disabled", "advisory", "mandatory"];

function sterner(one: Enforcement, other: Enforcement): Enforcement {
  return BY_STERNNESS.indexOf(one) < BY_STERNNESS.indexOf(other) ? other : one;
}

/** What a control is under profiles, where nothing is configured for it. */
export interface Profiled {
  readonly severity: Severity;
  readonly level: Enforcement;
  /** Values of parameters in place of their defaults. */
  readonly parameters: ParameterValues;
}

/**
 * What profiles make of a control. What a workload is to the internet only ever adds to how much is asked anyway, so that it
 * does not matter in which order the two are named.
 */
export function profiled(control: Control, { rigour, exposure }: Chosen): Profiled {
  const asked = (exposure && control.profiles[exposure]) ?? {};
  const severity = asked.severity ?? control.severity;
  const level = sterner(levelAt(rigour, control, severity), asked.enforcement ?? "disabled");
  return { severity, level, parameters: asked.parameters ?? {} };
}

/** Whether a control is among what one of the frameworks asks for. */
export function isAskedBy({ references }: Control, frameworks: readonly Framework[]): boolean {
  return (
    frameworks.length === 0 ||
    frameworks.some((framework) => (references[FRAMEWORKS[framework]] ?? []).length > 0)
  );
}
