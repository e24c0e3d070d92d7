import type { View } from "../reading/view";
import type { Subject } from "../registry/control";
import {
  type Judgement,
  notApplicable,
  type Outcome,
  outcomes,
  pass,
  undetermined,
} from "../verdict/outcome";

/** When something is asked of a resource. */
export interface Condition {
  /** Nothing where it cannot be told. */
  readonly holds: (props: View) => boolean | undefined;
  /** The property that decides it. */
  readonly decidedBy: string;
  /** Why nothing is asked otherwise. */
  readonly otherwise: string;
}

/** Asks where a condition holds. Where that cannot be told, a resource that is good in either case passes. */
export function where(
  { holds, decidedBy, otherwise }: Condition,
  check: (subject: Subject) => Judgement,
): (subject: Subject) => Judgement {
  return (subject) => {
    const isAsked = holds(subject.props);
    if (isAsked === false) return notApplicable(otherwise);
    const judged = check(subject);
    if (isAsked === true) return judged;
    return outcomes(judged).every(({ verdict }) => verdict === "pass") ? pass : undetermined(decidedBy);
  };
}

/** Checks of which each makes sense only where those before it are passed; the first that is not decides. */
export function inTurn(...checks: readonly ((subject: Subject) => Outcome)[]): (subject: Subject) => Outcome {
  return (subject) => {
    for (const check of checks) {
      const outcome = check(subject);
      if (outcome.verdict !== "pass") return outcome;
    }
    return pass;
  };
}
