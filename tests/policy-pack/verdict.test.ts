import * as assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parseRange } from "../../policy-pack/cidr/range";
import { type LedgerLine, openLedger } from "../../policy-pack/verdict/ledger";
import { fail, outcomes, pass } from "../../policy-pack/verdict/outcome";
import { key, list, ports, range, setting, text, word } from "../../policy-pack/verdict/text";
import { aws, onTheWire, type Program } from "./support/fixtures";
import { sharedPack } from "./support/pack-process";

const CANARY = "hunter2-canary";

/** Programs in which every text that a control reads is a secret that it has no business telling. */
const SECRETIVE: Program = {
  group: aws("ec2/securityGroup:SecurityGroup", {
    name: `launch-wizard-${CANARY}`,
    description: CANARY,
    ingress: [{ protocol: CANARY, fromPort: CANARY, toPort: CANARY, cidrBlocks: [CANARY], description: "" }],
    tags: { Owner: `${CANARY}@example.com`, "aws:x": CANARY },
  }),
  acl: aws("ec2/networkAcl:NetworkAcl", {
    ingress: [{ action: CANARY, protocol: CANARY, cidrBlock: CANARY }],
    subnetIds: [],
  }),
  log: aws("ec2/flowLog:FlowLog", {
    trafficType: CANARY,
    logDestinationType: CANARY,
    maxAggregationInterval: CANARY,
  }),
  subnet: aws("ec2/subnet:Subnet", { mapPublicIpOnLaunch: CANARY, availabilityZone: CANARY }),
  endpoint: aws("ec2/vpcEndpoint:VpcEndpoint", {
    policy: CANARY,
    vpcEndpointType: CANARY,
    serviceName: CANARY,
  }),
  open: aws("ec2/vpcEndpoint:VpcEndpoint", {
    policy: JSON.stringify({ Statement: { Effect: "Allow", Principal: "*", Action: CANARY, Resource: "*" } }),
  }),
  gateway: aws("ec2transitgateway/transitGateway:TransitGateway", { autoAcceptSharedAttachments: CANARY }),
  firewall: aws("networkfirewall/firewallPolicy:FirewallPolicy", {
    firewallPolicy: { statelessDefaultActions: [CANARY] },
  }),
  options: aws("ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", {
    internetGatewayBlockMode: CANARY,
  }),
};

describe("verdicts", () => {
  it("never tell a value that is not of a safe kind, in messages or in the ledger", async () => {
    const pack = await sharedPack();
    await pack.configure({
      "pack-settings": {
        level: "mandatory",
        properties: { tagContract: { Owner: { values: ["a"], pattern: "b" } } },
      },
    });
    pack.verdicts();
    const resources = onTheWire(SECRETIVE);
    const told = [];
    for (const resource of resources) told.push(...(await pack.analyze(resource)));
    told.push(...(await pack.analyzeStack(resources)));
    const lines = pack.verdicts();
    assert.ok(
      new Set(lines.filter(({ verdict }) => verdict === "fail").map(({ control }) => control)).size >= 10,
    );
    assert.ok(!JSON.stringify([told, lines]).includes(CANARY));
  });

  it("show ports, ranges, keys and words of a closed list", () => {
    const block = parseRange("10.0.0.7/8");
    assert.ok(block);
    assert.equal(
      text`${ports(22, 22)}, ${ports(0, 65_535)}, ${ports(80, 81)}: ${range(block)}`,
      "port 22, all ports, ports 80-81: 10.0.0.0/8",
    );
    assert.equal(
      text`${word("on", ["on", "off"])} or ${word(CANARY, ["on", "off"])}`,
      '"on" or another value',
    );
    assert.equal(
      text`${list([setting("a"), setting(1)])} of ${key("x".repeat(200))}`,
      `a, 1 of "${"x".repeat(128)}…"`,
    );
  });

  it("are a pass where a judgement found nothing", () => {
    assert.deepEqual(outcomes([]), [pass]);
    assert.deepEqual(outcomes(fail("a", text`b`, "c")), [
      { verdict: "fail", path: "a", message: "b", finding: "c" },
    ]);
  });

  it("are appended to the ledger one by line, and kept nowhere without one", () => {
    const file = join(mkdtempSync(join(tmpdir(), "ledger-")), "verdicts.jsonl");
    const facts = {
      control: "X-01",
      policy: "x",
      urn: "u",
      severity: "low",
      enforcement: "advisory",
      message: "",
      path: "",
    } as const;
    const line: LedgerLine = { ...facts, verdict: "pass" };
    openLedger(file)([line, line]);
    openLedger(file)([line]);
    openLedger(undefined)([line]);
    assert.deepEqual(readFileSync(file, "utf8").trim().split("\n"), Array(3).fill(JSON.stringify(line)));
  });
});
