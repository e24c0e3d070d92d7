import type { Control, Enforcement, References } from "../registry/control";
import { isAboutSecurity } from "../registry/tags";

/** How much is asked: of what customers use, of what developers try out, or all there is. */
export type Profile = "production" | "development" | "strict";

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
  profile: {
    type: "string" as const,
    enum: ["production", "development", "strict"],
    description:
      "How much is asked. production: each control's own level. development: controls of medium and low severity that are " +
      "not about security are off, and what cannot be decided is only reported. strict: every control is on, those of " +
      "medium severity stop the deployment, and so does what cannot be decided of a mandatory one.",
  },
  frameworks: {
    type: "array" as const,
    items: { type: "string" as const, enum: Object.keys(FRAMEWORKS) },
    default: [],
    description: "Only controls that one of these frameworks asks for; all without it.",
  },
};

function isGrave({ severity }: Control): boolean {
  return severity === "critical" || severity === "high";
}

/** The level of a control where nothing is configured for it. */
export function levelIn(control: Control, profile: Profile): Enforcement {
  const { enforcement, severity, references } = control;
  switch (profile) {
    case "production":
      return enforcement;
    case "development":
      return isGrave(control) || isAboutSecurity(references) ? enforcement : "disabled";
    case "strict":
      return isGrave(control) || severity === "medium" ? "mandatory" : "advisory";
  }
}

/** Whether a control is among what one of the frameworks asks for. */
export function isAskedBy({ references }: Control, frameworks: readonly Framework[]): boolean {
  return (
    frameworks.length === 0 ||
    frameworks.some((framework) => (references[FRAMEWORKS[framework]] ?? []).length > 0)
  );
}
