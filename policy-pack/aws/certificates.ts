import type { View } from "../reading/view";
import { tokens } from "./tokens";

/** Certificates of AWS Certificate Manager. */
export const CERTIFICATES = tokens("acm/certificate:Certificate");

/** Who made a certificate: Amazon for the public, a private authority, or somebody who brought it along. */
export function issuerOf(certificate: View): "amazon" | "private" | "imported" {
  const isImported = ["privateKey", "privateKeyWo", "certificateBody"].some(
    (name) => !certificate.at(name).isAbsent,
  );
  if (isImported) return "imported";
  return certificate.at("certificateAuthorityArn").isAbsent ? "amazon" : "private";
}
