import { computeProblems } from "../../infra/compute/settings";
import { budgetProblems } from "../../infra/cost/settings";
import { dataProblems } from "../../infra/data/settings";
import { integrationProblems } from "../../infra/integration/settings";
import { monitoringSizeProblems } from "../../infra/monitoring/settings";
import {
  computeCatalogue,
  dataCatalogue,
  dataSizes,
  integrationCatalogue,
  workloadsOf,
} from "../catalogue/derived";
import { watchedNames } from "../catalogue/watched";
import {
  budgetStandIn,
  computeStandIn,
  dataStandIn,
  integrationStandIn,
  monitoringStandIn,
} from "../catalogue/stand-in";
import type { Catalogue } from "../catalogue/types";
import { budgetSettings } from "./budget-settings";
import { computeSettings } from "./compute-settings";
import type { CrossCheck } from "./cross-check";
import { dataSettings } from "./data-settings";
import { integrationSettings } from "./integration-settings";
import { layerCheck } from "./layer-check";
import { monitoringSettings } from "./monitoring-settings";

/** What the layers find wrong with the size tables of a catalogue. */
export function layerChecks(catalogue: Catalogue): readonly CrossCheck[] {
  return [
    layerCheck("platform:data", dataSettings(catalogue), (sound) => {
      const standIn = dataStandIn(catalogue);
      const sizes = dataSizes({ ...standIn.sizes, ...sound });
      return dataProblems({ ...standIn, catalogue: dataCatalogue(catalogue), sizes });
    }),
    layerCheck("platform:integration", integrationSettings(catalogue), (sound) => {
      const standIn = integrationStandIn(catalogue);
      const sizes = { ...standIn.sizes, ...sound };
      return integrationProblems({ ...standIn, catalogue: integrationCatalogue(catalogue), sizes });
    }),
    layerCheck("platform:compute", computeSettings(catalogue), (sound) => {
      const standIn = computeStandIn(catalogue);
      const sizes = { ...standIn.sizes, ...sound };
      return computeProblems({ ...standIn, catalogue: computeCatalogue(catalogue), sizes });
    }),
    layerCheck("platform:cost", budgetSettings, (sound) =>
      budgetProblems({
        services: Object.keys(workloadsOf(catalogue)),
        sizes: { ...budgetStandIn, ...sound },
      }),
    ),
    layerCheck("platform:monitoring", monitoringSettings, (sound) =>
      monitoringSizeProblems({ ...monitoringStandIn, ...sound }, watchedNames(catalogue)),
    ),
  ];
}
