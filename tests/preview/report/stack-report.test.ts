import * as assert from "node:assert/strict";

import { failedReport, stackReports } from "../../../preview/report/stack-report";
import { component, networkResult, previewResult, resource, urnOf, verdict } from "./fixture";

const FOLDERS = { project: "/shop", root: "/shop" };

describe("what reports are told of a preview", () => {
  it("names rules as verdicts do, without saying the id and the title twice", () => {
    const [report] = stackReports(networkResult(), FOLDERS);
    assert.deepEqual(report?.rules, [
      {
        ...{
          id: "NET-7",
          name: "no-world-open-administration",
          severity: "critical",
          enforcement: "mandatory",
        },
        title: "Nobody administers from the world",
        why: "Whoever guesses a password is in.",
        fix: "Name the ranges of the organization.",
        tags: ["security"],
      },
    ]);
  });

  it("takes the verdicts of each pack apart", () => {
    const result = networkResult();
    const other = { name: "other", version: "2", folder: "other", policies: 1, rules: [] };
    const urn = urnOf("aws:ec2/vpc:Vpc", "network");
    const reports = stackReports(
      {
        ...result,
        policyPacks: [...result.policyPacks, other],
        verdicts: [...result.verdicts, verdict({ urn, pack: "other", verdict: "fail" })],
      },
      FOLDERS,
    );
    assert.deepEqual(
      reports.map(({ tool, verdicts }) => [tool.name, verdicts.length]),
      [
        ["well-architected-policies", result.verdicts.length],
        ["other", 1],
      ],
    );
  });

  it("places a resource where it is made, where the component around it is made, or in the stack's file", () => {
    const around = {
      ...component("shop:a:Queues", "queues"),
      source: { file: "index.ts", line: 3, column: 1 },
    };
    const queue = "aws:sqs/queue:Queue";
    const own = resource({ type: queue, name: "own", source: { file: "queue.ts", line: 9, column: 2 } });
    const inside = resource({ type: queue, name: "inside", parent: around.urn });
    const outside = resource({
      ...{ type: queue, name: "outside", parent: around.urn },
      source: { file: "../lib.ts", line: 1, column: 1 },
    });
    const alone = resource({ type: queue, name: "alone" });
    const [report] = stackReports(previewResult([around, own, inside, outside, alone]), {
      project: "/repository/shop",
      root: "/repository",
    });
    const places = [own, inside, outside, alone].map(({ urn }) => report?.placeOf(urn));
    assert.deepEqual(
      places.map((place) => [place?.file, place?.line]),
      [
        ["shop/queue.ts", 9],
        ["shop/index.ts", 3],
        ["shop/index.ts", 3],
        ["shop/Pulumi.dev.yaml", 1],
      ],
    );
  });

  it("knows the former names of resources", () => {
    const queue = resource({ type: "aws:sqs/queue:Queue", name: "queue", aliases: ["urn:old"] });
    const [report] = stackReports(previewResult([queue]), FOLDERS);
    assert.deepEqual(report?.formerUrns?.get(queue.urn), ["urn:old"]);
  });

  it("tells of a stack that could not be previewed", () => {
    const report = failedReport({ stack: "dev", failure: "no", version: "1" }, FOLDERS);
    assert.deepEqual(report.placeOf("any"), { file: "Pulumi.dev.yaml", line: 1 });
    assert.equal(report.failure, "no");
  });
});
