import { protectionSettings } from "./account-settings";
import { type CrossCheck, crossCheck, duplicates, mistake } from "./cross-check";
import { region, stackChecks } from "./stack-checks";

const guarded = { path: ["platform:protection", "regions"], schema: protectionSettings.shape.regions };

/** Checks of an account's values against one another. */
export const accountChecks: readonly CrossCheck[] = [
  ...stackChecks,
  crossCheck({ regions: guarded }, ({ regions }) => duplicates(guarded.path, regions)),
  crossCheck({ own: region, regions: guarded }, ({ own, regions }) =>
    regions.includes(own)
      ? []
      : [mistake(guarded.path, regions, `a list that holds the stack's own Region, ${own}`)],
  ),
];
