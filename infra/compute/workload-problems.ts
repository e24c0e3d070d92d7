import { nameProblems, unknownName } from "../core/catalogue-names";
import { type Path, unless, wholeNumber } from "../core/checks";
import type { Problem } from "../core/problem";
import { tagValueMistakes } from "../core/tags";
import { callOrder } from "./call-order";
import type { ComputeCatalogue, WorkloadSpec } from "./compute-args";
import { type ClaimedPaths, pathProblems } from "./front-door-paths";
import { releaseProblems } from "./release";
import { proxyPort } from "./service-connect";

/** Longest name of a workload: what DNS takes, since services are called by them. */
const longestName = 63;

/** A workload and where it stands in the catalogue. */
interface Placed {
  readonly name: string;
  readonly spec: WorkloadSpec;
  readonly at: Path;
}

/** Says what is wrong with the catalogue of services, fleets and ways of partners. */
export function catalogueProblems(catalogue: ComputeCatalogue): readonly Problem[] {
  const workloads = placed(catalogue);
  return [
    ...workloads.flatMap(({ name, at }) => workloadNameProblems(name, at, catalogue)),
    ...workloads.flatMap(({ spec, at }) => specProblems(spec, at)),
    ...workloads.flatMap((workload) => callProblems(workload, catalogue)),
    ...circleProblems(catalogue),
    ...partnerProblems(catalogue),
    ...pathProblems(claimedPaths(catalogue)),
    ...releaseProblems(catalogue),
  ];
}

function placed({ services, fleets }: ComputeCatalogue): readonly Placed[] {
  const of = (kind: string, specs: Readonly<Record<string, WorkloadSpec>>): readonly Placed[] =>
    Object.entries(specs).map(([name, spec]) => ({ name, spec, at: ["catalogue", kind, name] }));
  return [...of("services", services), ...of("fleets", fleets)];
}

function workloadNameProblems(
  name: string,
  at: Path,
  { services, fleets }: ComputeCatalogue,
): readonly Problem[] {
  const twice = at[1] === "fleets" && Object.hasOwn(services, name) && Object.hasOwn(fleets, name);
  return [...nameProblems(at, name, longestName), ...unless(!twice, at, name, "a name that no service has")];
}

function specProblems(spec: WorkloadSpec, at: Path): readonly Problem[] {
  const { port, healthPath, latencyObjectiveMs, owner } = spec;
  return [
    ...wholeNumber([...at, "port"], port, [1024, 65535]),
    ...unless(
      port !== proxyPort,
      [...at, "port"],
      port,
      `any but ${proxyPort}, the port of the proxy beside it`,
    ),
    ...unless(
      /^\/[A-Za-z0-9\-_./]*$/.test(healthPath) && healthPath.length <= 1024,
      [...at, "healthPath"],
      healthPath,
      "a path: a slash, then letters, digits and - _ . /",
    ),
    ...wholeNumber([...at, "latencyObjectiveMs"], latencyObjectiveMs, [1, 3_600_000]),
    ...unless(
      tagValueMistakes(owner).length === 0,
      [...at, "owner"],
      owner,
      "what a tag accepts: 1 to 256 letters, digits, spaces and _ . : / = + - @",
    ),
  ];
}

function callProblems({ name, spec, at }: Placed, catalogue: ComputeCatalogue): readonly Problem[] {
  const { services, fleets } = catalogue;
  const known: Readonly<Record<string, WorkloadSpec>> = { ...services, ...fleets };
  return (spec.calls ?? []).flatMap((callee, position, all) => {
    const path = [...at, "calls", position];
    const once = unless(
      all.indexOf(callee) === position && callee !== name,
      path,
      callee,
      "another workload, once",
    );
    const direct = Object.hasOwn(services, name) && Object.hasOwn(services, callee);
    const reachable = direct || (known[callee]?.paths ?? []).length > 0;
    return [
      ...unknownName(path, callee, Object.keys(known)),
      ...once,
      ...unless(
        reachable || !Object.hasOwn(known, callee),
        path,
        callee,
        "a workload with paths: where an instance is on either side, calls go by the front door",
      ),
    ];
  });
}

function circleProblems({ services }: ComputeCatalogue): readonly Problem[] {
  const calls = Object.fromEntries(
    Object.entries(services).map(([name, { calls: callees = [] }]) => [
      name,
      // A service that calls itself is reported where it says so.
      callees.filter((callee) => callee !== name),
    ]),
  );
  return callOrder(calls).circles.flatMap((circle) => {
    const [first = "", ...others] = circle;
    return [
      {
        path: ["catalogue", "services", first, "calls"],
        given: [first, ...others, first].join(" calls "),
        allowed:
          "calls without a circle, so that each can be started before its callers; publish an event instead",
      },
    ];
  });
}

function partnerProblems({ partnerRoutes, services, fleets }: ComputeCatalogue): readonly Problem[] {
  const known = [...Object.keys(services), ...Object.keys(fleets)];
  return Object.entries(partnerRoutes).flatMap(([partner, { workload, paths }]) => {
    const at = ["catalogue", "partnerRoutes", partner];
    return [
      ...unknownName([...at, "workload"], workload, known),
      ...unless(paths.length > 0, [...at, "paths"], paths, "one path at least"),
    ];
  });
}

function claimedPaths(catalogue: ComputeCatalogue): readonly ClaimedPaths[] {
  return [
    ...placed(catalogue).map(({ name, spec, at }) => ({
      workload: name,
      at: [...at, "paths"],
      paths: spec.paths ?? [],
    })),
    ...Object.entries(catalogue.partnerRoutes).map(([partner, { workload, paths }]) => ({
      workload,
      at: ["catalogue", "partnerRoutes", partner, "paths"],
      paths,
    })),
  ];
}
