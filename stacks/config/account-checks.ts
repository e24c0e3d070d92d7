import { identityProblems } from "../../infra/identity/settings";
import { detectionProblems } from "../../infra/protection/settings";
import { protectionSettings } from "./account-settings";
import { detectionSettings } from "./detection-settings";
import { identitySettings } from "./identity-settings";
import { stackSettings } from "./stack-settings";
import { type CrossCheck, crossCheck, duplicates, mistake } from "./cross-check";
import { region, stackChecks } from "./stack-checks";

const guarded = { path: ["platform:protection", "regions"], schema: protectionSettings.shape.regions };

const environment = { path: ["platform:environment"], schema: stackSettings["platform:environment"] };
const detection = { path: ["platform:detection"], schema: detectionSettings };
const identity = { path: ["platform:identity"], schema: identitySettings };

/** The day on which configuration is judged: exceptions end. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Checks of an account's values against one another. */
export const accountChecks: readonly CrossCheck[] = [
  ...stackChecks,
  crossCheck({ environment, identity }, (found) =>
    identityProblems({ ...found.identity, environment: found.environment }).map(
      ({ path, given, allowed }) => ({
        path: [...identity.path, ...path],
        given,
        allowed,
      }),
    ),
  ),
  crossCheck({ detection, regions: guarded }, (found) =>
    detectionProblems({ ...found.detection, regions: found.regions, today: today() }).map(
      ({ path, given, allowed }) => ({ path: [...detection.path, ...path], given, allowed }),
    ),
  ),
  crossCheck({ regions: guarded }, ({ regions }) => duplicates(guarded.path, regions)),
  crossCheck({ own: region, regions: guarded }, ({ own, regions }) =>
    regions.includes(own)
      ? []
      : [mistake(guarded.path, regions, `a list that holds the stack's own Region, ${own}`)],
  ),
];
