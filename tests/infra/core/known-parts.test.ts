import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { tellingKnownParts, withKnownParts } from "../../../infra/core/known-parts";
import { policyDocument } from "../../../infra/core/policy-document";
import { simulate } from "../../../simulator/mocks";

/** What Pulumi's wire carries for a text that is not known. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const TYPE = "platform:core:KnownParts";

describe("known parts", () => {
  async function told(declare: (opts: pulumi.ResourceOptions) => void): Promise<readonly unknown[]> {
    const simulation = simulate({ preview: true });
    await simulation.run(() => {
      tellingKnownParts((watch) => {
        declare({ transformations: [watch] });
      });
    });
    return simulation.ofType(TYPE).map(({ inputs }) => inputs.resources);
  }

  it("tell of a policy document all but what is computed", async () => {
    const [resources] = await told((opts) => {
      const bucket = new aws.s3.Bucket("reports", {}, opts);
      const policy = policyDocument([
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          resources: [pulumi.interpolate`${bucket.arn}/*`, "arn:aws:s3:::b"],
        },
        { sid: "Never", effect: "Deny", actions: ["s3:PutObject"], resources: [bucket.arn] },
      ]);
      new aws.iam.Policy("reads", { policy }, opts);
    });
    assert.deepEqual(resources, [
      {
        urn: "urn:pulumi:stack::project::aws:iam/policy:Policy::reads",
        inputs: {
          policy: {
            Version: "2012-10-17",
            Statement: [
              {
                Sid: "Read",
                Effect: "Allow",
                Action: ["s3:GetObject"],
                Resource: ["<computed>", "arn:aws:s3:::b"],
              },
              // A denial may be of anything, so what is computed stays unknown.
              { Sid: "Never", Effect: "Deny", Action: ["s3:PutObject"], Resource: [UNKNOWN] },
            ],
          },
        },
      },
    ]);
  });

  it("tell of an element what is beside it, and nothing of what is known by itself", async () => {
    const [resources] = await told((opts) => {
      const id = withKnownParts(pulumi.output("subnet-1"), "urn:subnet");
      new aws.rds.SubnetGroup("group", { subnetIds: [id, "subnet-2"], description: "d" }, opts);
    });
    assert.match(JSON.stringify(resources), /"inputs":\{"subnetIds":\["urn:subnet","subnet-2"\]\}/);
  });

  it("are not there where nothing is to be told", async () => {
    assert.deepEqual(
      await told((opts) => {
        new aws.s3.Bucket("reports", {}, opts);
      }),
      [],
    );
  });
});
