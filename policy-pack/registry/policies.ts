import type {
  Policies,
  ReportViolation,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";

import { View } from "../reading/view";
import { packParameters, PACK, undeterminedParameter } from "../settings/settings";
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

/** No resource has this type: the validation below it is never called. */
const JUDGED_TOGETHER = `judged by ${PACK}`;

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

function facts(control: Control): Omit<ResourceValidationPolicy, "validateResource"> {
  const { name, id, title, why, fix, severity, enforcement, references } = control;
  const compliance = framework(references);
  return {
    name,
    displayName: `${id} ${title}`,
    description: `${title}. ${why}`,
    severity,
    enforcementLevel: enforcement,
    remediationSteps: fix,
    tags: [...tagsOf(control)],
    configSchema: { properties: { ...control.parameters, undetermined: undeterminedParameter } },
    ...(compliance && { framework: compliance }),
  };
}

function subjectOf({ urn, name, type, props, provider, opts }: ResourceValidationArgs): Subject {
  const subject = { urn, name, type, props: View.ofProxy(props), parent: opts.parent };
  return provider ? { ...subject, provider: View.ofProxy(provider.props) } : subject;
}

/** A control for one type, which the SDK finds by its quick test. */
function policyForType(control: Control, type: string, run: Run): ResourceValidationPolicy {
  const validate: ResourceValidation & QuickTest = (args, report) => {
    const told = run.judgeResource(control, subjectOf(args));
    if (told === undefined) return args.notApplicable("Nothing to say of this resource");
    tell(told, report);
    return undefined;
  };
  validate.__pulumiType = type;
  return { ...facts(control), validateResource: validate };
}

/**
 * Declares a control for several types, or of the whole stack, so that it has a name, a level and parameters like any
 * other. The SDK unpacks a resource anew for each policy that it cannot rule out by type, and all resources for each
 * policy of the stack; so these are judged together, by the policy below.
 */
function declaredOnly(control: Control): ResourceValidationPolicy | StackValidationPolicy {
  const validate: ResourceValidation & StackValidation & QuickTest = () => undefined;
  validate.__pulumiType = JUDGED_TOGETHER;
  return control.resource
    ? { ...facts(control), validateResource: validate }
    : { ...facts(control), validateStack: validate };
}

function packPolicy(
  together: readonly Control[],
  run: Run,
): ResourceValidationPolicy & StackValidationPolicy {
  return {
    name: PACK,
    displayName: "Settings of the pack",
    description:
      "Judges what concerns several types or the whole stack, reports mistakes in the configuration, expired and unused " +
      "exemptions, and sums up what could not be decided.",
    enforcementLevel: "mandatory",
    configSchema: { properties: packParameters },
    validateResource: (args, report) => {
      const subject = subjectOf(args);
      run.record(subject);
      for (const control of together) tell(run.judgeResource(control, subject) ?? [], report);
    },
    validateStack: (args, report) => {
      tell(run.judgeStack(args.resources), report);
    },
  };
}

function onlyType({ types, resource }: Control): string | undefined {
  return resource && types !== "taggable" && types.length === 1 ? types[0] : undefined;
}

/** The policies of the pack: one name for each control, and one that judges what is judged together. */
export function policies(controls: readonly Control[], run: Run): Policies {
  const together = controls.filter((control) => control.resource && onlyType(control) === undefined);
  return [
    packPolicy(together, run),
    ...controls.map((control) => {
      const type = onlyType(control);
      return type === undefined ? declaredOnly(control) : policyForType(control, type, run);
    }),
  ];
}
