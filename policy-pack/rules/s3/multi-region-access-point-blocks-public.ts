import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { publicAccessBlocked } from "../../shapes/public-access-flags";

export const control = defineControl({
  id: "S3-23",
  name: "multi-region-access-point-blocks-public",
  title: "Multi-Region access points block public access",
  why: "One that does not block it can open buckets of several Regions to the world, and cannot be changed afterwards.",
  fix: "Leave details.publicAccessBlock out, which blocks all, or set its four flags to true.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("s3control/multiRegionAccessPoint:MultiRegionAccessPoint"),
  resource: publicAccessBlocked("details.publicAccessBlock", true),
  references: {
    securityHub: ["S3.24"],
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC08-BP04"],
    prowler: ["s3_multi_region_access_point_public_access_block"],
  },
});
