import type {
  Policies,
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";

import { View } from "../reading/view";
import { rawProps, revealed } from "../remediation/raw-props";
import { controlSchema, packParameters, PACK } from "../settings/settings";
import type { Run } from "../stack/run";
import type { Diagnostic } from "../verdict/settle";
import type { Control, References, Subject } from "./control";
import { tagsOf } from "./tags";

/** Tells diagnostics through the SDK. */
function tell(diagnostics: readonly Diagnostic[], report: ReportViolation): void {
  // The SDK takes an object as well, with a level and a severity of its own; its declared type knows only the text.
  const reportObject = report as unknown as (diagnostic: Diagnostic) => void;
  diagnostics.forEach((diagnostic) => {
    reportObject(diagnostic);
  });
}

/** The name by which the SDK's quick test, before it unpacks a resource, knows the type that a validation is for. */
interface QuickTest {
  __pulumiType?: string;
}

function framework(references: References): ResourceValidationPolicy["framework"] {
  const [first] = references.securityHub ?? [];
  if (first === undefined) return undefined;
  return {
    name: "AWS Security Hub",
    version: "Foundational Security Best Practices v1.0.0",
    reference: first,
    specification: (references.securityHub ?? []).join(", "),
  };
}

/**
 * A schema as the engine is to have it. It would fill in defaults, and nobody could tell them from what a user has configured and
 * no profile may change; so the pack keeps them to itself.
 */
function offered(properties: PolicyConfigSchema["properties"]): PolicyConfigSchema {
  const open = Object.entries(properties).map(([name, { default: filledIn, description, ...rest }]) => {
    const told = [description ?? [], filledIn === undefined ? [] : `Default: ${JSON.stringify(filledIn)}.`];
    return [name, { ...rest, description: told.flat().join(" ") }] as const;
  });
  return { properties: Object.fromEntries(open) };
}

function facts(control: Control): Omit<StackValidationPolicy, "validateStack"> {
  const { name, id, title, why, fix, severity, enforcement, references } = control;
  return {
    name,
    displayName: `${id} ${title}`,
    description: `${title}. ${why}`,
    severity,
    enforcementLevel: enforcement,
    remediationSteps: fix,
    tags: [...tagsOf(control)],
    configSchema: offered(controlSchema(control).properties),
    framework: framework(references),
  };
}

function subjectOf({ urn, name, type, props, provider, opts }: ResourceValidationArgs): Subject {
  const subject = { urn, name, type, props: View.ofProxy(props), parent: opts.parent };
  return provider ? { ...subject, provider: View.ofProxy(provider.props) } : subject;
}

/** No resource has this type: the validation below it is never called. */
const JUDGED_TOGETHER = `judged by ${PACK}`;

/**
 * Declares a control, so that it has a name, a level and parameters like any other; the policy below judges. For each
 * resource, the SDK makes something for every policy of resources that it cannot rule out, and a sentence to the engine for
 * every one that it can; a policy of the stack that is for a type which no resource has costs it one look. What remediates
 * is a policy of resources, since the SDK asks no other.
 */
function declared(control: Control, run: Run): ResourceValidationPolicy | StackValidationPolicy {
  const validate: ResourceValidation & StackValidation & QuickTest = () => undefined;
  validate.__pulumiType = JUDGED_TOGETHER;
  // The SDK looks at every policy for each resource: policies with the same members in the same order are found several
  // times faster.
  const shared = { ...facts(control), validateResource: undefined, remediateResource: undefined };
  if (!control.remediate) return { ...shared, validateStack: validate };
  return {
    ...shared,
    validateResource: validate,
    remediateResource: remediation(control, run),
  };
}

/** What the SDK asks for at the level `remediate` only. */
function remediation(control: Control, run: Run): NonNullable<ResourceValidationPolicy["remediateResource"]> {
  return (args) => {
    const { ignoreChanges } = args.opts;
    const raw = rawProps(args.props);
    const props = new View(revealed(raw), "");
    return run.remediate(control, { ...subjectOf(args), props, raw, ignoreChanges });
  };
}

function packPolicy(run: Run): ResourceValidationPolicy & StackValidationPolicy {
  return {
    name: PACK,
    displayName: "Settings of the pack",
    description:
      "Judges by every control, reports mistakes in the configuration, expired and unused exemptions, and sums up what " +
      "could not be decided.",
    enforcementLevel: "mandatory",
    configSchema: offered(packParameters),
    validateResource: (args, report) => {
      tell(run.judgeResource(subjectOf(args)), report);
    },
    validateStack: (args, report) => {
      tell(run.judgeStack(args.resources), report);
    },
  };
}

/** The policies of the pack: one name for each control, and one that judges by all of them. */
export function policies(controls: readonly Control[], run: Run): Policies {
  return [packPolicy(run), ...controls.map((control) => declared(control, run))];
}
