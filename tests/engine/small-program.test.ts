import * as assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changedNothing } from "../../sandbox/session/engine-run";
import { countResources } from "../../sandbox/tour/drift";
import { openSandbox, requirePulumiCli, sandboxOfSuite, temporaryFolder } from "./pulumi-cli";

const PROGRAM = join(__dirname, "programs", "buckets");
const BUCKET = "aws:s3/bucket:Bucket";

describe("the sandbox with a program of two buckets", function () {
  this.timeout(120_000);
  requirePulumiCli();
  const home = temporaryFolder();
  const login = join(home, ".pulumi", "credentials.json");
  const sandbox = sandboxOfSuite(() => {
    mkdirSync(join(home, ".pulumi"));
    writeFileSync(login, '{"current":"https://api.example.invalid"}');
    return openSandbox(home, { projectDir: PROGRAM, stack: "dev" });
  });

  it("has a backend of its own, whatever the user is logged in to", async () => {
    const who = await sandbox().whoAmI();
    assert.equal(who.url, `file://${sandbox().folder.state}`);
    assert.equal(readFileSync(login, "utf8"), '{"current":"https://api.example.invalid"}');
  });

  it("creates in simulated AWS what the program says, with the default tags of its provider", async () => {
    const run = await sandbox().up();
    assert.deepEqual(run.errors, []);
    assert.equal(run.changes.create, 4);
    assert.equal(countResources(sandbox().folder.world), 2);
    const second = run.steps.find(({ type, urn }) => type === BUCKET && urn.endsWith("::second"));
    const inputs = second?.metadata.new?.inputs as { tagsAll?: Record<string, string> } | undefined;
    assert.equal(inputs?.tagsAll?.Owner, "tests@example.com");
  });

  it("runs the program in its own folder, with a placeholder for a secret it cannot read", async () => {
    const outputs = await sandbox().outputs();
    assert.equal(outputs.workingDirectory?.value, PROGRAM);
    assert.deepEqual(outputs.key, { value: "[secret]", secret: true });
  });

  it("has the CLI write no log of all that it does", () => {
    assert.equal(readFileSync(join(sandbox().folder.home, "logs"), "utf8"), "");
  });

  it("finds nothing to do in a second preview, and writes nothing into the project", async () => {
    const run = await sandbox().preview();
    assert.ok(run.succeeded && changedNothing(run), JSON.stringify(run.changes));
    assert.match(readFileSync(join(PROGRAM, "Pulumi.dev.yaml"), "utf8"), /^config:\n/);
  });

  it("destroys nothing while anything is protected, and everything once protection is lifted", async () => {
    const refused = await sandbox().destroy();
    assert.equal(refused.succeeded, false);
    assert.match(refused.errors.join(), /::second cannot be deleted because it is protected/);
    assert.equal(countResources(sandbox().folder.world), 2);
    const lifted = await sandbox().unprotect();
    assert.deepEqual(
      lifted.map((urn) => urn.split("::").at(-1)),
      ["second"],
    );
    assert.equal((await sandbox().destroy()).succeeded, true);
    assert.equal(countResources(sandbox().folder.world), 0);
  });

  it("tells why a policy pack does not start", async () => {
    const pack = join(__dirname, "programs", "broken-pack");
    sandbox().close();
    const judged = await openSandbox(home, { projectDir: PROGRAM, stack: "dev", policyPacks: [pack] });
    const run = await judged.preview();
    judged.close();
    assert.equal(run.succeeded, false);
    assert.match(run.errors.join("\n"), /broken-pack" failed to start[\s\S]*Cannot find module/);
  });

  it("gives the folder back when it is closed", () => {
    sandbox().close();
    assert.equal(existsSync(sandbox().folder.lock), false);
  });
});
