import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const vault = aws("backup/vault:Vault", { name: "orders" });
const lock = (backupVaultName: unknown) =>
  aws("backup/vaultLockConfiguration:VaultLockConfiguration", { backupVaultName });
const policy = (statement: object, rest: object = {}) =>
  aws("backup/vaultPolicy:VaultPolicy", {
    backupVaultName: ref("vault"),
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
    ...rest,
  });
const deny = { Effect: "Deny", Principal: "*", Action: "backup:DeleteRecoveryPoint", Resource: "*" };

fixtures("backup-vault-locked", {
  pass: {
    "a vault with a lock": { vault, lock: lock(ref("vault")) },
    "a vault whose lock names it": { vault, lock: lock("orders") },
    "a vault whose policy denies deletion": { vault, policy: policy(deny) },
    "a vault whose policy denies it in a list, with a wildcard": {
      vault,
      policy: policy({ ...deny, Principal: { AWS: "*" }, Action: ["backup:StartCopyJob", "backup:delete*"] }),
    },
  },
  fail: {
    "a vault beside the lock of another": { vault, lock: lock("customers") },
    "a vault whose policy allows deletion": { vault, policy: policy({ ...deny, Effect: "Allow" }) },
    "a vault whose policy denies something else": {
      vault,
      policy: policy({ ...deny, Action: "backup:Start*" }),
    },
    "a vault whose policy denies it to one role": {
      vault,
      policy: policy({ ...deny, Principal: { AWS: "arn:aws:iam::111122223333:role/intern" } }),
    },
  },
  unknown: {
    "a vault beside a lock that cannot be joined": { vault, lock: lock(UNKNOWN) },
    "a vault whose policy is computed": { vault, policy: policy({}, { policy: UNKNOWN }) },
  },
  unset: { "a vault without either": ["fail", { vault }] },
  alias: { none: "one token" },
  otherTypes: {
    "a vault that AWS keeps apart": { vault: aws("backup/logicallyAirGappedVault:LogicallyAirGappedVault") },
  },
});
