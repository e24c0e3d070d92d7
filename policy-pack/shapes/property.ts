import type { Subject } from "../registry/control";
import { isSet } from "../reading/set";
import { known } from "../reading/view";
import { fail, type Judgement, type Outcome, outcomes, pass, undetermined } from "../verdict/outcome";
import { key, list, setting, text } from "../verdict/text";

type Value = string | number | boolean;
type Check = (subject: Subject) => Outcome;

/**
 * The property has one of the values.
 *
 * @param whenUnset - What AWS takes where the property is not set; nothing where unset is never good.
 */
export function oneOf(path: string, allowed: readonly Value[], whenUnset?: Value): Check {
  return ({ props }) => {
    const place = props.at(path);
    if (place.isUnknown) return undetermined(place);
    const written = place.isAbsent ? whenUnset : known(place.string());
    const isAllowed = allowed.some((value) => String(value).toLowerCase() === String(written).toLowerCase());
    if (written !== undefined && isAllowed) return pass;
    const wanted = list(allowed.map(setting));
    const is = place.isAbsent ? text`${key(path)} is not set` : text`${key(path)} has another value`;
    return fail(place, text`${is}; required: ${wanted}.`);
  };
}

/** The property is a number of at least, or at most, so much. */
export function within(
  path: string,
  { least = -Infinity, most = Infinity }: { least?: number; most?: number },
  whenUnset?: number,
): Check {
  return ({ props }) => {
    const place = props.at(path);
    if (place.isUnknown) return undetermined(place);
    const value = place.isAbsent ? whenUnset : known(place.number());
    if (value !== undefined && value >= least && value <= most) return pass;
    const bounds = [
      least === -Infinity ? [] : text`at least ${least}`,
      most === Infinity ? [] : text`at most ${most}`,
    ].flat();
    const is = value === undefined ? text`${key(path)} is not set` : text`${key(path)} is ${value}`;
    return fail(place, text`${is}; required: ${list(bounds)}.`);
  };
}

/** The property is set to something, known or not. An empty list, map or text is not something. */
export function present(path: string): Check {
  return ({ props }) => {
    const place = props.at(path);
    return isSet(place) ? pass : fail(place, text`${key(path)} is not set.`);
  };
}

/** A list holds at least so many elements, known or not. */
export function atLeast(path: string, count: number): Check {
  return ({ props }) => {
    const place = props.at(path);
    if (place.isUnknown) return undetermined(place);
    const held = place.items().length;
    return held >= count
      ? pass
      : fail(place, text`${key(path)} has ${held} elements; required: at least ${count}.`);
  };
}

/** All checks that are asked of a type, each judged apart. */
export function all(
  ...checks: readonly ((subject: Subject) => Judgement)[]
): (subject: Subject) => readonly Outcome[] {
  return (subject) =>
    checks.flatMap((check) => outcomes(check(subject))).filter(({ verdict }) => verdict !== "pass");
}

/** The check that belongs to the subject's type. */
export function byType(
  checks: Readonly<Record<string, (subject: Subject) => Judgement>>,
): (subject: Subject) => Judgement {
  return (subject) => checks[subject.type]?.(subject) ?? pass;
}
