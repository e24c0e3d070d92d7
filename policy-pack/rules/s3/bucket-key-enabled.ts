import { encryptionRules } from "../../aws/bucket-encryption";
import { BUCKETS, ENCRYPTION, saidApart, saidInline } from "../../aws/buckets";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, type Judgement, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge({ type, props }: Subject): Judgement {
  const places = BUCKETS.includes(type) ? saidInline(props, ENCRYPTION) : saidApart(props, ENCRYPTION);
  const unknown = places.flatMap((place) => [place, place.at("rules"), place.at("rule")]);
  const open = unknown.find(({ isUnknown }) => isUnknown);
  if (open) return undetermined(open);
  const judged = places
    .flatMap(encryptionRules)
    .flatMap(({ algorithm, bucketKey, place }): readonly Outcome[] => {
      if (algorithm.isUnknown) return [undetermined(algorithm)];
      // Dual-layer encryption has no bucket keys.
      if (known(algorithm.string()) !== "aws:kms") return [];
      if (bucketKey.isUnknown) return [undetermined(bucketKey)];
      const isOn = known(bucketKey.boolean()) === true;
      return [isOn ? pass : fail(place, text`the bucket key is off; required: on.`)];
    });
  return judged.length > 0 ? judged : notApplicable("No rule encrypts with aws:kms");
}

export const control = defineControl({
  id: "S3-13",
  name: "bucket-key-enabled",
  title: "Buckets that encrypt with KMS use a bucket key",
  why: "Without it each object costs a call to KMS, which is paid for and counts against a quota.",
  fix: "Set bucketKeyEnabled in the rule of the bucket's encryption.",
  severity: "low",
  enforcement: "advisory",
  types: [...BUCKETS, ...ENCRYPTION.types],
  resource: judge,
  references: {
    nist80053: ["SC-28"],
    wellArchitected: ["SEC08-BP01"],
    pulumi: ["CP:s3-bucket-enable-server-side-encryption-bucket-key"],
  },
});
