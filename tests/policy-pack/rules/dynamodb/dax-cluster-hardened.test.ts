import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const hardened = {
  serverSideEncryption: { enabled: true },
  clusterEndpointEncryptionType: "TLS",
  replicationFactor: 2,
};
const cluster = (props: object) => ({ cluster: aws("dax/cluster:Cluster", { ...hardened, ...props }) });
const plain = { serverSideEncryption: { enabled: true }, replicationFactor: 2 };

fixtures("dax-cluster-hardened", {
  pass: {
    "a cluster with all of it": cluster({}),
    "a cluster in two zones": cluster({ availabilityZones: ["eu-west-1a", "eu-west-1b"] }),
    "a cluster in zones that are computed": cluster({ availabilityZones: ["eu-west-1a", UNKNOWN] }),
  },
  fail: {
    "a cluster that is not encrypted at rest": cluster({ serverSideEncryption: { enabled: false } }),
    "a cluster without TLS": cluster({ clusterEndpointEncryptionType: "NONE" }),
    "a cluster of one node": cluster({ replicationFactor: 1 }),
    "a cluster in one zone": cluster({ availabilityZones: ["eu-west-1a", "eu-west-1a"] }),
  },
  unknown: {
    "a cluster whose encryption is computed": cluster({ serverSideEncryption: UNKNOWN }),
    "a cluster whose nodes are computed": cluster({ replicationFactor: UNKNOWN }),
  },
  unset: {
    "a cluster that leaves out encryption": ["fail", cluster({ serverSideEncryption: null })],
    "a cluster that leaves out TLS": ["fail", { cluster: aws("dax/cluster:Cluster", plain) }],
  },
  alias: { none: "one token" },
});

describe("with one node", () => {
  fixtures("dax-cluster-hardened", {
    pass: {
      "a cluster of one node": cluster({ replicationFactor: 1 }),
      "a cluster in one zone": cluster({ replicationFactor: 1, availabilityZones: ["eu-west-1a"] }),
    },
    fail: { "a cluster without TLS": cluster({ clusterEndpointEncryptionType: "NONE" }) },
    unknown: { none: "as above" },
    unset: { none: "as above" },
    alias: { none: "one token" },
    settings: { properties: { leastNodes: 1 } },
  });
});
