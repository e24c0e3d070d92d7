import { CLUSTER_INSTANCES, clusterOf } from "../aws/databases";
import { type Located, located, type Subject } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { type Judgement, notApplicable, outcomes, pass, undetermined } from "../verdict/outcome";

type Check = (subject: Subject) => Judgement;

function fails(judgement: Judgement): boolean {
  return outcomes(judgement).some(({ verdict }) => verdict === "fail");
}

/** A check of what an instance of a cluster says itself or leaves to its cluster, for one resource. */
export function unlessCluster(check: Check): Check {
  return (subject) => {
    const own = check(subject);
    const isLeft = CLUSTER_INSTANCES.includes(subject.type) && fails(own);
    return isLeft ? notApplicable("Judged with its cluster") : own;
  };
}

function judge(stack: StackIndex, instance: StackResource, check: Check): Judgement {
  const own = check(instance);
  const cluster = clusterOf(stack, instance);
  if (!cluster) return undetermined("clusterIdentifier");
  const outcome = outcomes(check(cluster));
  if (outcome.every(({ verdict }) => verdict === "pass")) return pass;
  return fails(outcome) ? own : undetermined("", cluster.urn);
}

/** The same for the instances whose cluster has to answer. */
export function withClusters(stack: StackIndex, check: Check): readonly Located[] {
  return stack
    .ofTypes(CLUSTER_INSTANCES)
    .filter((instance) => fails(check(instance)))
    .flatMap((instance) =>
      outcomes(judge(stack, instance, check)).map((outcome) => located(instance, outcome)),
    );
}
