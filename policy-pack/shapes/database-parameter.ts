import { parameterOf } from "../aws/database-parameters";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { setting, type Text, text } from "../verdict/text";

/** What is asked of a parameter of a database's parameter group. */
interface Wanted {
  /** Names of the parameter, which differ between engines; the first one names the finding. */
  readonly names: readonly string[];
  readonly isGood: (value: string) => boolean;
  /** Whether AWS's own value is good, by the group's family; undefined where that cannot be told. */
  readonly byDefault?: (family: string | undefined) => boolean | undefined;
  readonly required: Text;
}

/** The parameter group of a database sets a parameter well, or leaves it at a value that is good. */
export function parameterIs(stack: StackIndex, database: StackResource, wanted: Wanted): Outcome {
  const { names, isGood, byDefault = () => false, required } = wanted;
  const parameter = parameterOf(stack, database, names);
  const { place } = parameter;
  if (parameter.state === "open") return undetermined(place, parameter.waitsFor);
  const isSet = parameter.state === "set";
  const isFine = isSet ? isGood(parameter.value) : byDefault(parameter.family);
  if (isFine === true) return pass;
  if (isFine === undefined) return undetermined(place);
  const name = setting(names[0] ?? "");
  const is = isSet ? text`has another value` : text`is left at its default`;
  return fail(place, text`the parameter ${name} ${is}; required: ${required}.`, names[0]);
}

/** Whether a parameter that is a switch is on. */
export function isOn(value: string): boolean {
  return ["1", "on", "true"].includes(value.toLowerCase());
}
