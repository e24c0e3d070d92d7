import { CACHE_CLUSTERS, isMember, REPLICATION_GROUPS } from "../../aws/caches";
import { isSet } from "../../reading/set";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, notApplicable, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "EC-09",
  name: "elasticache-subnet-group-named",
  title: "Caches are in a subnet group of their own choice",
  why: "Left out, a cache lands in the default VPC, whose subnets are public.",
  fix: "Set subnetGroupName to an aws.elasticache.SubnetGroup.",
  severity: "high",
  enforcement: "mandatory",
  types: [...REPLICATION_GROUPS, ...CACHE_CLUSTERS],
  resource: ({ type, props }) => {
    if (CACHE_CLUSTERS.includes(type) && isMember(props)) return notApplicable("Its group decides");
    const place = props.at("subnetGroupName");
    if (!isSet(place)) return fail(place, text`"subnetGroupName" is not set; required: a group of your own.`);
    const isDefault = known(place.string())?.toLowerCase() === "default";
    return isDefault ? fail(place, text`the subnet group is the default one; required: another one.`) : pass;
  },
  references: {
    securityHub: ["ElastiCache.7"],
    nist80053: ["AC-4", "AC-4(21)", "SC-7", "SC-7(11)", "SC-7(16)", "SC-7(21)", "SC-7(4)", "SC-7(5)"],
    wellArchitected: ["SEC05-BP01"],
    checkov: ["CKV_AWS_323"],
    cdkNag: ["AwsSolutions-AEC1"],
    awsConfig: ["elasticache-subnet-group-check"],
  },
});
