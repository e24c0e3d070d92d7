import { type GrantedExemption, spotOf } from "../../policy-pack/report";
import { maskSecrets, type Wire, type WireObject } from "../../simulator/wire";
import type { PreviewResult, Verdict } from "../result";
import { type PageDashboard, pageDashboards } from "./dashboards";
import { readExemption } from "./exemption";
import { standing, type Standing } from "./standing";
import { countUnknowns } from "./unknowns";

/** A resource in the report. Other resources are named by their place in the list; -1 is none. */
export interface PageResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent: number;
  readonly custom: boolean;
  readonly protect: boolean;
  readonly provider?: string;
  readonly inputs: WireObject;
  /** Values in `inputs` that only an update can know. */
  readonly unknowns: number;
  readonly dependencies: readonly number[];
  readonly propertyDependencies: Readonly<Record<string, readonly number[]>>;
}

/** A control in the report. */
export interface PageControl {
  readonly id: string;
  /** Name of the policy that checks it. */
  readonly title: string;
  readonly pack: string;
  readonly severity: string;
  readonly enforcement: string;
  /** Resources that the control has nothing to say about; only their number is kept. */
  readonly notApplicable: number;
}

/** A verdict in the report that says something; the rest are in {@link PageData.passes}. */
export interface PageVerdict {
  readonly control: number;
  readonly resource: number;
  readonly verdict: Standing;
  readonly message: string;
  readonly path: string;
  readonly waitsFor?: string;
  readonly exemption?: GrantedExemption;
}

/** Everything the report shows, compact: a stack of thousands of resources has tens of thousands of verdicts. */
export interface PageData {
  readonly resources: readonly PageResource[];
  readonly controls: readonly PageControl[];
  readonly verdicts: readonly PageVerdict[];
  /** For each control the resources that pass, where there is nothing else to say. */
  readonly passes: readonly (readonly number[])[];
  readonly dashboards: readonly PageDashboard[];
  readonly approximations: readonly {
    readonly type: string;
    readonly resource: number;
    readonly what: string;
  }[];
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly resource: number;
    readonly message: string;
  }[];
}

/** Finds the place of a resource in the list. */
type Place = (urn: string | undefined) => number;

function placesOf({ resources }: PreviewResult): Place {
  const places = new Map(resources.map(({ urn }, index) => [urn, index]));
  return (urn) => (urn === undefined ? -1 : (places.get(urn) ?? -1));
}

/** Inputs arrive masked; a file that is passed around is worth a second look. */
function masked(inputs: WireObject): WireObject {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]): [string, Wire] => [key, maskSecrets(value)]),
  );
}

function pageResources({ resources }: PreviewResult, place: Place): readonly PageResource[] {
  const known = (urns: readonly string[]): readonly number[] => urns.map(place).filter((index) => index >= 0);
  return resources.map(({ urn, type, name, parent, custom, protect, provider, inputs, ...depends }) => ({
    urn,
    type,
    name,
    parent: place(parent),
    custom,
    protect,
    ...(provider !== undefined && { provider }),
    inputs: masked(inputs),
    unknowns: countUnknowns(inputs),
    dependencies: known(depends.dependencies),
    propertyDependencies: Object.fromEntries(
      Object.entries(depends.propertyDependencies).map(([property, urns]) => [property, known(urns)]),
    ),
  }));
}

function pageControls({ verdicts }: PreviewResult): readonly PageControl[] {
  const controls = new Map<string, PageControl>();
  for (const { control: id, policy, pack, severity, enforcement, verdict } of verdicts) {
    const title = policy === id ? "" : policy;
    const known = controls.get(id) ?? { id, title, pack, severity, enforcement, notApplicable: 0 };
    controls.set(id, { ...known, notApplicable: known.notApplicable + Number(verdict === "notApplicable") });
  }
  return [...controls.values()].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

function isSilentPass({ verdict, message, path }: Verdict): boolean {
  return verdict === "pass" && message === "" && path === "";
}

function pageVerdict(verdict: Verdict, control: number, resource: number): PageVerdict {
  const { message, waitsFor, exemption } = verdict;
  return {
    control,
    resource,
    verdict: standing(verdict),
    message,
    path: spotOf(verdict),
    ...(waitsFor !== undefined && waitsFor.length > 0 && { waitsFor: waitsFor.join(", ") }),
    ...(exemption !== undefined && { exemption: readExemption(exemption) }),
  };
}

/** The data embedded in the report of one stack. */
export function pageData(result: PreviewResult): PageData {
  const place = placesOf(result);
  const controls = pageControls(result);
  const numbers = new Map(controls.map(({ id }, index) => [id, index]));
  const passes = controls.map((): number[] => []);
  const verdicts: PageVerdict[] = [];
  for (const verdict of result.verdicts) {
    const control = numbers.get(verdict.control) ?? -1;
    const resource = place(verdict.urn);
    if (isSilentPass(verdict)) passes[control]?.push(resource);
    else if (verdict.verdict !== "notApplicable") verdicts.push(pageVerdict(verdict, control, resource));
  }
  return {
    resources: pageResources(result, place),
    controls,
    verdicts,
    passes,
    dashboards: pageDashboards(result.resources),
    approximations: result.approximations.map(({ type, urn, what }) => ({
      type,
      resource: place(urn),
      what,
    })),
    diagnostics: result.diagnostics.map(({ severity, urn, message }) => ({
      severity,
      resource: place(urn),
      message,
    })),
  };
}
