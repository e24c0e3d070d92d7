import { issuerOf } from "../aws/certificates";
import type { Condition } from "./condition";

/** Certificates that Amazon issues for the public. */
export const ISSUED_BY_AMAZON: Condition = {
  holds: (certificate) => issuerOf(certificate) === "amazon",
  decidedBy: "certificateAuthorityArn",
  otherwise: "Amazon does not issue the certificate for the public",
};
