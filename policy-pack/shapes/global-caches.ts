import { GLOBAL_GROUPS, REPLICATION_GROUPS } from "../aws/caches";
import { isSet } from "../reading/set";
import { type ControlArgs, located, type Subject } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { type Judgement, notApplicable, outcomes, undetermined } from "../verdict/outcome";

type Check = (subject: Subject) => Judgement;

const GLOBAL_ID = "globalReplicationGroupId";

function isPassed(judgement: Judgement): boolean {
  return outcomes(judgement).every(({ verdict }) => verdict === "pass");
}

/** The first group of the global one that a group has joined. */
function primaryOf(stack: StackIndex, group: StackResource): StackResource | undefined {
  const [whole] = stack.targets(group, GLOBAL_ID, GLOBAL_GROUPS).found;
  return whole && stack.targets(whole, "primaryReplicationGroupId", REPLICATION_GROUPS).found[0];
}

/** A check of replication groups; one that has joined a global group takes what it does not say from the first one. */
export function orPrimary(check: Check): Required<Pick<ControlArgs<object>, "resource" | "stack">> {
  const isLeft = (subject: Pick<Subject, "type" | "props">): boolean =>
    REPLICATION_GROUPS.includes(subject.type) && isSet(subject.props.at(GLOBAL_ID));
  return {
    resource: (subject) => {
      const own = check(subject);
      return isLeft(subject) && !isPassed(own) ? notApplicable("Judged with the first group") : own;
    },
    *stack(stack) {
      for (const group of stack.ofTypes(REPLICATION_GROUPS)) {
        if (!isLeft(group) || isPassed(check(group))) continue;
        const primary = primaryOf(stack, group);
        const judged = primary ? check(primary) : undetermined(GLOBAL_ID);
        for (const outcome of outcomes(judged)) yield located(group, outcome);
      }
    },
  };
}
