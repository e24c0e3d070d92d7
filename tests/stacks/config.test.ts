import * as assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "@pulumi/pulumi/errors";

import { readProject } from "../../preview/project";
import { parseConfiguration } from "../../stacks/config";
import {
  account,
  asText,
  failure,
  mistakes,
  network,
  only,
  parse,
  paths,
  workload,
} from "./config/sample-configuration";

const root = join(__dirname, "..", "..");

describe("a stack's configuration", () => {
  it("of a workload is what the size table says, with defaults where it says nothing", () => {
    const configuration = parse(workload);
    assert.ok(configuration.program === "workload");
    assert.deepEqual(configuration.network, { ...network, dualStack: false, protect: true });
    assert.deepEqual(configuration.identity, {
      region: "eu-west-1",
      accountId: "111122223333",
      profile: undefined,
      tags: {
        environment: "dev",
        service: "shop",
        owner: "platform-team@example.com",
        costCenter: "1000",
        criticality: "low",
        dataClass: "internal",
      },
    });
  });

  it("of an account says what protects it, with the longest time to call off a key's deletion", () => {
    const configuration = parse(account);
    assert.ok(configuration.program === "account");
    assert.deepEqual(configuration.protection, {
      ...account["platform:protection"],
      keyDeletionWindowDays: 30,
    });
  });

  it("may hold keys of the engine itself", () => {
    parse({ ...workload, "pulumi:disable-default-providers": ["aws"] });
  });

  for (const file of readdirSync(root).filter((name) => /^Pulumi\..+\.yaml$/.test(name))) {
    const stack = file.split(".")[1] ?? "";
    it(`of ${stack}, as the project has it, is accepted`, () => {
      const { configuration } = readProject(root, stack);
      const values = Object.fromEntries([...configuration].map(([key, { text }]) => [key, text]));
      assert.equal(parseConfiguration(stack, file, values).identity.tags.environment, stack);
    });
  }

  it("has the same keys in every environment, save for the one that says whose place a stack takes", () => {
    const shapes = ["dev", "preprod", "prod", "dr"].map((stack) => {
      const configuration = [...readProject(root, stack).configuration].filter(
        ([key]) => key !== "platform:standsInFor",
      );
      return shapeOf(Object.fromEntries(configuration.map(([key, { content }]) => [key, content])));
    });
    for (const shape of shapes) assert.deepEqual(shape, shapes[0]);
  });
});

describe("a wrong configuration", () => {
  it("is an error that Pulumi shows without a stack trace", () => {
    assert.ok(RunError.isInstance(failure({ ...workload, "platform:owner": undefined })));
  });

  it("is reported whole: file, path, what was given, what is allowed and what was probably meant", () => {
    const { message } = failure({
      ...workload,
      "platform:criticality": "hihg",
      "platform:network": { ...network, nat: "sinlge", logRetentionDays: 31, tierBlokcs: {} },
      "aws:allowedAccountIds": ["1111"],
    });
    assert.match(message, /^stack "dev": 5 mistakes in its configuration\n/);
    assert.match(
      message,
      /Pulumi\.dev\.yaml: platform:criticality\n +given: +"hihg"\n +allowed: critical, high, standard, low\n +did you mean high\?/,
    );
    assert.match(message, /platform:network\.nat\n +given: +"sinlge"\n.*\n +did you mean single\?/);
    assert.match(
      message,
      /platform:network\.logRetentionDays\n +given: +31\n +allowed: 1, 3, 5, 7, 14, 30, 60/,
    );
    assert.match(
      message,
      /platform:network\.tierBlokcs\n +given: +an unknown key\n.*\n +did you mean tierBlocks\?/,
    );
    assert.match(message, /aws:allowedAccountIds\[0\]\n +given: +"1111"\n +allowed: twelve digits/);
  });

  it("is pointed at by line where the lines are known", () => {
    const file = { name: "Pulumi.dev.yaml", locate: () => "Pulumi.yaml:7" };
    const values = asText({ ...workload, "platform:owner": "" });
    assert.throws(() => parseConfiguration("dev", file, values), /\nPulumi\.yaml:7: platform:owner\n/);
  });

  it("is reported even where other values, on which checks depend, are wrong too", () => {
    const found = mistakes({
      ...workload,
      "aws:region": "eu-west-11",
      "platform:addressPlan": { dev: "10.20.0.0/15", prod: "10.20.128.0/17" },
      "platform:network": {
        ...network,
        cidr: "10.20.0.0/15",
        dataPorts: [5432, 5432],
        endpoints: { groups: [], zones: 4 },
      },
    });
    assert.deepEqual(paths(found), [
      "aws:region",
      "platform:addressPlan.prod",
      "platform:network.cidr",
      "platform:network.dataPorts[1]",
      "platform:network.endpoints.zones",
    ]);
  });
});

describe("a value that is wrong by itself", () => {
  it("is not reported a second time by what depends on it", () => {
    const zones = [
      { id: "euc1-az1", name: "eu-central-1a" },
      { id: "euc1-az2", name: "eu-central-1b" },
    ];
    const found = mistakes({
      ...workload,
      "aws:region": "eu-central-11",
      "platform:network": { ...network, zones },
    });
    assert.deepEqual(paths(found), ["aws:region"]);
    const tierBlocks = { app: "10.20.64.0/18", endpoints: "10.20.8.0/21" };
    const mistyped = { ...network, cidr: "10.20.0/16", tierBlocks };
    assert.deepEqual(paths(mistakes({ ...workload, "platform:network": { ...mistyped, nat: "none" } })), [
      "platform:network.cidr",
    ]);
  });
});

describe("a stack's program", () => {
  it("has to be named", () => {
    assert.deepEqual(only(mistakes({ ...workload, "platform:program": undefined })), {
      path: ["platform:program"],
      given: "nothing",
      allowed: "account, workload",
    });
  });

  it("has to be one that exists", () => {
    assert.equal(only(mistakes({ ...workload, "platform:program": "network" })).given, '"network"');
  });

  it("is guessed where it is mistyped, so that the rest is still judged", () => {
    const found = mistakes({ ...workload, "platform:program": "workloda", "platform:owner": undefined });
    assert.deepEqual(paths(found), ["platform:owner", "platform:program"]);
    assert.ok(found.some(({ nearest }) => nearest === "workload"));
  });

  it("takes no values of the other program", () => {
    assert.deepEqual(paths(mistakes({ ...account, "platform:network": network })), ["platform:network"]);
  });
});

/** Names of all values, without the values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return "a list";
  if (typeof value !== "object" || value === null) return "a value";
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}
