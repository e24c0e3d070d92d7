import { holdsSecret } from "../aws/secret-values";
import { known, type View } from "../reading/view";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

/** A variable that everyone sees who may read its resource. */
export interface Variable {
  /** Nothing where it is not known. */
  readonly name: string | undefined;
  readonly value: View;
}

/**
 * A variable holds no secret.
 *
 * @param refused - Names that are refused whatever they hold.
 */
export function noSecret({ name, value }: Variable, refused: readonly string[] = []): Outcome {
  const found = fail(
    value,
    text`the name or the value of the variable is that of a secret; required: a reference to a secret.`,
    value.path,
  );
  const held = known(value.string());
  if (name !== undefined && refused.includes(name) && held !== "") return found;
  if (name === undefined || value.isUnknown) return undetermined(value);
  return held !== undefined && holdsSecret(name, held) ? found : pass;
}
