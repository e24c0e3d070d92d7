import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { childId, namedChildren, vpcProperty } from "../../../infra/network/awsx-children";
import { simulate } from "../../../simulator/mocks";

const valueOf = <T>(output: pulumi.Output<T>): Promise<unknown> =>
  new Promise((resolve) => {
    output.apply(resolve);
  });

/** What a monitor that constructs no remote component answers in place of resources. */
const opaque = "placeholder-of-a-check";

describe("the children of awsx's VPC", () => {
  it("are found by logical name, whatever their order", async () => {
    const simulation = simulate();
    const addresses = await simulation.run(() =>
      ["b", "a"].map((name) => new aws.ec2.Eip(name, { domain: "vpc" })),
    );
    const id = await valueOf(childId(namedChildren(pulumi.output(addresses)), "a"));
    assert.equal(id, simulation.resource("aws:ec2/eip:Eip", "a").id);
  });

  it("are answered for by the placeholder where nothing constructs them", async () => {
    // The types of the SDK do not know of a monitor that answers so.
    const children = pulumi.output([opaque]) as unknown as pulumi.Output<pulumi.CustomResource[]>;
    assert.equal(await valueOf(childId(namedChildren(children), "a")), opaque);
    const vpc = pulumi.output(opaque) as unknown as pulumi.Output<aws.ec2.Vpc>;
    assert.equal(await valueOf(vpcProperty(vpc, "defaultNetworkAclId")), opaque);
  });
});
