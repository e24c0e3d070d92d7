import type { Wire, WireObject } from "../simulator/wire";

/** How bad a violation is. */
export type Severity = "critical" | "high" | "medium" | "low";

/** What a violation does: fail the preview, be shown, nothing, or be repaired. */
export type Enforcement = "mandatory" | "advisory" | "disabled" | "remediate";

/** What a policy says about a resource. `undetermined`: a value it needs is not known before an update. */
export type VerdictKind = "pass" | "fail" | "undetermined" | "notApplicable";

/** One policy's verdict on one resource. */
export interface Verdict {
  /** The control that was checked; the policy's name where the pack gives no control. */
  readonly control: string;
  /** The policy of the pack that checked it. */
  readonly policy: string;
  /** The pack's name. */
  readonly pack: string;
  /** The resource; the stack, for a policy on the stack as a whole. */
  readonly urn: string;
  readonly verdict: VerdictKind;
  readonly severity: Severity;
  /** What is and what is required. Empty for a pass. */
  readonly message: string;
  /** The property that decided, e.g. `ingress[0].cidrBlocks`; empty where the pack does not say. */
  readonly path: string;
  /** The resource in which the path is, where it is another one. */
  readonly holder?: string;
  readonly enforcement: Enforcement;
  /** The properties whose values are awaited, for `undetermined`. */
  readonly waitsFor?: readonly string[];
  /** Why the policy does not apply, for `notApplicable`. */
  readonly reason?: string;
  /** The exemption that admits a violation, as the pack describes it. */
  readonly exemption?: Wire;
  /** Tells several findings of one control on one resource apart. */
  readonly finding?: string;
}

/** One resource as the engine's preview would show it. Secrets read `[secret]`, unknown values `[unknown]`. */
export interface PreviewedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** The parent's URN; absent for the stack and for default providers. */
  readonly parent?: string;
  /** True for resources that a provider makes, false for components. */
  readonly custom: boolean;
  /** What policies judge: the inputs after the provider's check, with generated names, `tagsAll` and Region. */
  readonly inputs: WireObject;
  /** URNs, sorted. */
  readonly dependencies: readonly string[];
  /** URNs by property, sorted; properties without dependencies are left out. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly protect: boolean;
  /** The URN of the provider, for custom resources. */
  readonly provider?: string;
  /** The id of a resource that was only read. */
  readonly id?: string;
  /** URNs by which the resource was known before. */
  readonly aliases?: readonly string[];
  /** Where the program makes it; absent where the SDK does not say, as for what is inside of a remote component. */
  readonly source?: SourcePlace;
}

/** A place in the program's source. */
export interface SourcePlace {
  /** Relative to the folder of `Pulumi.yaml`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something the simulator could only guess. */
export interface Approximation {
  readonly type: string;
  readonly urn?: string;
  readonly what: string;
}

/** A message of the program, a policy pack or the preview itself. */
export interface Diagnostic {
  readonly severity: "info" | "warning" | "error";
  readonly source: "program" | "policy" | "preview";
  readonly message: string;
  readonly urn?: string;
  /**
   * What kind of message it is, where something can be done about it: `stalePack` (compiled code is older than its sources),
   * `secretPlaceholder` (an encrypted configuration value was replaced), `environment` (an ESC environment was not read).
   */
  readonly code?: "stalePack" | "secretPlaceholder" | "environment";
}

/** Where the time went, in milliseconds. Phases overlap: program and policy packs start at the same time. */
export interface Phases {
  /** Reading configuration and starting the monitor. */
  readonly setupMs: number;
  /** From the start of the program's process to its first registration: loading Node, SDK and the program. */
  readonly programStartMs: number;
  /** From the start of the program's process to its last registration. */
  readonly programMs: number;
  /** From the start of the first policy pack's process until all are configured. */
  readonly policyStartMs: number;
  /** From the end of the program to the last verdict: what policies add to the wait. */
  readonly policyMs: number;
}

/** Counts of everything in a {@link PreviewResult}. */
export interface Summary {
  readonly resources: number;
  readonly custom: number;
  readonly components: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly verdicts: Readonly<Record<VerdictKind, number>>;
  /** Violations, mandatory or not, by severity. */
  readonly failures: Readonly<Record<Severity, number>>;
  /** Violations for which the engine would refuse to go on. Not zero: exit code 1. */
  readonly mandatoryFailures: number;
  readonly undetermined: number;
  readonly approximations: number;
  /** Input values, at any depth, that only an update can know. */
  readonly unknowns: number;
}

/** A policy pack that took part. */
export interface PolicyPackRun {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly policies: number;
  /** The policies as the pack describes them. */
  readonly rules: readonly PolicyRule[];
}

/** A policy, as its pack describes it. */
export interface PolicyRule {
  /** Name under which it is configured; verdicts have it as `policy`. */
  readonly policy: string;
  /** What is asked for; the name, where the pack does not say. */
  readonly title: string;
  readonly description: string;
  /** What to change in the program; empty where the pack does not say. */
  readonly fix: string;
  readonly severity: Severity;
  /** What a violation does under the settings of this preview. */
  readonly enforcement: Enforcement;
  readonly tags: readonly string[];
}

/** A whole preview, exactly as `--json` prints it. Lists are sorted, so that one program gives one document. */
export interface PreviewResult {
  readonly stack: string;
  /** The project's name. */
  readonly program: string;
  readonly durationMs: number;
  readonly phases: Phases;
  /** Parents before children; siblings by type and name. Default providers come first, then the stack. */
  readonly resources: readonly PreviewedResource[];
  readonly policyPacks: readonly PolicyPackRun[];
  /** By resource (in the order of `resources`), then control. */
  readonly verdicts: readonly Verdict[];
  readonly approximations: readonly Approximation[];
  /** The stack's outputs, masked like inputs. */
  readonly outputs: WireObject;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: Summary;
}
