import { backupProblems } from "../../infra/backup/settings";
import { backupStandIn } from "../catalogue/stand-in";
import { backupSettings } from "./backup-settings";
import { type CrossCheck, valueAt } from "./cross-check";
import { layerCheck } from "./layer-check";
import { stackSettings } from "./stack-settings";

const key = "platform:backup";

/**
 * What the backup layer finds wrong with its size table. It judges by the stack's own name and Region and the databases' own
 * windows; where one of those is wrong itself, what depends on it is not judged.
 */
export const backupCheck: CrossCheck = (configuration) =>
  layerCheck(key, backupSettings, (sound) => {
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
  })(withSoundLocks(configuration));

/** A lock that is wrong by itself is left out, and hides no other. */
function withSoundLocks(configuration: unknown): unknown {
  const backup = valueAt(configuration, [key]);
  const locks = valueAt(backup, ["complianceLocks"]);
  if (!isGroup(configuration) || !isGroup(backup) || !isGroup(locks)) return configuration;
  const { complianceLocks } = backupSettings.shape;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(locks);
  const sound = entries.filter(([word, lock]) => complianceLocks.safeParse({ [word]: lock }).success);
  return { ...configuration, [key]: { ...backup, complianceLocks: Object.fromEntries(sound) } };
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A window of the databases; one that is no text is judged where it stands. */
function textAt(configuration: unknown, field: string): string {
  const value = valueAt(configuration, ["platform:data", field]);
  return typeof value === "string" ? value : "";
}
