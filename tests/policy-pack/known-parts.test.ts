import * as assert from "node:assert/strict";

import { aws, judge, type Program, ref, UNKNOWN, urnOf } from "./support/fixtures";

const bucket = aws("s3/bucket:Bucket");
const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: UNKNOWN };
const policy = {
  bucket,
  policy: aws("s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: ref("bucket") }),
};

function telling(program: Program, name: string, inputs: object): Program {
  const resources = [{ urn: urnOf(program, name), inputs }];
  return { ...program, told: { type: "shop:index:KnownParts", props: { resources } } };
}

describe("what a program tells of inputs that are not known as a whole", () => {
  it("decides a control of one resource, in the right place", async () => {
    const { lines } = await judge(
      "bucket-policy-not-public",
      telling(policy, "policy", { policy: { Statement: [statement] } }),
    );
    assert.deepEqual(
      lines.filter(({ verdict }) => verdict !== "notApplicable").map(({ verdict, path }) => [verdict, path]),
      [["fail", "policy.Statement[0]"]],
    );
  });

  it("is not asked where the value is known", async () => {
    const known = {
      policy: aws("s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: JSON.stringify({ Statement: [] }) }),
    };
    const told = telling(known, "policy", { policy: { Statement: [statement] } });
    assert.equal((await judge("bucket-policy-not-public", told)).verdict, "pass");
  });

  it("leaves open what it does not tell, with what that waits for", async () => {
    const part = { ...statement, Condition: { StringLike: { "aws:PrincipalOrgID": UNKNOWN } } };
    const { lines } = await judge(
      "bucket-policy-not-public",
      telling(policy, "policy", { policy: { Statement: [part] } }),
    );
    const open = lines.filter(({ verdict }) => verdict === "undetermined");
    assert.deepEqual(
      open.map(({ path, waitsFor }) => [path, waitsFor]),
      [["policy.Statement[0].Condition.StringLike.aws:PrincipalOrgID", urnOf(policy, "bucket")]],
    );
  });

  it("tells once what was certain before", async () => {
    const both = {
      definition: aws("ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: [{ privileged: true }, { privileged: UNKNOWN }],
      }),
    };
    const parts = { containerDefinitions: [{ privileged: true }, { privileged: true }] };
    const { lines, told } = await judge("ecs-container-not-privileged", telling(both, "definition", parts));
    assert.deepEqual(
      lines.map(({ verdict, path }) => [verdict, path]),
      [
        ["fail", "containerDefinitions[0].privileged"],
        ["fail", "containerDefinitions[1].privileged"],
      ],
    );
    assert.equal(told.length, 2);
  });

  it("joins by URN, and is nothing that uses a resource", async () => {
    const program: Program = {
      vpc: aws("ec2/vpc:Vpc"),
      inside: aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }),
      outside: aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }),
      gateway: aws("ec2/internetGateway:InternetGateway"),
      table: aws("ec2/routeTable:RouteTable", {
        vpcId: ref("vpc"),
        routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") }],
      }),
      link: aws("ec2/routeTableAssociation:RouteTableAssociation", {
        routeTableId: ref("table"),
        subnetId: ref("outside"),
      }),
      group: aws("rds/subnetGroup:SubnetGroup", { subnetIds: [[ref("inside"), ref("outside")]] }),
    };
    const of = (name: string) => telling(program, "group", { subnetIds: [urnOf(program, name)] });
    assert.equal((await judge("rds-subnet-group-private", program)).verdict, "undetermined");
    assert.equal((await judge("rds-subnet-group-private", of("inside"))).verdict, "pass");
    assert.equal((await judge("rds-subnet-group-private", of("outside"))).verdict, "fail");
    const address = { eip: aws("ec2/eip:Eip") };
    const told = telling(address, "eip", { instance: ref("eip") });
    assert.equal((await judge("eip-attached", told)).verdict, "fail");
  });
});
