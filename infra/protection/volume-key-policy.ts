import { serviceDomain } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { PolicyStatement } from "../core/policy-statement";
import type { Region } from "../core/region";

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
    keyAdministration({ region, accountId }),
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
