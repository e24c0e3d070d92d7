import { namesCustomerKey } from "../../aws/keys";
import { BUCKETS, ENCRYPTION, said } from "../../aws/buckets";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import { judgeCustomerKey } from "../../shapes/bucket-customer-key";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const OBJECTS = tokens(
  "s3/bucketObjectv2:BucketObjectv2",
  "s3/bucketObject:BucketObject",
  "s3/objectCopy:ObjectCopy",
);

/** Unset, an object is encrypted as its bucket says. */
function judge(stack: StackIndex, object: StackResource): Outcome {
  const [key, algorithm] = [object.props.at("kmsKeyId"), object.props.at("serverSideEncryption")];
  const required = text`the object is not encrypted with a key of the account.`;
  if (!key.isAbsent) return namesCustomerKey(key) ? pass : fail(key, required);
  if (algorithm.isUnknown) return undetermined(algorithm);
  if (known(algorithm.string()) === "AES256") return fail(algorithm, required);
  const { found } = stack.targets(object, "bucket", BUCKETS);
  if (found.length === 0) return undetermined("bucket");
  const judged = found.map((bucket) => {
    const [place] = said(stack, bucket, ENCRYPTION);
    const open = stack.openReferrer(bucket, "bucket", ENCRYPTION.types);
    if (place) return judgeCustomerKey(place.place);
    return open ? undetermined(key, open.urn) : fail(key, required);
  });
  const worst =
    judged.find(({ verdict }) => verdict === "fail") ?? judged.find(({ verdict }) => verdict !== "pass");
  return worst?.verdict === "fail" ? fail(key, required) : (worst ?? pass);
}

export const control = defineControl({
  id: "S3-28",
  name: "object-customer-key",
  title: "Objects that the program uploads or copies are encrypted with a key of the account",
  why: "What a program uploads is often configuration and code, and is read by whoever may read the bucket.",
  fix: "Set kmsKeyId on the object, or give the bucket a default encryption with a key of the account.",
  severity: "low",
  enforcement: "advisory",
  types: OBJECTS,
  stack: (stack) => stack.ofTypes(OBJECTS).map((object) => located(object, judge(stack, object))),
  references: {
    nist80053: ["SC-12", "SC-28"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_186", "CKV_AWS_181"],
  },
});
