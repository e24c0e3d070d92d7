import * as z from "zod";

import { backupProblems } from "../../infra/backup/settings";
import { backupStandIn } from "../catalogue/stand-in";
import { backupSettings } from "./backup-settings";
import { type CrossCheck, valueAt } from "./cross-check";
import { layerCheck } from "./layer-check";
import { stackSettings } from "./stack-settings";

const { complianceLocks } = backupSettings.shape;

/** A lock that is wrong by itself is left out, and hides no other. */
const soundLocks = z
  .record(z.string(), z.unknown())
  .default({})
  .transform((locks) =>
    Object.fromEntries(
      Object.entries(locks).flatMap(([word, lock]) =>
        Object.entries(complianceLocks.safeParse({ [word]: lock }).data ?? {}),
      ),
    ),
  );

/**
 * What the backup layer finds wrong with its size table. It judges by the stack's own name and Region and the databases' own
 * windows; where one of those is wrong itself, what depends on it is not judged.
 */
export const backupCheck: CrossCheck = (configuration) =>
  layerCheck("platform:backup", backupSettings.extend({ complianceLocks: soundLocks }), (sound) => {
    const standIn = backupStandIn();
    const environment = stackSettings["platform:environment"].safeParse(
      valueAt(configuration, ["platform:environment"]),
    );
    const region = stackSettings["aws:region"].safeParse(valueAt(configuration, ["aws:region"]));
    const sizes = { ...standIn.sizes, ...sound };
    return backupProblems({
      ...standIn,
      scope: {
        ...standIn.scope,
        ...(environment.success ? { environment: environment.data } : {}),
        ...(region.success ? { region: region.data } : {}),
      },
      databaseWindows: {
        backupWindow: textAt(configuration, "backupWindow"),
        maintenanceWindow: textAt(configuration, "maintenanceWindow"),
      },
      sizes: environment.success ? sizes : { ...sizes, complianceLocks: {} },
    });
  })(configuration);

/** A window of the databases; one that is no text is judged where it stands. */
function textAt(configuration: unknown, field: string): string {
  const value = valueAt(configuration, ["platform:data", field]);
  return typeof value === "string" ? value : "";
}
