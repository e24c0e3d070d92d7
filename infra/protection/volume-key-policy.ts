import { accountRootArn, serviceDomain } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf, type Region } from "../core/region";

const thisKey = "in a key's policy, any resource is the key itself";

/**
 * Policy of the key that encrypts an account's volumes in one Region, as AWS writes it for its own such key: everybody
 * in the account who may use volumes may use the key, through EC2 alone. The account's administrators keep every right,
 * so that the key can always be recovered.
 */
export function volumeKeyPolicy(region: Region, accountId: string): readonly PolicyStatement[] {
  const throughVolumes = {
    principals: { AWS: ["*"] },
    resources: ["*"],
    wildcards: {
      principals: "the conditions admit principals of this account alone, and only through EC2",
      resources: thisKey,
    },
  };
  const sameAccount = { "kms:CallerAccount": accountId, "kms:ViaService": serviceDomain("ec2", region) };
  return [
    {
      sid: "AccountAdministration",
      principals: { AWS: [accountRootArn(partitionOf(region), accountId)] },
      actions: ["kms:*"],
      resources: ["*"],
      wildcards: {
        actions: "a key that no administrator can manage any more is lost, with all it encrypts",
        resources: thisKey,
      },
    },
    {
      ...throughVolumes,
      sid: "UseThroughVolumes",
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      conditions: { StringEquals: sameAccount },
    },
    {
      ...throughVolumes,
      sid: "GrantThroughVolumes",
      actions: ["kms:CreateGrant"],
      conditions: { StringEquals: sameAccount, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
