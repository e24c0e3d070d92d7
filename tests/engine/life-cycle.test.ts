import * as assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { Narrator } from "../../sandbox/tour/narrator";
import * as steps from "../../sandbox/tour/steps";
import {
  openSandbox,
  OWN_POLICIES,
  PROJECT,
  requirePulumiCli,
  sandboxOfSuite,
  temporaryFolder,
} from "./pulumi-cli";

describe("the life of the stack dev under the real engine and the policy pack", function () {
  this.timeout(900_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  const screen = new PassThrough();
  const narrator = new Narrator(screen, {});
  const sandbox = sandboxOfSuite(() =>
    openSandbox(folder, { projectDir: PROJECT, stack: "dev", ...OWN_POLICIES }),
  );

  const takes = async (step: (typeof steps.TOUR)[number], toldAs: RegExp): Promise<void> => {
    screen.read();
    const ok = await step(sandbox(), narrator);
    const told = String(screen.read());
    assert.ok(ok, told);
    assert.match(told, toldAs);
  };

  it("begins with an update that creates everything", () => takes(steps.up, /✔ \d+ created/));

  it("has nothing to do in a second preview", () =>
    takes(steps.previewNothing, /✔ no changes, \d+ unchanged/));

  it("shows a change of configuration without making it", () =>
    takes(steps.previewChange, /✔ .*\d+ to update/));

  it("stops a violating change before anything is created", () =>
    takes(
      steps.violate,
      /✔ stopped by the policy pack; 0 resources created in simulated AWS\n.*open-to-the-world/,
    ));

  it("sees in a refresh what was changed by hand, and only that", () =>
    takes(steps.drift, /✔ .*drift seen on network/));

  it("ends with everything deleted, after protection was lifted aloud", () =>
    takes(steps.destroy, /unprotect [\s\S]*✔ \d+ deleted/));
});
