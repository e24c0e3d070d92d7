import { ACL, BUCKETS, OWNERSHIP } from "../../aws/buckets";
import { defineControl, type Subject } from "../../registry/control";
import { known, type View } from "../../reading/view";
import { oneOf } from "../../shapes/property";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const enforced = oneOf("rule.objectOwnership", ["BucketOwnerEnforced"]);

/** The list that every bucket has: its owner may do everything. */
function isOwners(grants: View): boolean {
  const [only, ...others] = grants.items();
  const permissions =
    only
      ?.at("permissions")
      .items()
      .map((place) => known(place.string())) ?? [];
  const isUser = only !== undefined && known(only.at("type").string()) === "CanonicalUser";
  return isUser && others.length === 0 && permissions.join() === "FULL_CONTROL";
}

/** Since April 2023 a new bucket has no ACLs; AWS calls the list that stands in for it `private`. */
function judgeBucket({ props }: Subject): Outcome {
  const [acl, grants] = [props.at("acl"), props.at("grants")];
  const open = [acl, grants].find(({ isUnknown }) => isUnknown);
  if (open) return undetermined(open);
  const isUsed =
    (!grants.isEmpty && !isOwners(grants)) || !["", "private"].includes(known(acl.string()) ?? "");
  return isUsed ? fail(acl, text`the bucket has an ACL; required: a policy instead.`) : pass;
}

function judge(subject: Subject): Outcome {
  if (ACL.types.includes(subject.type))
    return fail("", text`the bucket has an ACL; required: a policy instead.`);
  return OWNERSHIP.types.includes(subject.type) ? enforced(subject) : judgeBucket(subject);
}

export const control = defineControl({
  id: "S3-06",
  name: "bucket-acl-disabled",
  title: "Buckets have no access control lists",
  why: "With BucketOwnerEnforced, which is the default since April 2023, the policy alone says who has access.",
  fix: "Set objectOwnership to BucketOwnerEnforced or leave the ownership controls out, and remove aws.s3.BucketAcl.",
  severity: "medium",
  enforcement: "advisory",
  types: [...BUCKETS, ...OWNERSHIP.types, ...ACL.types],
  resource: judge,
  references: {
    securityHub: ["S3.12"],
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV2_AWS_65"],
    awsConfig: ["s3-bucket-acl-prohibited"],
    prowler: ["s3_bucket_acl_prohibited"],
    pulumi: ["PB:s3-bucket-acl-prohibited"],
  },
});
