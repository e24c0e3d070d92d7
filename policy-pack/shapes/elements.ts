import type { Subject } from "../registry/control";
import { type Judgement, type Outcome, outcomes, undetermined } from "../verdict/outcome";

type Check = (subject: Subject) => Judgement;

/** A check of each element of a list; an absent or empty list passes. */
export function eachOf(path: string, check: Check): (subject: Subject) => readonly Outcome[] {
  return (subject) => {
    const place = subject.props.at(path);
    if (place.isUnknown) return [undetermined(place)];
    return place
      .items()
      .flatMap((item) =>
        item.isUnknown ? [undetermined(item)] : outcomes(check({ ...subject, props: item })),
      )
      .filter(({ verdict }) => verdict !== "pass");
  };
}
