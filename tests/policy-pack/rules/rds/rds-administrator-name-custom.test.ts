import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });
const cluster = (props: object) => ({ cluster: aws("rds/cluster:Cluster", { ...props }) });

fixtures("rds-administrator-name-custom", {
  pass: {
    "an instance with a name of its own": instance({ username: "orders_owner" }),
    "a cluster with a name that only begins so": cluster({ masterUsername: "administrator_of_orders" }),
  },
  fail: {
    "an instance with the usual name": instance({ username: "postgres" }),
    "an instance with the usual name in other letters": instance({ username: "Admin" }),
  },
  unknown: { "an instance whose name is computed": instance({ username: UNKNOWN }) },
  unset: {
    "a replica, which has the name of its source": ["notApplicable", instance({ replicateSourceDb: "a" })],
  },
  alias: { "a cluster with the usual name": cluster({ masterUsername: "admin" }) },
});
