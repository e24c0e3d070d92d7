import * as pulumi from "@pulumi/pulumi";

import { type PolicyStatement, renderStatements, statementMistakes } from "./policy-statement";

/**
 * IAM policy document, as JSON, from statements whose values may be known only after deployment.
 *
 * @throws Error naming every bare wildcard that no reason is stated for; at once where the value is plain, and when it
 * becomes known where it is not
 */
export function policyDocument(
  statements: readonly PolicyStatement<pulumi.Input<string>>[],
): pulumi.Output<string> {
  assertStatements(statements);
  // The type of `pulumi.output` walks the readonly arrays one by one; the values it unwraps to are these.
  const known = pulumi.output(statements) as pulumi.Output<readonly PolicyStatement[]>;
  return known.apply((resolved) => {
    assertStatements(resolved);
    return renderStatements(resolved);
  });
}

function assertStatements(statements: readonly PolicyStatement<unknown>[]): void {
  const mistakes = statementMistakes(statements);
  if (mistakes.length > 0) throw new Error(`policy document:\n${mistakes.join("\n")}`);
}
