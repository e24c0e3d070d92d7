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

/**
 * A variable holds no secret. What is computed from other resources is one only if it is called so.
 *
 * @param refused - Names that are refused whatever they hold.
 */
export function noSecret({ name, value }: Variable, refused: readonly string[] = []): Outcome {
  const called = name === undefined ? text`a variable` : text`the variable ${key(name)}`;
  const found = fail(value, text`${called} holds a secret; required: a reference to one.`, value.path);
  const held = known(value.string());
  if (name !== undefined && refused.includes(name) && held !== "") return found;
  if (name === undefined) return undetermined(value);
  if (value.isUnknown) return isNamedAsSecret(name) ? undetermined(value) : pass;
  return held !== undefined && isSecretVariable(name, held) ? found : pass;
}
