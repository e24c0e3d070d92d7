import { IDENTITY_POLICIES, identityDocuments } from "../aws/identity-policies";
import type { ControlArgs } from "../registry/control";
import { notApplicable } from "../verdict/outcome";
import type { Text } from "../verdict/text";
import { judgeStatements, type Refusal } from "./refused-statements";

/** Judges every policy document of an identity, statement by statement. */
export function identityPolicies<P extends object>(
  refuses: (parameters: P) => Refusal,
  message: Text,
): { readonly types: readonly string[] } & Required<Pick<ControlArgs<P>, "resource">> {
  return {
    types: IDENTITY_POLICIES,
    resource: ({ type, props }, { parameters }) => {
      const documents = identityDocuments(type, props);
      if (documents.length === 0) return notApplicable("The role has no policy inline");
      const found = documents.flatMap((document) => judgeStatements(document, refuses(parameters), message));
      return found.filter(({ verdict }) => verdict !== "pass");
    },
  };
}
