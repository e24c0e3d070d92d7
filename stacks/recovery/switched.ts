import type { Switched } from "../../infra/compute";
import type { Catalogue } from "../catalogue/types";
import { allNeeds } from "./order";
import { dependenciesOf, type ThingKind, thingsOf } from "./things";

/** What has to have grown before a Region takes over: what is critical, and all that it calls. The rest grows by itself. */
export function switchedFirst(catalogue: Catalogue): Switched {
  const dependencies = dependenciesOf(catalogue);
  const things = thingsOf(catalogue);
  const first = new Set(
    things
      .filter(({ entry }) => entry.criticality === "critical")
      .flatMap(({ id }) => [id, ...allNeeds(dependencies, id)]),
  );
  const of = (wanted: ThingKind): readonly string[] =>
    things.filter(({ id, kind }) => kind === wanted && first.has(id)).map(({ name }) => name);
  return { services: of("service"), fleets: of("fleet") };
}
