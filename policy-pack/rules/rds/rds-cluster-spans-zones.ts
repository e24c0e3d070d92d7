import { CLUSTER_INSTANCES, CLUSTERS } from "../../aws/databases";
import { tokens } from "../../aws/tokens";
import { isSet } from "../../reading/set";
import { known, type View } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const SCALING_TARGETS = tokens("appautoscaling/target:Target");
const CLUSTER_ID = "clusterIdentifier";

/** Kinds of cluster that have no instances of their own in a program. */
function hasNoInstances(props: View): boolean {
  const mode = known(props.at("engineMode").string());
  return mode === "serverless" || known(props.at("clusterScalabilityType").string()) === "limitless";
}

/** Zones that are named; Aurora spreads the instances whose zone is left to it. */
function judgeZones(instances: readonly StackResource[]): Outcome {
  const places = instances.map(({ props }) => props.at("availabilityZone"));
  const zones = new Set(places.flatMap((place) => known(place.string()) ?? []));
  if (zones.size > 1 || places.some(({ isAbsent }) => isAbsent)) return pass;
  const unknown = places.find(({ isUnknown }) => isUnknown);
  if (unknown) return undetermined(unknown, unknown.holder);
  return fail("", text`all ${instances.length} instances are in one zone; required: at least 2 zones.`);
}

/** The fewest readers that Application Auto Scaling keeps; it spreads them over zones. */
function scaledReaders(stack: StackIndex, cluster: StackResource): number {
  const [target] = stack.referrers(cluster, "resourceId", SCALING_TARGETS);
  return (target && known(target.props.at("minCapacity").number())) ?? 0;
}

function judge(stack: StackIndex, cluster: StackResource): Outcome {
  const { props } = cluster;
  // A cluster with a class of its own has a writer and two readers in three zones.
  if (isSet(props.at("dbClusterInstanceClass"))) return pass;
  if (hasNoInstances(props)) return notApplicable("The cluster has no instances of its own");
  const instances = stack.referrers(cluster, CLUSTER_ID, CLUSTER_INSTANCES);
  if (instances.length > 0 && scaledReaders(stack, cluster) > 0) return pass;
  if (instances.length > 1) return judgeZones(instances);
  const open = stack.openReferrer(cluster, CLUSTER_ID, CLUSTER_INSTANCES);
  if (open) return undetermined("", open.urn);
  if (instances.length === 0 && isSet(props.at("globalClusterIdentifier"))) {
    return notApplicable("A cluster without instances keeps a copy for a global cluster");
  }
  return fail("", text`the cluster has ${instances.length} instances; required: at least 2.`);
}

export const control = defineControl({
  id: "RDS-08",
  name: "rds-cluster-spans-zones",
  title: "Clusters have instances in at least two zones",
  why: "A cluster with one instance is down until AWS has made another one.",
  fix: "Add a second aws.rds.ClusterInstance, in another zone or with availabilityZone left to Aurora.",
  severity: "medium",
  enforcement: "advisory",
  types: CLUSTERS,
  stack: (stack) => stack.ofTypes(CLUSTERS).map((cluster) => located(cluster, judge(stack, cluster))),
  references: {
    securityHub: ["RDS.15"],
    nist80053: ["CP-10", "CP-6(2)", "SC-36", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL10-BP01"],
    awsConfig: ["rds-cluster-multi-az-enabled"],
    prowler: ["rds_cluster_multi_az"],
    pulumi: [
      "CP:rds-cluster-disallow-single-availability-zone",
      "PB:rds-cluster-disallow-single-availability-zone",
    ],
  },
});
