import * as assert from "node:assert/strict";

import { buildAll, always, list, text, routeTables, subnetType, tierOf } from "./built";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("the endpoints", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "limits every endpoint by a policy to principals of its own",
    always((simulation, { organizationId }) => {
      const endpoints = simulation.ofType(endpointType);
      assert.equal(endpoints.length, 22);
      const own =
        organizationId === undefined ? '"aws:PrincipalAccount":"111122223333"' : '"aws:PrincipalOrgID":"o-a1';
      for (const endpoint of endpoints) assert.ok(text(endpoint, "policy").includes(own), endpoint.name);
    }),
  );

  it(
    "answers for interface endpoints by private DNS, in as many zones as asked, to the app tier's HTTPS alone",
    always((simulation, { endpoints, dualStack }) => {
      const group = simulation.resource("aws:ec2/securityGroup:SecurityGroup", "network-endpoints");
      const interfaces = simulation
        .ofType(endpointType)
        .filter(({ inputs }) => inputs.vpcEndpointType === "Interface");
      for (const endpoint of interfaces) {
        assert.equal(endpoint.inputs.privateDnsEnabled, true);
        assert.equal(list(endpoint, "subnetIds").length, endpoints.zones);
        assert.deepEqual(list(endpoint, "securityGroupIds"), [group.id]);
      }
      const rules = simulation.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
      assert.deepEqual(
        rules.flatMap(({ inputs }) => inputs.cidrIpv4 ?? []),
        ["10.20.64.0/18"],
      );
      assert.equal(rules.length, dualStack === true ? 2 : 1);
      for (const { inputs } of rules) {
        assert.deepEqual([inputs.ipProtocol, inputs.fromPort, inputs.toPort], ["tcp", 443, 443]);
        assert.ok(inputs.description);
      }
      assert.deepEqual([group.inputs.ingress, group.inputs.egress], [undefined, undefined]);
    }),
  );

  it(
    "leads to S3 and DynamoDB by gateway endpoints from every private route table",
    always((simulation) => {
      const tables = routeTables(simulation);
      const wanted = simulation
        .ofType(subnetType)
        .filter((subnet) => tierOf(subnet) !== "public")
        .map(({ id }) => tables.get(id));
      for (const service of ["s3", "dynamodb"]) {
        const endpoint = simulation.resource(endpointType, `network-endpoints-${service}`);
        assert.equal(endpoint.inputs.vpcEndpointType, "Gateway");
        const associated = simulation
          .ofType("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation")
          .filter(({ inputs }) => inputs.vpcEndpointId === endpoint.id)
          .map(({ inputs }) => inputs.routeTableId);
        assert.deepEqual(associated.sort(), wanted.sort());
      }
    }),
  );
});
