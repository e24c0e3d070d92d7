import * as assert from "node:assert/strict";

import { pageData } from "../../../preview/report/page-data";
import { networkResult, previewResult, resource, urnOf, verdict } from "./fixture";

describe("the data of the report", () => {
  it("keeps every verdict that says something, and counts where a control is not applicable", () => {
    const urn = urnOf("aws:s3/bucket:Bucket", "logs");
    const verdicts = [
      verdict({ urn, control: "A-1" }),
      verdict({ urn, control: "A-1", verdict: "notApplicable" }),
      verdict({ urn, control: "A-2", verdict: "fail", message: "is a, b is required", path: "a" }),
      verdict({
        urn,
        control: "A-2",
        verdict: "fail",
        message: "admitted",
        exemption: { reason: "old", owner: "me" },
      }),
    ];
    const specimen = resource({ type: "aws:s3/bucket:Bucket", name: "logs" });
    const data = pageData(previewResult([specimen], verdicts));
    const place = data.resources.findIndex((one) => one.urn === urn);
    assert.deepEqual(data.passes, [[place], []]);
    assert.deepEqual(
      data.controls.map(({ id, notApplicable }) => [id, notApplicable]),
      [
        ["A-1", 1],
        ["A-2", 0],
      ],
    );
    assert.deepEqual(
      data.verdicts.map((one) => [one.verdict, one.message, one.exemption]),
      [
        ["fail", "is a, b is required", undefined],
        ["exempt", "admitted", { reason: "old", owner: "me", expires: "" }],
      ],
    );
  });

  it("names resources by their place, and none where there is none", () => {
    const { resources } = pageData(networkResult(1));
    const table = resources.find(({ name, type }) => name === "network-app-1" && type.endsWith("RouteTable"));
    assert.equal(resources[table?.parent ?? -1]?.urn, urnOf("aws:ec2/subnet:Subnet", "network-app-1"));
    assert.deepEqual(table?.propertyDependencies.vpcId, table?.dependencies);
    assert.equal(resources[0]?.parent, -1);
  });

  it("leaves out a dependency on something that is not part of the stack", () => {
    const { resources } = pageData(
      previewResult([resource({ type: "a:b:C", name: "c", dependencies: ["urn:gone"] })]),
    );
    assert.deepEqual(resources[1]?.dependencies, []);
  });
});
