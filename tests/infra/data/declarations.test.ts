import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { ofFamily } from "../../../infra/core/declarations";
import { buildAll, of, text } from "./built";
import { output } from "./registered";

const declarations = (name: "small" | "large" | "keys alone") => of(name).data.declarations;

describe("what a data layer says about itself", function () {
  this.timeout(240_000);
  before(buildAll);

  it("watches every store, log group and key, by its name in the catalogue", () => {
    const watched = ofFamily(declarations("small"), "monitored");
    const names = (kind: string): string[] =>
      watched.filter((each) => each.kind === kind).map(({ name }) => name);
    assert.deepEqual(names("database-cluster"), ["orders", "quotes"]);
    assert.deepEqual(names("database-instance"), ["people", "legacy", "ledger"]);
    assert.deepEqual(names("table"), ["idempotency", "appointments", "counters"]);
    assert.deepEqual(names("cache"), ["sessions"]);
    assert.deepEqual(names("bucket"), ["documents", "exports"]);
    assert.deepEqual(names("key"), ["data-platform", "data-sales", "data-customers"]);
    assert.deepEqual(
      names("log-group").sort(),
      of("small")
        .simulation.ofType("aws:cloudwatch/logGroup:LogGroup")
        .map((group) => text(group, "name"))
        .sort(),
    );
  });

  it("names nothing of a kind twice", () => {
    const watched = ofFamily(declarations("large"), "monitored").map(({ kind, name }) => `${kind} ${name}`);
    assert.equal(new Set(watched).size, watched.length);
  });

  it("has every store saved that holds originals, by the ARN that AWS gives it", async () => {
    const { simulation } = of("small");
    const saved = ofFamily(declarations("small"), "backedUp");
    const arns = await Promise.all(
      saved.map(
        ({ arn }) =>
          new Promise<string>((resolve) => {
            pulumi.output(arn).apply(resolve);
          }),
      ),
    );
    const holding = [
      "aws:rds/cluster:Cluster",
      "aws:rds/instance:Instance",
      "aws:dynamodb/table:Table",
      "aws:s3/bucket:Bucket",
    ].flatMap((type) => simulation.ofType(type).filter(({ name }) => name !== "data-access-logs"));
    assert.deepEqual(arns.sort(), holding.map((store) => output(store, "arn")).sort());
    assert.deepEqual(new Set(saved.map(({ kind }) => kind)), new Set(["Aurora", "RDS", "DynamoDB", "S3"]));
  });

  it("tells monitoring the sizes that limits derive from, and the nodes of a cache", () => {
    const watched = ofFamily(declarations("large"), "monitored");
    const cache = watched.find((each) => each.kind === "cache");
    assert.deepEqual(cache?.nodes, ["dev-sessions-001", "dev-sessions-002", "dev-sessions-003"]);
    const members = of("large").simulation.ofType("aws:elasticache/replicationGroup:ReplicationGroup")[0];
    assert.deepEqual(members?.outputs.memberClusters, cache.nodes);
    const cluster = watched.find((each) => each.kind === "database-cluster");
    assert.deepEqual(cluster?.sizes, {
      engine: "aurora-postgresql",
      capacity: { kind: "provisioned", instanceClass: "db.r8g.xlarge" },
      minimumReaders: 1,
      maximumReaders: 5,
    });
  });

  it("installs more where sizes are larger, and never more than autoscaling's most at the start", () => {
    const total = (name: "small" | "large"): number =>
      ofFamily(declarations(name), "capacity").reduce((sum, { vcpu, maximum }) => sum + vcpu * maximum, 0);
    assert.ok(total("large") > total("small"));
    for (const name of ["small", "large"] as const) {
      for (const { minimum, count, maximum, name: unit } of ofFamily(declarations(name), "capacity")) {
        assert.ok(minimum <= count && count <= maximum, unit);
      }
    }
  });

  it("declares that every connection it accepts is encrypted by TLS", () => {
    const flows = ofFamily(declarations("small"), "flow");
    assert.equal(flows.length, 6);
    assert.ok(flows.every(({ encryption }) => encryption.kind === "tls"));
  });

  it("counts what it takes of quotas as often as it is built", () => {
    const used = (service: string, code: string): number =>
      ofFamily(declarations("small"), "quotaUse")
        .filter(({ serviceCode, quotaCode }) => serviceCode === service && quotaCode === code)
        .reduce((sum, { count }) => sum + count, 0);
    assert.equal(used("rds", "L-952B80B8"), 2);
    assert.equal(used("rds", "L-7B6409FD"), 3 + 2 + 1);
    assert.equal(used("s3", "L-DC2B2D3D"), 3);
    assert.equal(used("elasticache", "L-DFE45DF3"), 2);
  });

  it("answers no practice of what it does not build", () => {
    const practices = ofFamily(declarations("keys alone"), "answers").flatMap((answer) => answer.practices);
    assert.ok(!practices.includes("REL09-BP01"));
    assert.ok(practices.includes("SEC08-BP01"));
  });
});
