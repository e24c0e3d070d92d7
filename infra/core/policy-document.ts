import * as pulumi from "@pulumi/pulumi";

import { computed, withKnownParts } from "./known-parts";
import { documentJson, type PolicyStatement, renderStatements, statementMistakes } from "./policy-statement";

type Statement = PolicyStatement<pulumi.Input<string>>;

/**
 * IAM policy document, as JSON, from statements whose values may be known only after deployment.
 *
 * @throws Error naming every bare wildcard that no reason is stated for; at once where the value is plain, and when it
 * becomes known where it is not
 */
export function policyDocument(statements: readonly Statement[]): pulumi.Output<string> {
  assertStatements(statements);
  // The type of `pulumi.output` walks the readonly arrays one by one; the values it unwraps to are these.
  const known = pulumi.output(statements) as pulumi.Output<readonly PolicyStatement[]>;
  const rendered = known.apply((resolved) => {
    assertStatements(resolved);
    return renderStatements(resolved);
  });
  return withKnownParts(rendered, documentJson(statements.map(knownStatement)));
}

/** A computed resource of a statement that allows is never any resource, unless a reason is stated; so it is a text. */
function knownStatement(statement: Statement): Statement {
  const { effect, resources, wildcards } = statement;
  if (effect === "Deny" || resources === undefined || wildcards?.resources !== undefined) return statement;
  return {
    ...statement,
    resources: resources.map((resource) => (typeof resource === "string" ? resource : computed)),
  };
}

function assertStatements(statements: readonly PolicyStatement<unknown>[]): void {
  const mistakes = statementMistakes(statements);
  if (mistakes.length > 0) throw new Error(`policy document:\n${mistakes.join("\n")}`);
}
