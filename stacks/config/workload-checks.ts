import { contains, parseCidr } from "../../infra/core/cidr";
import { catalogue } from "../catalogue";

import { backupCheck } from "./backup-check";
import { type CrossCheck, crossCheck, duplicates, mistake } from "./cross-check";
import { layerChecks } from "./layer-checks";
import { networkCheck } from "./network-check";
import { networkSettings } from "./network-settings";
import { operationsCheck } from "./operations-check";
import { addressPlan, region, stackChecks } from "./stack-checks";
import { stackSettings } from "./stack-settings";
import { standsInFor } from "./workload-settings";

const zonesPath = ["platform:network", "zones"];
const zones = { path: zonesPath, schema: networkSettings.shape.zones };
const cidr = { path: ["platform:network", "cidr"], schema: networkSettings.shape.cidr };
const environment = { path: ["platform:environment"], schema: stackSettings["platform:environment"] };

const placeTaken = { path: ["platform:standsInFor"], schema: standsInFor };

/** Checks of an environment's values against one another. */
export const workloadChecks: readonly CrossCheck[] = [
  ...stackChecks,
  networkCheck,
  ...layerChecks(catalogue),
  backupCheck,
  operationsCheck,
  crossCheck({ plan: addressPlan, environment, cidr }, ({ plan, environment: own, cidr: range }) => {
    const planned = plan[own];
    if (planned !== undefined && contains(parseCidr(planned), parseCidr(range))) return [];
    const allowed = `a range within the one that platform:addressPlan.${own} sets aside: ${planned ?? "none yet"}`;
    return [mistake(cidr.path, range, allowed)];
  }),
  crossCheck({ environment, placeTaken }, ({ environment: own, placeTaken: other }) =>
    other === own ? [mistake(placeTaken.path, other, `another stack than ${own} itself`)] : [],
  ),
  crossCheck({ region, zones }, ({ region: own, zones: list }) => {
    const names = new RegExp(`^${own}[a-z]$`);
    return list.flatMap(({ name }, position) =>
      names.test(name)
        ? []
        : [mistake([...zonesPath, position, "name"], name, `${own} and a letter, such as ${own}a`)],
    );
  }),
  crossCheck({ zones }, ({ zones: list }) =>
    duplicates(
      zonesPath,
      list.map(({ name }) => name),
    ).map((found) => ({ ...found, path: [...found.path, "name"] })),
  ),
];
