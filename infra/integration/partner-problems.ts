import { type Path, unless, wholeNumber } from "../core/checks";
import type { Problem } from "../core/problem";
import { eventReference, wantedEvents } from "./contract-versions";
import { eventPattern, maximumPatternLength } from "./envelope";
import { versionProblems } from "./event-problems";
import { knownName } from "./findings";
import {
  type EventContract,
  type IntegrationArgs,
  partnerAuthentications,
  type PartnerSizes,
  type PartnerSpec,
} from "./integration-args";

/** Says what is wrong with partners and how they are reached. */
export function partnerProblems({ catalogue, sizes }: IntegrationArgs): readonly Problem[] {
  const { partners } = catalogue;
  return [
    ...Object.entries(partners).flatMap(([name, spec]) => [
      ...specProblems(["catalogue", "partners", name], spec, catalogue),
      ...unless(
        Object.hasOwn(sizes.partners, name),
        ["sizes", "partners", name],
        undefined,
        "how the partner of this name is reached",
      ),
    ]),
    ...Object.entries(sizes.partners).flatMap(([name, size]) => [
      ...knownName(["sizes", "partners", name], name, partners, "a partner"),
      ...sizeProblems(["sizes", "partners", name], size),
    ]),
  ];
}

function specProblems(
  path: Path,
  spec: PartnerSpec,
  catalogue: IntegrationArgs["catalogue"],
): readonly Problem[] {
  return [
    ...unless(
      partnerAuthentications.includes(spec.authentication),
      [...path, "authentication"],
      spec.authentication,
      partnerAuthentications.join(", "),
    ),
    ...eventListProblems([...path, "receives"], spec.receives, catalogue.events),
    ...wholeNumber([...path, "retryHours"], spec.retryHours, [1, 24]),
    ...pathProblems([...path, "eventsPath"], spec.eventsPath ?? "/events"),
    ...inboundProblems([...path, "inbound"], spec, catalogue),
  ];
}

function inboundProblems(
  path: Path,
  { inbound }: PartnerSpec,
  { workloads }: IntegrationArgs["catalogue"],
): readonly Problem[] {
  if (inbound === undefined) return [];
  return [
    ...knownName([...path, "workload"], inbound.workload, workloads, "a service or fleet"),
    ...unless(inbound.paths.length > 0, [...path, "paths"], inbound.paths, "at least one path"),
    ...inbound.paths.flatMap((route, position) => pathProblems([...path, "paths", position], route)),
  ];
}

/** Judges a list of events that one rule lets through. */
export function eventListProblems(
  path: Path,
  names: readonly string[],
  events: Readonly<Record<string, EventContract>>,
): readonly Problem[] {
  const { length } = eventPattern(wantedEvents(names, events));
  const types = names.map((name) => wantedEvents([name], events)[0]?.type ?? name);
  return [
    ...names.flatMap((name, position) => referenceProblems([...path, position], name, events)),
    ...names.flatMap((name, position) =>
      unless(
        types.indexOf(types[position] ?? name) === position,
        [...path, position],
        name,
        "each event once",
      ),
    ),
    ...unless(
      length <= maximumPatternLength,
      path,
      length,
      `names whose pattern has at most ${maximumPatternLength} characters`,
    ),
  ];
}

function referenceProblems(
  path: Path,
  name: string,
  events: Readonly<Record<string, EventContract>>,
): readonly Problem[] {
  const { event, version } = eventReference(name);
  const contract = Object.hasOwn(events, event) ? events[event] : undefined;
  return contract === undefined
    ? knownName(path, event, events, "an event")
    : versionProblems(path, version, contract);
}

/** Judges a path after an address. */
export function pathProblems(path: Path, given: string): readonly Problem[] {
  return unless(
    /^\/[A-Za-z0-9._~/*-]+$/.test(given),
    path,
    given,
    "a path that begins with a slash: letters, digits and . _ ~ - / *",
  );
}

function sizeProblems(path: Path, { baseUrl, callsPerSecond }: PartnerSizes): readonly Problem[] {
  return [
    ...unless(
      /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(\/[A-Za-z0-9._~-]+)*$/.test(baseUrl),
      [...path, "baseUrl"],
      baseUrl,
      "an address by HTTPS with a domain name, without a closing slash, a query or credentials",
    ),
    ...wholeNumber([...path, "callsPerSecond"], callsPerSecond, [1, 300]),
  ];
}
