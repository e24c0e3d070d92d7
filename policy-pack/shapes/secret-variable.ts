import { isNamedAsSecret, isSecretVariable } from "../aws/secrets-in-text";
import { known, type View } from "../reading/view";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { key, text } from "../verdict/text";

/** A variable that everyone sees who may read its resource. */
export interface Variable {
  /** Nothing where it is not known. */
  readonly name: string | undefined;
  readonly value: View;
}

function found({ name, value }: Variable): Outcome {
  const called = name === undefined ? text`a variable` : text`the variable ${key(name)}`;
  return fail(value, text`${called} holds a secret; required: a reference to one.`, value.path);
}

/**
 * A variable holds no secret. What is computed from other resources is one only if it is called so.
 *
 * @param refused - Names that are refused whatever they hold.
 */
export function noSecret(variable: Variable, refused: readonly string[] = []): Outcome {
  const { name, value } = variable;
  if (name === undefined) return undetermined(value);
  const held = known(value.string());
  if (refused.includes(name) && held !== "") return found(variable);
  if (value.isUnknown) return isNamedAsSecret(name) ? undetermined(value) : pass;
  return isSecretVariable(name, held ?? "") ? found(variable) : pass;
}
