import { CLUSTERS, INSTANCES } from "../../aws/databases";
import { isSet } from "../../reading/set";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "RDS-27",
  name: "rds-subnet-group-named",
  title: "Databases are in a subnet group of their own choice",
  why: "Left out, a database lands in the default VPC, whose subnets are public.",
  fix: "Set dbSubnetGroupName to an aws.rds.SubnetGroup.",
  severity: "medium",
  enforcement: "advisory",
  types: [...INSTANCES, ...CLUSTERS],
  resource: ({ props }) => {
    const place = props.at("dbSubnetGroupName");
    const source = props.at("replicateSourceDb");
    // A replica in the Region of its source gets the source's group; one elsewhere gets the default.
    if (!isSet(place) && isSet(source)) return undetermined(source);
    if (!isSet(place))
      return fail(place, text`"dbSubnetGroupName" is not set; required: a group of your own.`);
    const isDefault = known(place.string())?.toLowerCase() === "default";
    return isDefault ? fail(place, text`the subnet group is the default one; required: another one.`) : pass;
  },
  references: {
    securityHub: ["RDS.18"],
    nist80053: ["AC-4", "SC-7", "SC-7(11)"],
    wellArchitected: ["SEC05-BP01"],
    prowler: ["rds_instance_inside_vpc"],
  },
});
