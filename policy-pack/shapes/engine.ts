import { known } from "../reading/view";
import type { Subject } from "../registry/control";
import { type Judgement, notApplicable, outcomes, undetermined } from "../verdict/outcome";

type Check = (subject: Subject) => Judgement;

/**
 * A check of what only some engines have.
 *
 * @param whenUnset - The engine that AWS takes where none is set; nothing where it comes from elsewhere.
 */
export function forEngines(engines: RegExp, check: Check, whenUnset?: string): Check {
  return (subject) => {
    const place = subject.props.at("engine");
    const engine = place.isAbsent ? whenUnset : known(place.string());
    if (engine !== undefined && !engines.test(engine)) return notApplicable("The engine does not have this");
    const judged = check(subject);
    if (engine !== undefined || outcomes(judged).every(({ verdict }) => verdict === "pass")) return judged;
    return undetermined(place);
  };
}
