import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const allow = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const endpoint = (policy: unknown) => ({
  endpoint: aws("ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface", policy }),
});
const document = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const ours = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } };

fixtures("vpc-endpoint-policy-restricts", {
  pass: {
    "a condition on the account that asks": endpoint(
      document({ ...allow, Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } } }),
    ),
    "a condition on the principal that asks": endpoint(
      document({
        ...allow,
        Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app" } },
      }),
    ),
    "a policy for the organisation": endpoint(document({ ...allow, ...ours })),
    "a policy that names resources": endpoint(document({ ...allow, Resource: ["arn:aws:s3:::layers/*"] })),
    "a policy that names principals": endpoint(
      document({ ...allow, Principal: { AWS: ["arn:aws:iam::111122223333:root"] } }),
    ),
  },
  fail: {
    "a policy that allows everyone everything": endpoint(document(allow)),
    "one open statement among others": endpoint(document({ ...allow, ...ours }, allow)),
    "a single open statement that is no list": endpoint(
      JSON.stringify({ Statement: { ...allow, Principal: { AWS: "*" } } }),
    ),
    "a condition that holds where its key is missing": endpoint(
      document({ ...allow, Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } } }),
    ),
    "a condition that any value meets": endpoint(
      document({ ...allow, Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }),
    ),
  },
  unknown: {
    "a policy that is computed": endpoint(UNKNOWN),
    "a policy that is no JSON": endpoint("not json"),
  },
  unset: {
    "an endpoint with the open default": [
      "fail",
      { endpoint: aws("ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface" }) },
    ],
    "an endpoint whose policy is a resource of its own": [
      "pass",
      {
        endpoint: aws("ec2/vpcEndpoint:VpcEndpoint"),
        policy: aws("ec2/vpcEndpointPolicy:VpcEndpointPolicy", {
          vpcEndpointId: ref("endpoint"),
          policy: document({ ...allow, ...ours }),
        }),
      },
    ],
  },
  alias: {
    "an open policy that is a resource of its own": {
      policy: aws("ec2/vpcEndpointPolicy:VpcEndpointPolicy", {
        vpcEndpointId: "vpce-1",
        policy: document(allow),
      }),
    },
  },
  notApplicable: {
    "an endpoint of a gateway load balancer": {
      endpoint: aws("ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "GatewayLoadBalancer" }),
    },
  },
});
