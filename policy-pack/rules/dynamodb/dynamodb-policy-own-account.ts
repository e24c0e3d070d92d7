import { isWildcard, type Statement, statementsOf } from "../../aws/policy-document";
import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly trustedAccounts: readonly string[];
}

/** Conditions that draw a border around who asks. */
const BORDERS = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
]);

/** The account of a principal such as `arn:aws:iam::111122223333:role/reader` or `111122223333`. */
function accountIn(arn: string): string | undefined {
  return /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(arn)?.[1];
}

function judgePrincipal(principal: View, own: string | undefined, trusted: readonly string[]): Outcome {
  const written = known(principal.string());
  if (written === undefined) return undetermined(principal);
  const account = accountIn(written);
  // What has no account is a service of AWS.
  if (account === undefined || account === own || trusted.includes(account)) return pass;
  if (own === undefined) return undetermined(principal);
  return fail(
    principal,
    text`the policy lets another account in; required: this account or a trusted one.`,
    principal.path,
  );
}

function judgeStatement(
  { place, allows, principals, restrictedBy }: Statement,
  own: string | undefined,
  trusted: readonly string[],
): readonly Outcome[] {
  const effect = place.at("Effect");
  if (effect.isUnknown) return [undetermined(effect)];
  if (!allows) return [];
  const excluded = place.at("NotPrincipal");
  const everyone = excluded.isAbsent ? principals.find(isWildcard) : excluded;
  if (!everyone) return principals.map((principal) => judgePrincipal(principal, own, trusted));
  if (restrictedBy.some((border) => BORDERS.has(border))) return [];
  const unknown = place.at("Condition").firstUnknown();
  if (unknown) return [undetermined(unknown)];
  const open = text`a statement lets everyone in; required: named principals, or a condition on who asks.`;
  return [fail(everyone, open, everyone.path)];
}

export const control = defineControl<Parameters>({
  id: "DDB-06",
  name: "dynamodb-policy-own-account",
  title: "Policies of tables let in nobody but this account and trusted ones",
  why: "A policy on a table opens it past all policies of roles, to other accounts or to everyone.",
  fix: "Name principals of this account, add the account to trustedAccounts, or set a condition on aws:PrincipalOrgID.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("dynamodb/resourcePolicy:ResourcePolicy"),
  parameters: {
    trustedAccounts: {
      type: "array",
      items: { type: "string", pattern: "^\\d{12}$" },
      default: [],
      description: "Accounts that policies may name, besides the account of the table.",
    },
  },
  resource: ({ props }, { parameters }) => {
    const policy = props.at("policy");
    const own = accountIn(known(props.at("resourceArn").string()) ?? "");
    const document = policy.document();
    const unknown = [document, document.at("Statement"), ...document.at("Statement").items()].find(
      ({ isUnknown }) => isUnknown,
    );
    const found = statementsOf(policy).flatMap((statement) =>
      judgeStatement(statement, own, parameters.trustedAccounts),
    );
    return [...(unknown ? [undetermined(unknown)] : []), ...found].filter(
      ({ verdict }) => verdict !== "pass",
    );
  },
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21"],
    wellArchitected: ["SEC03-BP07", "SEC03-BP08"],
    prowler: ["dynamodb_table_cross_account_access"],
  },
});
