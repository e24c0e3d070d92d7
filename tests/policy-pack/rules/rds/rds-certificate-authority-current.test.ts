import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });

fixtures("rds-certificate-authority-current", {
  pass: {
    "an instance with a longer key": instance({ caCertIdentifier: "rds-ca-rsa4096-g1" }),
    "an instance with a current authority": instance({ caCertIdentifier: "rds-ca-ecc384-g1" }),
  },
  fail: { "an instance with one that has ended": instance({ caCertIdentifier: "rds-ca-2019" }) },
  unknown: { "an instance whose authority is computed": instance({ caCertIdentifier: UNKNOWN }) },
  unset: { "an instance that leaves it to AWS": ["pass", instance({})] },
  alias: {
    "an instance of a cluster with one that has ended": {
      member: aws("rds/clusterInstance:ClusterInstance", { caCertIdentifier: "rds-ca-2015" }),
    },
    "a cluster with one that has ended": {
      cluster: aws("rds/cluster:Cluster", { caCertificateIdentifier: "rds-ca-2019" }),
    },
  },
});
