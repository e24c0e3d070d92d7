import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describeRightSizing, rightSizing } from "../../../stacks/sizes/right-sizing";

const text = `config:
  platform:compute:
    services:
      # What customers see.
      web: { image: "shop/web", cpu: 1024, memoryMib: 4096, minimum: 2, maximum: 8 }
      orders:
        image: shop/orders
        cpu: 256 # small
        memoryMib: 512
        minimum: 1
        maximum: 2
`;
const low = { cpuPercent: 25, memoryPercent: 20 };
const fine = { cpuPercent: 50, memoryPercent: 70 };

describe("a proposal of sizes", () => {
  it("changes numbers of the table and nothing else, wherever and however they stand", () => {
    const { diff } = rightSizing("Pulumi.x.yaml", text, {
      web: low,
      orders: { cpuPercent: 90, memoryPercent: 90 },
    });
    assert.equal(
      diff,
      [
        "--- a/Pulumi.x.yaml",
        "+++ b/Pulumi.x.yaml",
        "@@ -5,1 +5,1 @@",
        '-      web: { image: "shop/web", cpu: 1024, memoryMib: 4096, minimum: 2, maximum: 8 }',
        '+      web: { image: "shop/web", cpu: 512, memoryMib: 2048, minimum: 2, maximum: 8 }',
        "@@ -8,1 +8,1 @@",
        "-        cpu: 256 # small",
        "+        cpu: 512 # small",
        "@@ -9,1 +9,1 @@",
        "-        memoryMib: 512",
        "+        memoryMib: 1024",
        "",
      ].join("\n"),
    );
  });

  it("says what changes at the fewest tasks, and what was not measured", () => {
    assert.equal(
      describeRightSizing(rightSizing("Pulumi.x.yaml", text, { web: low })),
      [
        "web: 1 vCPU and 4096 MiB become 0.5 vCPU and 2048 MiB.",
        "At the fewest tasks: -1 vCPU and -4 GiB.",
        "Not measured, and left as it is: orders.",
      ].join("\n"),
    );
  });

  it("is empty where sizes fit", () => {
    const proposal = rightSizing("Pulumi.x.yaml", text, { orders: fine });
    assert.equal(proposal.diff, "");
    assert.deepEqual(proposal.resizings, []);
    assert.match(describeRightSizing(proposal), /^Every size that was measured fits/);
  });

  it("is refused for what is no service, or no share", () => {
    assert.throws(
      () => rightSizing("Pulumi.x.yaml", text, { shop: fine }),
      /shop: no service of Pulumi.x.yaml; it has web, orders/,
    );
    for (const cpuPercent of [0, -1, 101, "50"]) {
      assert.throws(() => rightSizing("Pulumi.x.yaml", text, { web: { cpuPercent, memoryPercent: 50 } }));
    }
  });

  it("reads the file of every environment", () => {
    for (const stack of ["dev", "preprod", "prod", "dr"]) {
      const file = `Pulumi.${stack}.yaml`;
      const own = readFileSync(join(__dirname, "..", "..", "..", file), "utf8");
      const { unmeasured } = rightSizing(file, own, {});
      assert.ok(unmeasured.includes("web"), stack);
      assert.match(
        rightSizing(file, own, { web: { cpuPercent: 100, memoryPercent: 100 } }).diff,
        /^\+.*cpu: /m,
      );
    }
  });
});
