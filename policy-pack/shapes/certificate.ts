import { tokens } from "../aws/tokens";
import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

const MANAGED = tokens("acm/certificate:Certificate", "acm/certificateValidation:CertificateValidation");
const UPLOADED = tokens("iam/serverCertificate:ServerCertificate");

/**
 * A certificate comes from AWS Certificate Manager: by its ARN, or by what the ARN is computed from.
 *
 * @param property - The property at the top of the inputs that holds the place.
 */
export function fromAcm(stack: StackIndex, from: StackResource, property: string, place: View): Outcome {
  const required = text`the certificate does not come from ACM; required: an aws.acm.Certificate.`;
  const written = known(place.string());
  if (place.isAbsent || written === "")
    return fail(place, text`no certificate is named; required: one of ACM.`, place.path);
  if (written !== undefined)
    return /^arn:aws[a-z-]*:acm:/.test(written) ? pass : fail(place, required, place.path);
  const { found } = stack.targets(from, property, [...MANAGED, ...UPLOADED]);
  if (found.length === 0) return undetermined(place);
  return found.every(({ type }) => MANAGED.includes(type)) ? pass : fail(place, required, place.path);
}
