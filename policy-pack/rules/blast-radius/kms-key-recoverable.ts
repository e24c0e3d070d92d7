import { KEY_POLICIES, KEYS } from "../../aws/keys";
import { touches, type Statement, statementsOf } from "../../policy-documents/statement";
import { isSet } from "../../reading/set";
import { and, some, truth, type Truth } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { fail, notApplicable, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** Services act on keys for others; they do not mend policies. */
function isForPeople({ principals: { isNegated, named } }: Statement): Truth {
  return truth(isNegated || named.some(({ kind }) => kind !== "service" && kind !== "canonical"));
}

function canMend(document: readonly Statement[]): Truth {
  return some(document, (statement) =>
    and(statement.allows, isForPeople(statement), touches(statement.actions, "kms:putkeypolicy")),
  );
}

export const control = defineControl({
  id: "BLAST-03",
  name: "kms-key-recoverable",
  title: "Somebody may always change the policy of a key",
  why: "A key whose policy nobody may change is lost at the first mistake, and only AWS Support can bring it back.",
  fix: "Allow kms:* or kms:PutKeyPolicy to the account's root or to those who administer the key.",
  severity: "high",
  enforcement: "mandatory",
  types: [...KEYS, ...KEY_POLICIES],
  resource: ({ props }) => {
    const policy = props.at("policy");
    if (!isSet(policy))
      return notApplicable("AWS fills in a policy by which the account administers the key");
    const answer = canMend(statementsOf(policy));
    if (answer === "maybe") return undetermined(policy);
    const lost = text`no statement allows anyone kms:PutKeyPolicy; required: the account's root or an administrator.`;
    return answer === "yes" ? pass : fail(policy, lost);
  },
  references: { nist80053: ["SC-12"], wellArchitected: ["SEC08-BP01"] },
});
