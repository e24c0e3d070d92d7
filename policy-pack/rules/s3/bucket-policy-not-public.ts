import { BUCKETS, POLICY } from "../../aws/buckets";
import { PUBLIC_BY_TAG } from "../../aws/declared-public";
import { isPublic } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import {
  type DeclaredPublic,
  declaredPublicParameter,
  unlessDeclaredPublic,
} from "../../shapes/declared-public";
import { judgePolicy } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

const TYPES = [...BUCKETS, ...POLICY.types];

const EVERYONE = text`a statement allows everyone, without a condition that says who.`;

export const control = defineControl<DeclaredPublic>({
  id: "S3-08",
  name: "bucket-policy-not-public",
  title: "No bucket policy allows everyone without a condition that says who",
  why: "A principal of * is the world, AWS accounts and strangers alike.",
  fix: "Name the principals, add a condition on aws:PrincipalOrgID, aws:SourceVpce, aws:SourceArn or the like, or declare the bucket public by publicTags.",
  severity: "high",
  enforcement: "mandatory",
  profiles: {
    public: { parameters: { publicTags: PUBLIC_BY_TAG } },
    private: { severity: "critical" },
  },
  types: TYPES,
  parameters: declaredPublicParameter,
  ...unlessDeclaredPublic(TYPES, ({ props }) => judgePolicy(props.at("policy"), isPublic, EVERYONE)),
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC03-BP07", "SEC08-BP04"],
    checkov: ["CKV_AWS_70"],
    cdkNag: ["AwsSolutions-S5"],
    awsConfig: ["s3-bucket-policy-not-more-permissive", "s3-bucket-policy-grantee-check"],
    prowler: ["s3_bucket_public_access"],
    pulumi: ["PB:s3-bucket-least-privilege", "PB:s3-bucket-policy-grantee-check"],
  },
});
