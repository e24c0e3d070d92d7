import { madeFrom, replicaOf } from "../aws/databases";
import type { Subject } from "../registry/control";
import { notApplicable, type Outcome, undetermined } from "../verdict/outcome";

type Check = (subject: Subject) => Outcome;

/** A check of what a database takes from the one it is made from where it says nothing itself. */
export function unlessCopied(path: string, check: Check): Check {
  return (subject) => {
    const source = madeFrom(subject.props);
    return source && subject.props.at(path).isAbsent ? undetermined(source) : check(subject);
  };
}

/** A check of what is asked of the source of a replica, and of the replica only where that is wanted. */
export function unlessReplica(check: Check, withReplicas = false): Check {
  return (subject) =>
    replicaOf(subject.props) && !withReplicas ? notApplicable("It is a replica") : check(subject);
}
