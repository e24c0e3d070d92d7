import * as assert from "node:assert/strict";

import { ENDPOINT_TYPES } from "../../../../policy-pack/aws/public-endpoints";
import { aws, fixtures, judge, type Program, UNKNOWN } from "../../support/fixtures";

const one = (type: string, props: object = {}): Program => ({ endpoint: aws(type, { ...props }) });

const SERVER = "transfer/server:Server";
const BROKER = "mq/broker:Broker";
const SEARCH = "opensearch/domain:Domain";
const DECLARED = { tags: { Exposure: "Public" } };

/** Each kind with its endpoint open, and closed where that can be. */
const KINDS: Readonly<Record<string, readonly [open: object, closed?: object]>> = {
  "amplify/app:App": [{}],
  "lambda/functionUrl:FunctionUrl": [{ authorizationType: "AWS_IAM" }],
  "globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator": [{}],
  "cloudfront/distribution:Distribution": [{ enabled: true }, { enabled: false }],
  "globalaccelerator/accelerator:Accelerator": [{}, { enabled: false }],
  "apprunner/service:Service": [
    {},
    { networkConfiguration: { ingressConfiguration: { isPubliclyAccessible: false } } },
  ],
  "appsync/graphQLApi:GraphQLApi": [{}, { visibility: "PRIVATE" }],
  "eks/cluster:Cluster": [{ vpcConfig: {} }, { vpcConfig: { endpointPublicAccess: false } }],
  [SERVER]: [{}, { endpointType: "VPC" }],
  "msk/cluster:Cluster": [
    { brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: "SERVICE_PROVIDED_EIPS" } } } },
    { brokerNodeGroupInfo: {} },
  ],
  "dms/replicationInstance:ReplicationInstance": [{ publiclyAccessible: true }, {}],
  [BROKER]: [{ publiclyAccessible: true }, {}],
  "neptune/clusterInstance:ClusterInstance": [{ publiclyAccessible: true }, {}],
  "redshift/cluster:Cluster": [{ publiclyAccessible: true }, {}],
  "redshiftserverless/workgroup:Workgroup": [{ publiclyAccessible: true }, {}],
  "timestreaminfluxdb/dbInstance:DbInstance": [{ publiclyAccessible: true }, {}],
  [SEARCH]: [{}, { vpcOptions: { subnetIds: [UNKNOWN] } }],
  "elasticsearch/domain:Domain": [{}, { vpcOptions: { subnetIds: [UNKNOWN] } }],
};

fixtures("endpoint-public-declared", {
  pass: {
    "a server in a VPC": one(SERVER, { endpointType: "VPC" }),
    "a public server that is declared": one(SERVER, DECLARED),
    "a server that may be public and is declared": one(SERVER, { endpointType: UNKNOWN, ...DECLARED }),
    "a domain whose VPC options are computed": one(SEARCH, { vpcOptions: UNKNOWN }),
  },
  fail: {
    "a public server": one(SERVER, { endpointType: "PUBLIC" }),
    "a public broker with another value of the tag": one(BROKER, {
      ...{ publiclyAccessible: true, tags: { Exposure: "Private" } },
    }),
  },
  unknown: {
    "a broker that may be public": one(BROKER, { publiclyAccessible: UNKNOWN }),
    "a public broker whose tag is computed": one(BROKER, {
      ...{ publiclyAccessible: true, tags: { Exposure: UNKNOWN } },
    }),
    "a public broker whose tags are computed with the provider's": one(BROKER, {
      ...{ publiclyAccessible: true, tagsAll: UNKNOWN },
    }),
  },
  unset: {
    "a server that says nothing": ["fail", one(SERVER)],
    "a broker that says nothing": ["pass", one(BROKER)],
  },
  alias: { "a domain of the former service": one("elasticsearch/domain:Domain") },
  settings: { properties: { publicTags: { Exposure: "Public" } } },
});

describe("endpoint-public-declared", () => {
  const verdictOf = async (program: Program, pack: object = { profiles: ["private"] }) =>
    (await judge("endpoint-public-declared", program, { level: "advisory", pack: { ...pack } })).verdict;

  it("asks nothing where no tag is configured", async () => {
    assert.equal(await verdictOf(one(SERVER), {}), "notApplicable");
  });

  it("is tried with every kind of endpoint that it knows", () => {
    assert.deepEqual(
      Object.keys(KINDS)
        .map((type) => `aws:${type}`)
        .sort(),
      [...ENDPOINT_TYPES].sort(),
    );
  });

  for (const [type, [open, closed]] of Object.entries(KINDS)) {
    it(`tells an open endpoint of ${type} from a closed one`, async () => {
      assert.equal(await verdictOf(one(type, open)), "fail");
      if (closed) assert.equal(await verdictOf(one(type, closed)), "pass");
    });
  }

  it("takes no tag for an excuse in a workload that must not face the internet", async () => {
    assert.equal(await verdictOf(one(SERVER, DECLARED)), "fail");
    assert.equal(await verdictOf(one(SERVER, { endpointType: UNKNOWN, ...DECLARED })), "undetermined");
  });

  it("wants a declaration in a workload that faces the internet", async () => {
    const facing = { profiles: ["public"] };
    assert.equal(await verdictOf(one(SERVER), facing), "fail");
    assert.equal(await verdictOf(one(SERVER, DECLARED), facing), "pass");
  });
});
