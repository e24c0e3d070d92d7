import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { publicAccessBlocked } from "../../shapes/public-access-flags";

export const control = defineControl({
  id: "S3-22",
  name: "access-point-blocks-public",
  title: "Access points block public access",
  why: "An access point that does not block it can open a bucket to the world, and cannot be changed afterwards.",
  fix: "Leave publicAccessBlockConfiguration out, which blocks all, or set its four flags to true.",
  severity: "critical",
  enforcement: "mandatory",
  types: tokens("s3/accessPoint:AccessPoint"),
  resource: publicAccessBlocked("publicAccessBlockConfiguration", true),
  references: {
    securityHub: ["S3.19"],
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV_AWS_392"],
    awsConfig: ["s3-access-point-public-access-blocks"],
    prowler: ["s3_access_point_public_access_block"],
    pulumi: ["PB:s3-accesspoint-public-access-block"],
  },
});
