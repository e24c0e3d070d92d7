import { encryptionOf, encryptionSource, ownEncryption } from "../aws/database-encryption";
import { type ControlArgs, located, type Subject } from "../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

function judge(subject: Subject): Outcome {
  if (encryptionSource(subject)) return notApplicable("Judged with what it is made from");
  const { isOn, place } = ownEncryption(subject.props);
  if (isOn === true) return pass;
  if (isOn === undefined) return undetermined(place);
  return fail(place, text`"storageEncrypted" is ${place.isAbsent ? text`not set` : false}; required: true.`);
}

/**
 * Databases are encrypted: those that are made from another one as that one is, the others by their own setting. AWS
 * takes an unset `storageEncrypted` for false.
 */
export function storageEncrypted(
  types: readonly string[],
): Required<Pick<ControlArgs<object>, "resource" | "stack">> {
  return {
    resource: judge,
    *stack(stack) {
      for (const database of stack.ofTypes(types)) {
        if (judge(database).verdict !== "notApplicable") continue;
        const { state, place } = encryptionOf(stack, database);
        const plain = text`what the database is made from is not encrypted, and so neither is the database.`;
        const decided = state === "encrypted" ? pass : fail(place, plain);
        yield located(database, state === "open" ? undetermined(place) : decided);
      }
    },
  };
}
