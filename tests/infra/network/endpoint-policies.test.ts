import * as assert from "node:assert/strict";

import {
  type PolicyStatement,
  renderStatements,
  statementMistakes,
} from "../../../infra/core/policy-statement";
import {
  awsOwnedBuckets,
  dynamodbEndpointStatements,
  type EndpointTrust,
  interfaceEndpointStatements,
  s3EndpointStatements,
} from "../../../infra/network/endpoint-policies";
import { endpointServices } from "../../../infra/network/endpoint-services";

const account: EndpointTrust = { accountId: "111122223333", region: "eu-west-1" };
const organization: EndpointTrust = { ...account, organizationId: "o-a1b2c3d4e5" };

const all = (trust: EndpointTrust): readonly (readonly PolicyStatement[])[] => [
  s3EndpointStatements(trust),
  dynamodbEndpointStatements(trust),
  ...endpointServices.map((service) => interfaceEndpointStatements(service, trust)),
];

describe("the policy of an endpoint", () => {
  it("says whose principals may do more than read from AWS's own buckets", () => {
    for (const statement of all(account).flat()) {
      if (statement.sid === "ReadFromBucketsOfAws") continue;
      assert.equal(statement.conditions?.StringEquals?.["aws:PrincipalAccount"], "111122223333");
    }
    for (const statement of all(organization).flat()) {
      if (statement.sid === "ReadFromBucketsOfAws") continue;
      assert.equal(statement.conditions?.StringEquals?.["aws:PrincipalOrgID"], "o-a1b2c3d4e5");
      assert.equal(statement.conditions.StringEquals["aws:PrincipalAccount"], undefined);
    }
  });

  it("keeps data to resources of our own, and lets Systems Manager read AWS's documents", () => {
    const resourceAccounts = Object.fromEntries(
      endpointServices.map((service) => [
        service.service,
        interfaceEndpointStatements(service, account)[0]?.conditions?.StringEquals?.["aws:ResourceAccount"],
      ]),
    );
    for (const service of ["secretsmanager", "kms", "sqs", "sns", "logs", "ecr.api"]) {
      assert.equal(resourceAccounts[service], "111122223333", service);
    }
    assert.equal(resourceAccounts.ssm, undefined);
  });

  it("allows a service its own actions and no other's", () => {
    for (const service of endpointServices) {
      for (const { actions } of interfaceEndpointStatements(service, account)) {
        assert.deepEqual(actions, [`${service.actions}:*`]);
      }
    }
  });

  it("lets S3 hand out image layers and packages of AWS, to be read only", () => {
    const [, reading] = s3EndpointStatements(account);
    assert.deepEqual(reading?.actions, ["s3:GetObject"]);
    const resources = reading.resources ?? [];
    assert.ok(resources.includes("arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"));
    assert.equal(resources.length, awsOwnedBuckets("eu-west-1").length);
  });

  it("states a reason for every wildcard, and stays within AWS's 20,480 characters", () => {
    for (const statements of [...all(account), ...all(organization)]) {
      assert.deepEqual(statementMistakes(statements), []);
      assert.ok(renderStatements(statements).length < 20_480);
    }
  });
});
