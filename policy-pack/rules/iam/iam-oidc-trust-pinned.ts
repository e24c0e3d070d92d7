import { ROLES } from "../../aws/identity-policies";
import { isLimitedBy } from "../../policy-documents/conditions";
import { type Statement, statementsOf } from "../../policy-documents/statement";
import { and, not, some, type Truth } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { judgeStatements } from "../../shapes/refused-statements";
import { notApplicable } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly requireRepository: boolean;
}

const GITHUB = "token.actions.githubusercontent.com";

/** Issuers whose tokens are told apart by the application that they are for, and the claim that names it. */
const BY_APPLICATION: Readonly<Record<string, string>> = {
  "cognito-identity.amazonaws.com": "aud",
  "graph.facebook.com": "app_id",
  "www.amazon.com": "app_id",
};

/** The issuer of a provider, given by its ARN or, for those that AWS knows, by its name; nothing for SAML. */
function issuerOf(value: string): string | undefined {
  if (value.includes(":saml-provider/")) return undefined;
  return (value.split(":oidc-provider/")[1] ?? value).toLowerCase();
}

/** What comes first in a subject says whose it is: of GitHub's, the organisation and the repository. */
function isPinnedSubject(
  issuer: string,
  requireRepository: boolean,
): (key: string, value: string) => boolean {
  if (issuer !== GITHUB) return (_, value) => /^[^*?]/.test(value);
  const ofRepository = requireRepository ? /^repo:[^*?/:]+\/[^*?:]+:/ : /^repo:[^*?/:]+\//;
  return (_, value) =>
    value.startsWith("repo:") ? ofRepository.test(value) : /^[^:*?]+:[^*?:]+/.test(value);
}

function isPinned({ conditions }: Statement, issuer: string, requireRepository: boolean): Truth {
  const limited = (claim: string, isNarrowAs?: (key: string, value: string) => boolean): Truth =>
    isLimitedBy(conditions, new Set([`${issuer}:${claim}`]), isNarrowAs);
  const application = BY_APPLICATION[issuer];
  if (application !== undefined) return limited(application);
  return and(limited("aud"), limited("sub", isPinnedSubject(issuer, requireRepository)));
}

function isLoose(statement: Statement, requireRepository: boolean): Truth {
  if (statement.place.at("Principal").isUnknown) return and(statement.allows, "maybe");
  const federated = statement.principals.named.filter(({ kind }) => kind === "federated");
  const loose = some(federated, ({ value }) => {
    if (value === undefined) return "maybe";
    const issuer = issuerOf(value);
    return issuer === undefined ? "no" : not(isPinned(statement, issuer, requireRepository));
  });
  return and(statement.allows, loose);
}

function mayBeFederated({ place, principals }: Statement): boolean {
  return place.at("Principal").isUnknown || principals.named.some(({ kind }) => kind === "federated");
}

export const control = defineControl<Parameters>({
  id: "IAM-27",
  name: "iam-oidc-trust-pinned",
  title: "Roles for tokens of GitHub and other issuers pin whose token it is and for whom",
  why: "An issuer such as GitHub signs tokens for everyone; without a pinned subject any repository can take the role.",
  fix: "Add conditions on the issuer's :aud and :sub, with organisation and repository in the subject.",
  severity: "high",
  enforcement: "mandatory",
  types: ROLES,
  parameters: {
    requireRepository: {
      type: "boolean",
      default: true,
      description: "Ask for one repository in GitHub's subject; otherwise the organisation is enough.",
    },
  },
  resource: ({ props }, { parameters: { requireRepository } }) => {
    const policy = props.at("assumeRolePolicy");
    if (!statementsOf(policy).some(mayBeFederated))
      return notApplicable("The role trusts no identity provider");
    return judgeStatements(
      policy,
      (statement) => isLoose(statement, requireRepository),
      text`the role trusts tokens whose subject or audience is not pinned; required: conditions on :sub and :aud.`,
    );
  },
  references: {
    nist80053: ["AC-3", "AC-4", "IA-8"],
    wellArchitected: ["SEC02-BP02", "SEC03-BP09"],
    checkov: ["CKV_AWS_358", "CKV_AWS_393"],
  },
});
