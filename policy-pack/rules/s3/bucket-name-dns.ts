import { BUCKETS } from "../../aws/buckets";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const NAME = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
/** AWS's provider adds 26 characters to a prefix. */
const PREFIX = /^[a-z0-9][a-z0-9-]{0,36}$/;

function judge({ name, props }: Subject): Outcome {
  const [bucket, prefix] = [props.at("bucket"), props.at("bucketPrefix")];
  const open = [bucket, prefix].find(({ isUnknown }) => isUnknown);
  if (open) return undetermined(open);
  const required = text`required: small letters, digits and hyphens, and no dots.`;
  const written = known(bucket.string());
  if (written !== undefined)
    return NAME.test(written) ? pass : fail(bucket, text`the name is no single DNS label; ${required}`);
  const start = known(prefix.string());
  if (start !== undefined)
    return PREFIX.test(start)
      ? pass
      : fail(prefix, text`names with this prefix are no DNS labels; ${required}`);
  // Unset, the name is made from that of the resource, in small letters.
  const isGood = /^[a-z0-9][a-z0-9-]*$/i.test(name);
  return isGood ? pass : fail(bucket, text`the name is made from that of the resource; ${required}`);
}

export const control = defineControl({
  id: "S3-26",
  name: "bucket-name-dns",
  title: "Names of buckets are single DNS labels",
  why: "The certificate of S3 covers one label; a name with dots cannot be reached over TLS as a host.",
  fix: "Use small letters, digits and hyphens in bucket or bucketPrefix.",
  severity: "low",
  enforcement: "advisory",
  types: BUCKETS,
  resource: judge,
  references: { nist80053: ["SC-8"], wellArchitected: ["SEC09-BP02"], trivy: ["AWS-0320"] },
});
