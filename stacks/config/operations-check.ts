import { operationsProblems } from "../../infra/operations/settings";
import { operationsStandIn } from "../catalogue/stand-in";
import { type CrossCheck, valueAt } from "./cross-check";
import { layerCheck } from "./layer-check";
import { operationsSettings } from "./operations-settings";
import { stackSettings } from "./stack-settings";

/**
 * What the operations layer finds wrong with its size table. It judges game days by the stack's own name and criticality; where one
 * of those is wrong itself, they are not judged.
 */
export const operationsCheck: CrossCheck = (configuration) =>
  layerCheck("platform:operations", operationsSettings, ({ gameDays, ...sound }) => {
    const environment = stackSettings["platform:environment"].safeParse(
      valueAt(configuration, ["platform:environment"]),
    );
    const criticality = stackSettings["platform:criticality"].safeParse(
      valueAt(configuration, ["platform:criticality"]),
    );
    const sizes = { ...operationsStandIn.sizes, ...sound };
    if (!environment.success || !criticality.success)
      return operationsProblems({ ...operationsStandIn, sizes });
    return operationsProblems({
      ...operationsStandIn,
      scope: { ...operationsStandIn.scope, environment: environment.data },
      criticality: criticality.data,
      sizes: gameDays === undefined ? sizes : { ...sizes, gameDays },
    });
  })(configuration);
