import * as assert from "node:assert/strict";

import type { QuotaRow } from "../../infra/quotas/settings";
import { simulate } from "../../simulator/mocks";
import { configurationOf, start } from "./program";

const request = "aws:servicequotas/serviceQuota:ServiceQuota";

interface Values {
  readonly requests: Readonly<Record<string, unknown>>;
}

/** Configuration of the account that has AWS asked, and asks for something else. */
function asking(requests?: Values["requests"]): Record<string, string> {
  const config = configurationOf("account");
  const quotas = JSON.parse(config["platform:quotas"] ?? "{}") as Values;
  const changed = { ...quotas, values: "live", requests: requests ?? quotas.requests };
  return { ...config, "platform:quotas": JSON.stringify(changed) };
}

describe("an account that has AWS asked what it grants", function () {
  this.timeout(240_000);
  const simulated = (
    config: Readonly<Record<string, string>>,
    existing = [] as { type: string; id: string }[],
  ) => simulate({ project: "platform", stack: "account", preview: true, config, existing });

  it("plans by the answers, in a preview without anything of AWS too", async () => {
    const simulation = simulated(asking());
    const { quotaPlan } = (await simulation.run(start)) as { readonly quotaPlan: readonly QuotaRow[] };
    assert.ok(quotaPlan.length > 30 && quotaPlan.every(({ fits }) => fits));
    assert.ok(simulation.ofType(request).length > 5);
  });

  it("is refused before anything but the provider is registered where the plan does not fit", async () => {
    const simulation = simulated(asking({}));
    await assert.rejects(
      simulation.run(start),
      /quotas by AWS's answers: \d+ mistakes.*fargate\/L-3032A538: given nothing, so that 6 remain; allowed: \d+ or more/s,
    );
    // What was begun before the refusal is registered after it.
    await simulation.settled();
    assert.deepEqual(
      simulation.resources().map(({ type }) => type),
      ["pulumi:providers:aws"],
    );
  });
});
