import { accountRootArn } from "./arn";
import type { PolicyStatement } from "./policy-statement";
import { partitionOf } from "./region";
import type { Scope } from "./scope";

/** Why the statements of a key's policy name no resource. */
export const thisKey = "in a key's policy, any resource is the key itself";

/** The first statement of a key's policy: the account's administrators manage it. */
export function keyAdministration({
  region,
  accountId,
}: Pick<Scope, "region" | "accountId">): PolicyStatement {
  return {
    sid: "AccountAdministersKey",
    principals: { AWS: [accountRootArn(partitionOf(region), accountId)] },
    actions: ["kms:*"],
    resources: ["*"],
    wildcards: {
      actions: "a key that no administrator can manage any more is lost, with all it encrypts",
      resources: thisKey,
    },
  };
}
