import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { isWireList, isWireObject, maskSecrets, type Wire, type WireObject } from "../simulator/wire";
import { providerUrn, type ResourceState } from "./engine/resource-state";
import type { SourcePoint } from "./engine/source";
import { changeProperties, distinct, withoutReferences } from "./engine/values";
import { inTreeOrder } from "./order";
import type { PreviewedResource, Severity, SourcePlace, Summary, Verdict, VerdictKind } from "./result";

/** How an unknown value reads in a result. */
const UNKNOWN_MARK = "[unknown]";

function sorted(value: Wire): Wire {
  if (isWireList(value)) return value.map(sorted);
  if (!isWireObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}

/** Properties for people: secrets and unknown values marked, references as ids, keys sorted. */
export function readable(properties: WireObject): WireObject {
  const marked = changeProperties(properties, (value) => sorted(maskSecrets(withoutReferences(value))));
  return Object.fromEntries(Object.entries(marked).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A place relative to the project, with `/`, whatever the machine's separator is. */
function placed({ url, line, column }: SourcePoint, projectDir: string): SourcePlace {
  const file = relative(projectDir, fileURLToPath(url)).split(sep).join("/");
  return { file, line, column };
}

function describe(state: ResourceState, projectDir: string): PreviewedResource {
  const through = Object.entries(state.propertyDependencies).filter(([, urns]) => urns.length > 0);
  const { aliases } = state.options;
  return {
    urn: state.urn,
    type: state.type,
    name: state.name,
    ...(state.parent !== "" && { parent: state.parent }),
    custom: state.custom,
    inputs: readable(state.inputs),
    dependencies: distinct(state.dependencies).sort(),
    propertyDependencies: Object.fromEntries(
      through
        .map(([key, urns]) => [key, distinct(urns).sort()] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    protect: state.options.protect === true,
    ...(state.provider !== "" && { provider: providerUrn(state.provider) }),
    ...(state.external && { id: state.id }),
    ...(aliases.length > 0 && { aliases }),
    ...(state.source && { source: placed(state.source, projectDir) }),
  };
}

/**
 * Every resource as the result shows it, in the result's order.
 *
 * @param projectDir - The folder of `Pulumi.yaml`, which places in the source are relative to.
 */
export function describeResources(states: readonly ResourceState[], projectDir: string): PreviewedResource[] {
  const root = realpathSync(projectDir);
  return inTreeOrder(states).map((state) => describe(state, root));
}

function countUnknown(value: Wire): number {
  if (isWireList(value)) return value.reduce<number>((sum, item) => sum + countUnknown(item), 0);
  if (isWireObject(value)) return countUnknown(Object.values(value));
  return value === UNKNOWN_MARK ? 1 : 0;
}

function tally<Key extends string>(keys: readonly Key[], found: readonly Key[]): Record<Key, number> {
  const counts = keys.map((key) => [key, found.filter((item) => item === key).length] as const);
  // Every key is there, once.
  return Object.fromEntries(counts) as Record<Key, number>;
}

const KINDS: readonly VerdictKind[] = ["pass", "fail", "undetermined", "notApplicable"];
const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** Counts everything in a result. */
export function summarize(
  resources: readonly PreviewedResource[],
  verdicts: readonly Verdict[],
  others: { readonly mandatoryFailures: number; readonly approximations: number },
): Summary {
  const types = resources.map(({ type }) => type).sort();
  const custom = resources.filter((resource) => resource.custom).length;
  const failures = verdicts.filter(({ verdict, exemption }) => verdict === "fail" && exemption === undefined);
  const kinds = tally(
    KINDS,
    verdicts.map(({ verdict }) => verdict),
  );
  return {
    resources: resources.length,
    custom,
    components: resources.length - custom,
    byType: tally(distinct(types), types),
    verdicts: kinds,
    failures: tally(
      SEVERITIES,
      failures.map(({ severity }) => severity),
    ),
    mandatoryFailures: others.mandatoryFailures,
    undetermined: kinds.undetermined,
    approximations: others.approximations,
    unknowns: resources.reduce((sum, { inputs }) => sum + countUnknown(inputs), 0),
  };
}
