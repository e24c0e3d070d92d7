import { grantsOf } from "../../aws/bucket-acl";
import { ACL, BUCKETS, POLICY, PUBLIC_ACCESS, said } from "../../aws/buckets";
import { isPublic } from "../../policy-documents/exposure";
import { known } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import { judgeStatements } from "../../shapes/refused-statements";
import { TRAILS, trailBuckets } from "../../shapes/trails";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** Whether a flag of the bucket's public access block is on; it makes what it is about harmless. */
function isBlocked(stack: StackIndex, bucket: StackResource, flag: string): boolean {
  return said(stack, bucket, PUBLIC_ACCESS).some(({ place }) => known(place.at(flag).boolean()) === true);
}

function judgeAcl(stack: StackIndex, bucket: StackResource): readonly Located[] {
  if (isBlocked(stack, bucket, "ignorePublicAcls")) return [];
  const carriers = [bucket, ...stack.referrers(bucket, "bucket", ACL.types)];
  return carriers.map((carrier) => {
    const { grants, open } = grantsOf(carrier.props);
    const [first] = grants;
    const message = text`the ACL of the trail's bucket lets strangers in.`;
    if (first) return located(carrier, fail(first.place, message));
    return located(carrier, open ? undetermined(open) : pass);
  });
}

function judgePolicy(stack: StackIndex, bucket: StackResource): readonly Located[] {
  if (isBlocked(stack, bucket, "restrictPublicBuckets")) return [];
  const message = text`the policy of the trail's bucket allows everyone, without a condition that says who.`;
  return said(stack, bucket, POLICY).flatMap(({ resource, place }) =>
    judgeStatements(place, isPublic, message).map((outcome) => located(resource, outcome)),
  );
}

/** Without a block in the program AWS's own holds for a new bucket; a public policy or ACL would have to lift it first. */
function judge(stack: StackIndex, bucket: StackResource): Located {
  const judged = [...judgeAcl(stack, bucket), ...judgePolicy(stack, bucket)];
  const ofVerdict = (word: string) => judged.find(({ outcome }) => outcome.verdict === word);
  return ofVerdict("fail") ?? ofVerdict("undetermined") ?? located(bucket, pass);
}

export const control = defineControl({
  id: "CT-05",
  name: "trail-bucket-not-public",
  title: "The bucket of a trail is not public",
  why: "The trail tells strangers which accounts, roles and resources there are, and what is done with them.",
  fix: "Name CloudTrail as principal of the bucket's policy, remove ACLs, and add a public access block.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...TRAILS, ...BUCKETS],
  stack: trailBuckets(judge),
  references: {
    securityHub: ["CloudTrail.6"],
    nist80053: ["AC-3", "AC-4", "AC-6", "AU-9", "SC-7"],
    wellArchitected: ["SEC04-BP02", "SEC08-BP04"],
    awsConfig: ["cloudtrail-s3-bucket-public-access-prohibited"],
    prowler: ["cloudtrail_logs_s3_bucket_is_not_publicly_accessible"],
    trivy: ["AWS-0161"],
    pulumi: ["PB:cloudtrail-s3-bucket-public-access-denied"],
  },
});
