import { CLUSTERS, INSTANCES } from "../../aws/databases";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { isSet } from "../../reading/set";
import { fail, notApplicable, pass, undetermined } from "../../verdict/outcome";
import { text, word } from "../../verdict/text";

interface Parameters {
  readonly names: readonly string[];
}

export const control = defineControl<Parameters>({
  id: "RDS-25",
  name: "rds-administrator-name-custom",
  title: "Administrators of databases do not have the name that everyone tries",
  why: "Who guesses passwords begins with admin and postgres; a name of your own doubles what must be guessed.",
  fix: "Set username on the aws.rds.Instance or masterUsername on the aws.rds.Cluster; this replaces the database.",
  severity: "medium",
  enforcement: "advisory",
  types: [...INSTANCES, ...CLUSTERS],
  parameters: {
    names: {
      type: "array",
      items: { type: "string" },
      default: ["admin", "postgres"],
      description: "Names that an administrator must not have.",
    },
  },
  resource: ({ type, props }, { parameters }) => {
    const place = props.at(INSTANCES.includes(type) ? "username" : "masterUsername");
    if (place.isUnknown) return undetermined(place);
    if (!isSet(place)) return notApplicable("The name comes from what the database is made from");
    const name = (known(place.string()) ?? "").toLowerCase();
    const refused = parameters.names.map((each) => each.toLowerCase());
    return refused.includes(name) ? fail(place, text`the administrator is ${word(name, refused)}.`) : pass;
  },
  references: {
    securityHub: ["RDS.24", "RDS.25"],
    nist80053: ["CA-9(1)", "CM-2"],
    wellArchitected: ["SEC02-BP01"],
    awsConfig: ["rds-cluster-default-admin-check", "rds-instance-default-admin-check"],
    prowler: ["rds_cluster_default_admin", "rds_instance_default_admin"],
  },
});
