import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { StepEventStateMetadata } from "@pulumi/pulumi/automation";
import type { EngineRun, ResourceStep } from "../../sandbox/session/engine-run";
import type { PreviewResult, Verdict } from "../../preview";
import { isUnknown, type Wire, type WireObject } from "../../simulator/wire";

/** What both ways of running a program must say alike about a resource. */
export interface SeenResource {
  readonly urn: string;
  readonly type: string;
  readonly parent: string;
  readonly provider: string;
  readonly custom: boolean;
  readonly protect: boolean;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly inputs: WireObject;
}

/** What both ways must say alike about a verdict. */
export type SeenVerdict = Pick<
  Verdict,
  "control" | "policy" | "urn" | "verdict" | "severity" | "enforcement" | "message" | "path"
>;

/** The part of the engine's plan that events do not tell. */
interface Goal {
  readonly dependencies?: readonly string[] | null;
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>> | null;
}

/** The resources of a preview by the real engine: its events, and its plan for the dependencies. */
export function resourcesOfEngine(run: EngineRun, planFile: string): SeenResource[] {
  const plan = JSON.parse(readFileSync(planFile, "utf8")) as {
    resourcePlans: Record<string, { goal?: Goal }>;
  };
  const seen = run.steps.map((step) => resourceOfEngine(step, plan.resourcePlans[step.urn]?.goal ?? {}));
  return sorted(seen);
}

function resourceOfEngine({ urn, type, metadata }: ResourceStep, goal: Goal): SeenResource {
  const state: Partial<StepEventStateMetadata> = metadata.new ?? {};
  return {
    urn,
    type,
    parent: state.parent ?? "",
    provider: withoutId(state.provider ?? ""),
    custom: state.custom === true,
    protect: state.protect === true,
    dependencies: [...(goal.dependencies ?? [])].sort(),
    propertyDependencies: withoutEmpty(goal.propertyDependencies ?? {}),
    inputs: marked(withoutNotes(state.inputs ?? {})) as WireObject,
  };
}

/** The resources of an offline preview. */
export function resourcesOfPreview({ resources }: PreviewResult): SeenResource[] {
  const seen = resources.map((resource) => ({
    urn: resource.urn,
    type: resource.type,
    parent: resource.parent ?? "",
    provider: resource.provider ?? "",
    custom: resource.custom,
    protect: resource.protect,
    dependencies: resource.dependencies,
    propertyDependencies: withoutEmpty(resource.propertyDependencies),
    inputs: resource.inputs,
  }));
  return sorted(seen);
}

/** Every difference between two views of one program: one line for a resource that only one of them has, or for a field. */
export function differences(offline: readonly SeenResource[], engine: readonly SeenResource[]): string[] {
  const byUrn = new Map(offline.map((resource) => [resource.urn, resource]));
  const onlyOffline = new Set(byUrn.keys());
  const found = engine.flatMap((resource) => {
    onlyOffline.delete(resource.urn);
    const other = byUrn.get(resource.urn);
    return other === undefined
      ? [`${resource.urn}: only with the engine`]
      : fieldDifferences(other, resource);
  });
  return [...found, ...[...onlyOffline].map((urn) => `${urn}: only offline`)];
}

function fieldDifferences(offline: SeenResource, engine: SeenResource): string[] {
  return Object.entries(engine).flatMap(([field, value]: [string, unknown]) => {
    const other = offline[field as keyof SeenResource];
    return isDeepStrictEqual(other, value)
      ? []
      : [`${engine.urn}: ${field}: offline ${JSON.stringify(other)}, engine ${JSON.stringify(value)}`];
  });
}

/** The verdicts that a pack has written down, in an order of their own. */
export function verdictsIn(ledgerFile: string): SeenVerdict[] {
  if (!existsSync(ledgerFile)) return [];
  const lines = readFileSync(ledgerFile, "utf8").split("\n").filter(Boolean);
  return comparable(lines.map((line) => JSON.parse(line) as SeenVerdict));
}

/** Verdicts without what only one of the two ways tells, in an order of their own. */
export function comparable(verdicts: readonly SeenVerdict[]): SeenVerdict[] {
  return verdicts
    .map(({ control, policy, urn, verdict, severity, enforcement, message, path }) => {
      return { control, policy, urn, verdict, severity, enforcement, message, path };
    })
    .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

// The engine's own notes on a provider, which no policy gets to see.
function withoutNotes(inputs: WireObject): WireObject {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "__internal"));
}

// The engine's events show unknown values as they travel; the offline preview's document marks them.
function marked(value: Wire): Wire {
  if (isUnknown(value)) return "[unknown]";
  if (Array.isArray(value)) return value.map((item: Wire) => marked(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
}

function withoutId(provider: string): string {
  return provider.split("::").slice(0, 4).join("::");
}

function withoutEmpty(all: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, urns]) => urns.length > 0)
      .map(([property, urns]) => [property, [...urns].sort()]),
  );
}

function sorted(resources: SeenResource[]): SeenResource[] {
  return resources.sort((a, b) => compare(a.urn, b.urn));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What the engine does, for everything that it does not leave as it is: `update workshop`. */
export function changed({ steps }: EngineRun): string[] {
  return steps
    .filter(({ op }) => op !== "same" && op !== "refresh" && op !== "read")
    .map(({ op, urn }) => `${op} ${urn.split("::").at(-1) ?? ""}`);
}
