import { encryptionRules } from "../aws/bucket-encryption";
import { namesCustomerKey } from "../aws/keys";
import { known, type View } from "../reading/view";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

/** The default encryption of a bucket uses a KMS key of the account. */
export function judgeCustomerKey(place: View): Outcome {
  const unknown = [place, place.at("rules"), place.at("rule")].find(({ isUnknown }) => isUnknown);
  if (unknown) return undetermined(unknown);
  const judged = encryptionRules(place).map(({ algorithm, key, place: rule }): Outcome => {
    if (algorithm.isUnknown) return undetermined(algorithm);
    const isKms = ["aws:kms", "aws:kms:dsse"].includes(known(algorithm.string()) ?? "");
    if (!isKms) return fail(algorithm.isAbsent ? rule : algorithm, text`the algorithm is not that of KMS.`);
    return namesCustomerKey(key)
      ? pass
      : fail(key, text`the key is AWS's own; required: one of the account.`);
  });
  const [first = fail(place, text`no rule names an algorithm.`)] = judged;
  return judged.find(({ verdict }) => verdict === "pass") ?? first;
}
