import * as assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PreviewError, previewStack, type PreviewResult } from "../../preview";
import { addDocumentedExample, documentedExample } from "./own-business/documented-example";
import { ProjectCopy } from "./own-business/project-copy";

describe("a business of one's own", function () {
  this.timeout(120_000);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "own-business-")));
  let copy: ProjectCopy;
  let preview: PreviewResult;

  before(async () => {
    copy = new ProjectCopy(folder);
    addDocumentedExample(copy, "dev");
    preview = await previewStack({ projectDir: folder, stack: "dev", policyPacks: [] });
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const named = (type: string) =>
    preview.resources.filter((resource) => resource.type === type && resource.name.includes("vouchers"));

  it("takes 30 lines for a service with a table that hears of an event", () => {
    const { catalogue, sizes } = documentedExample();
    const lines = [...catalogue, ...sizes].flatMap((piece) => piece.lines);
    assert.ok(catalogue.length === 3 && sizes.length === 2 && lines.length <= 30, String(lines.length));
  });

  it("gets the service, its table, its queue, and the queue of what it could not take", () => {
    assert.equal(named("aws:ecs/service:Service").length, 1);
    assert.equal(named("aws:dynamodb/table:Table").length, 1);
    assert.equal(named("aws:sqs/queue:Queue").length, 2);
  });

  it("gets a role that may use its table and its queue, and nothing of others", () => {
    const [policy] = named("aws:iam/rolePolicy:RolePolicy").filter(({ name }) => name.includes("task"));
    assert.ok(policy, "no policy of the task's role");
    const used = policy.dependencies.map((urn) => urn.split("::").at(-1) ?? "");
    assert.ok(used.some((name) => name.includes("vouchers")));
    const urns = Object.values(policy.propertyDependencies).flat();
    const stores = urns.filter((urn) => /dynamodb\/table|sqs\/queue|rds\/cluster/.test(urn));
    assert.deepEqual(
      stores.map((urn) => urn.split("::").at(-1) ?? "").filter((name) => !name.includes("vouchers")),
      // Consumers remember in it what they have handled.
      ["data-table-idempotency"],
    );
  });

  it("carries the owner and the word of criticality of each part in its tags", () => {
    const tagsOf = (type: string) => (named(type)[0]?.inputs.tags ?? {}) as Record<string, string>;
    assert.equal(tagsOf("aws:ecs/service:Service").Owner, "sales-team");
    assert.equal(tagsOf("aws:ecs/service:Service").Criticality, "standard");
    assert.equal(tagsOf("aws:dynamodb/table:Table").Criticality, "high");
  });

  it("is refused where a size is missing, with the name that has none", async () => {
    copy.reset();
    copy.edit("Pulumi.dev.yaml", (text) => text.replace("sessions: on-demand\n", ""));
    await assert.rejects(previewStack({ projectDir: folder, stack: "dev", policyPacks: [] }), (error) => {
      assert.ok(error instanceof PreviewError);
      const told = error.details.join("\n");
      assert.match(told, /platform:data\.tables\.sessions/);
      return true;
    });
  });
});
