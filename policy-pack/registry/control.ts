import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

import type { View } from "../reading/view";
import type { TagContract } from "../settings/tag-contract";
import type { StackIndex } from "../stack/stack-index";
import { about, type Judgement, type Outcome } from "../verdict/outcome";

/** How bad it is when a control fails. */
export type Severity = "critical" | "high" | "medium" | "low";

/** What a failing control does: stop the deployment, tell, or nothing because it is off. */
export type Enforcement = "mandatory" | "advisory" | "disabled";

/** What a workload is to the internet: meant to face it, or meant not to. */
export type Exposure = "public" | "private";

/** What a profile asks more of a control than the control does by itself. */
export interface Adjustment<P extends object> {
  /**
   * The least that a failure does.
   *
   * @default - what it does anyway
   */
  readonly enforcement?: Exclude<Enforcement, "disabled">;
  /**
   * How bad a failure is.
   *
   * @default - as bad as anywhere
   */
  readonly severity?: Severity;
  /**
   * Other values of parameters where nothing is configured for them.
   *
   * @default - the parameters' own defaults
   */
  readonly parameters?: Partial<P>;
}

/** What is asked where a workload faces the internet, and where it must not. */
export type Adjustments<P extends object> = Readonly<Partial<Record<Exposure, Adjustment<P>>>>;

/** A configurable value of a control: a JSON schema with the value used where nothing is configured. */
export interface Parameter extends PolicyConfigJSONSchema {
  readonly description: string;
  readonly default: NonNullable<PolicyConfigJSONSchema["default"]>;
}

/** Where others ask for the same thing. */
export interface References {
  /** Controls of AWS Security Hub. */
  readonly securityHub?: readonly string[];
  /** Recommendations of the CIS AWS Foundations Benchmark 3.0. */
  readonly cis3?: readonly string[];
  /** Controls of NIST SP 800-53 revision 5. */
  readonly nist80053?: readonly string[];
  /** Best practices of the AWS Well-Architected Framework. */
  readonly wellArchitected?: readonly string[];
  readonly checkov?: readonly string[];
  readonly cdkNag?: readonly string[];
  readonly awsConfig?: readonly string[];
  readonly prowler?: readonly string[];
  readonly trivy?: readonly string[];
  /** Other Pulumi packs: AG awsguard, CP compliance-policies, PB Pulumi's pre-built packs. */
  readonly pulumi?: readonly string[];
}

/** One resource, as a remediation sees it. */
export interface Remediable extends Subject {
  /** The inputs as the SDK holds them; what is handed back is made of them. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Inputs whose changes the program leaves to others. */
  readonly ignoreChanges: readonly string[];
}

/** One resource, as a control that needs no other resource sees it: its inputs. */
export interface Subject {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  readonly props: View;
  /** Inputs of the provider that manages the resource, where the engine tells. */
  readonly provider?: View;
  /** URN of the component around the resource. */
  readonly parent?: string | undefined;
}

/** An outcome of a control that looks at the whole stack, with the resource it is about. */
export interface Located {
  readonly urn: string;
  readonly outcome: Outcome;
}

/** What a check may read besides the resource. */
export interface Context<P> {
  /** The control's parameters, defaults filled in. */
  readonly parameters: P;
  /** What the organisation asks of tags. */
  readonly tagContract: TagContract;
}

/** What a control is: everything but its check is data, from which documents and configuration are made. */
export interface ControlFacts {
  /** Stable id, such as `VPC-05`. */
  readonly id: string;
  /** Name of the policy and of the file. */
  readonly name: string;
  /** What is asked for, as a statement that is true of a good resource. */
  readonly title: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** What to change in the Pulumi program. */
  readonly fix: string;
  readonly severity: Severity;
  /** What happens where nothing is configured. Opt-in controls are disabled. */
  readonly enforcement: Enforcement;
  readonly references: References;
}

/** A control that a preview can decide, with its checks. */
export interface Control extends ControlFacts {
  /** Tokens of the types it judges, aliases included; "taggable" for every type that takes tags. */
  readonly types: readonly string[] | "taggable";
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** What profiles ask besides. */
  readonly profiles: Adjustments<ParameterValues>;
  /** Judges one resource by its inputs. */
  readonly resource?: (subject: Subject, context: Context<ParameterValues>) => Judgement;
  /** Judges resources by what they are joined to. */
  readonly stack?: (stack: StackIndex, context: Context<ParameterValues>) => Iterable<Located>;
  /** The inputs as they should be, where that can be told; only asked at the level `remediate`. */
  readonly remediate?: (
    subject: Remediable,
    context: Context<ParameterValues>,
  ) => Readonly<Record<string, unknown>> | undefined;
}

/** Values of parameters before a control gives them their types. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** A row that no preview can decide, with the place where it is checked instead. */
export interface CheckedElsewhere extends ControlFacts {
  /** Who checks it, on what. */
  readonly checkedBy: string;
}

/** What a rule file exports as `control`. */
export type Entry = Control | CheckedElsewhere;

/** Whether a preview can decide the control. */
export function isDecidable(entry: Entry): entry is Control {
  return !("checkedBy" in entry);
}

/** A control's definition; `P` gives its parameters their types. */
export interface ControlArgs<P extends object> extends ControlFacts {
  /** Tokens of the types it judges, from `tokens(...)`, or "taggable" for every type that takes tags. */
  readonly types: readonly string[] | "taggable";
  /**
   * Schema and default of each parameter.
   *
   * @default - the control cannot be configured
   */
  readonly parameters?: Readonly<Record<keyof P & string, Parameter>>;
  /**
   * What profiles ask besides, where the control means more to a workload that faces the internet or that must not.
   *
   * @default - the same in every profile
   */
  readonly profiles?: Adjustments<P>;
  /**
   * Judges one resource by its inputs.
   *
   * @default - nothing can be said without the other resources
   */
  readonly resource?: (subject: Subject, context: Context<P>) => Judgement;
  /**
   * Judges resources by what they are joined to.
   *
   * @default - the resource alone decides
   */
  readonly stack?: (stack: StackIndex, context: Context<P>) => Iterable<Located>;
  /**
   * The inputs as they should be. Idempotent, independent of the order of remediations, and nothing where it would have to guess.
   *
   * @default - at the level `remediate` it is mandatory, and nothing is changed
   */
  readonly remediate?: (
    subject: Remediable,
    context: Context<P>,
  ) => Readonly<Record<string, unknown>> | undefined;
}

/** Declares a control. Its parameters have been checked against their schemas before a check sees them. */
export function defineControl<P extends object = ParameterValues>(args: ControlArgs<P>): Control {
  const { resource, stack, remediate, parameters, profiles, ...facts } = args;
  // Values that fit the schemas are of the types that `P` states beside them.
  const typed = ({ parameters: values, tagContract }: Context<ParameterValues>): Context<P> => ({
    parameters: values as P,
    tagContract,
  });
  return {
    ...facts,
    parameters: parameters ?? {},
    profiles: profiles ?? {},
    ...(resource && { resource: (subject, context) => resource(subject, typed(context)) }),
    ...(stack && { stack: (index, context) => stack(index, typed(context)) }),
    ...(remediate && { remediate: (subject, context) => remediate(subject, typed(context)) }),
  };
}

/** Shorthand for an outcome about a resource of the stack. */
export function located(resource: { readonly urn: string }, outcome: Outcome): Located {
  return { urn: resource.urn, outcome: about(resource.urn, outcome) };
}
