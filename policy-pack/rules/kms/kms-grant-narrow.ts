import { tokens } from "../../aws/tokens";
import { isSet } from "../../reading/set";
import { known, type View } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** A grant to an account is one to all its roles and users that IAM lets use the key. */
const WHOLE_ACCOUNT = /^(\*|\d{12}|arn:[^:]*:iam::\d{12}:root)$/;

function judgeGrantee({ props }: Subject): Outcome {
  const grantee = props.at("granteePrincipal");
  if (grantee.isUnknown) return undetermined(grantee);
  return WHOLE_ACCOUNT.test(known(grantee.string()) ?? "")
    ? fail(grantee, text`the grant is for a whole account; required: one role.`, "grantee")
    : pass;
}

function isConstrained(constraints: View): boolean {
  const kinds = ["encryptionContextEquals", "encryptionContextSubset"];
  return (
    constraints.isUnknown || constraints.items().some((each) => kinds.some((kind) => isSet(each.at(kind))))
  );
}

function judgeOperations({ props }: Subject): Outcome {
  const operations = props.at("operations");
  const passesOn = operations.items().some((each) => known(each.string()) === "CreateGrant");
  if (passesOn && !isConstrained(props.at("constraints"))) {
    return fail(
      operations,
      text`the grant can be passed on without limit; required: a constraint, or no CreateGrant.`,
      "operations",
    );
  }
  const unknown = operations.firstUnknown();
  return unknown ? undetermined(unknown) : pass;
}

export const control = defineControl({
  id: "KMS-09",
  name: "kms-grant-narrow",
  title: "Grants are for one role, and are passed on within constraints only",
  why: "A grant works beside the key's policy, where nobody looks for it.",
  fix: "Set granteePrincipal to the ARN of a role; leave CreateGrant out of operations or set constraints.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("kms/grant:Grant"),
  resource: (subject) =>
    [judgeGrantee(subject), judgeOperations(subject)].filter(({ verdict }) => verdict !== "pass"),
  references: {
    nist80053: ["AC-3", "AC-6", "SC-12"],
    wellArchitected: ["SEC08-BP01"],
    pulumi: ["PB:kms-grant-access-control"],
  },
});
