import { accountEnvironment } from "../../infra/core/account-roles";
import { governanceProblems } from "../../infra/cost/settings";
import { identityProblems } from "../../infra/identity/settings";
import { sharingProblems } from "../../infra/monitoring/settings";
import { detectionProblems } from "../../infra/protection/settings";
import { quotaProblems, quotaValueProblems } from "../../infra/quotas/settings";
import { systemsProblems } from "../../infra/systems/settings";
import { plannedQuotas } from "../planned-quotas";
import { governanceSettings, protectionSettings, quotaSettings, sharingSettings } from "./account-settings";
import { detectionSettings } from "./detection-settings";
import { identitySettings } from "./identity-settings";
import { type CrossCheck, crossCheck, duplicates, mistake } from "./cross-check";
import { region, stackChecks } from "./stack-checks";
import { stackSettings } from "./stack-settings";
import { systemsSettings } from "./systems-settings";

const account = { path: ["aws:allowedAccountIds"], schema: stackSettings["aws:allowedAccountIds"] };
const quotas = { path: ["platform:quotas"], schema: quotaSettings };
const cost = { path: ["platform:cost"], schema: governanceSettings };
const guarded = { path: ["platform:protection", "regions"], schema: protectionSettings.shape.regions };

const environment = { path: ["platform:environment"], schema: stackSettings["platform:environment"] };
const detection = { path: ["platform:detection"], schema: detectionSettings };
const sharing = { path: ["platform:sharing"], schema: sharingSettings };
const systems = { path: ["platform:systems"], schema: systemsSettings };
const identity = { path: ["platform:identity"], schema: identitySettings };

/** The day on which configuration is judged: exceptions end. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Checks of an account's values against one another. */
export const accountChecks: readonly CrossCheck[] = [
  ...stackChecks,
  crossCheck({ environment }, ({ environment: own }) =>
    own === accountEnvironment
      ? []
      : [
          mistake(
            environment.path,
            own,
            `${accountEnvironment}: environments find the account's roles by names that begin with it`,
          ),
        ],
  ),
  crossCheck({ account, cost }, ({ account: [accountId], cost: sizes }) =>
    governanceProblems({ environments: Object.keys(plannedQuotas(accountId)), sizes })
      .filter(({ path: [part] }) => part === "sizes")
      .map((problem) => ({ ...problem, path: [...cost.path, ...problem.path.slice(1)] })),
  ),
  crossCheck({ account, cost, identity }, ({ account: [accountId], cost: { action }, identity: { ci } }) => {
    const planned = Object.keys(plannedQuotas(accountId));
    const deployers = Object.keys(ci?.deployers ?? {});
    return (action?.environments ?? []).flatMap((environment, position) =>
      // What is no environment at all is told by the layer.
      deployers.includes(environment) || !planned.includes(environment)
        ? []
        : [
            mistake(
              [...cost.path, "action", "environments", position],
              environment,
              `an environment that the CI system deploys: ${deployers.join(", ") || "none, since there is no ci"}`,
            ),
          ],
    );
  }),
  crossCheck({ environment, identity, regions: guarded }, (found) =>
    identityProblems({ ...found.identity, environment: found.environment, regions: found.regions }).map(
      ({ path, given, allowed }) => ({
        path: [...identity.path, ...path],
        given,
        allowed,
      }),
    ),
  ),
  crossCheck({ account, sharing, regions: guarded }, ({ account: [accountId], sharing: asked, regions }) =>
    sharingProblems(asked, { accountId, regions }).map((problem) => ({
      ...problem,
      path: [...sharing.path, ...problem.path],
    })),
  ),
  crossCheck({ detection, regions: guarded }, (found) =>
    detectionProblems({ ...found.detection, regions: found.regions, today: today() }).map(
      ({ path, given, allowed }) => ({ path: [...detection.path, ...path], given, allowed }),
    ),
  ),
  crossCheck(
    { account, own: region, systems, regions: guarded },
    ({ account: [accountId], own, systems: asked, regions }) =>
      !regions.includes(own)
        ? []
        : systemsProblems({ ...asked, regions, environments: plannedQuotas(accountId) }).map((problem) => ({
            ...problem,
            path: [...systems.path, ...problem.path],
          })),
  ),
  crossCheck({ regions: guarded }, ({ regions }) => duplicates(guarded.path, regions)),
  crossCheck({ own: region, regions: guarded }, ({ own, regions }) =>
    regions.includes(own)
      ? []
      : [mistake(guarded.path, regions, `a list that holds the stack's own Region, ${own}`)],
  ),
  crossCheck(
    { account, own: region, quotas, regions: guarded },
    ({ account: [accountId], own, quotas: asked, regions }) =>
      // What is asked for is judged once the Regions are those that something runs in; whether it fits, by AWS where it is asked.
      !regions.includes(own)
        ? []
        : (asked.values === "live" ? quotaValueProblems : quotaProblems)({
            regions,
            environments: plannedQuotas(accountId),
            held: asked.held,
            requests: asked.requests,
          }).map((problem) => ({ ...problem, path: [...quotas.path, ...problem.path] })),
  ),
];
