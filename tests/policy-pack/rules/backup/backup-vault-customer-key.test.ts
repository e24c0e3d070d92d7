import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const vault = (props: object) => ({ vault: aws("backup/vault:Vault", { ...props }) });
const airGapped = (props: object) => ({
  vault: aws("backup/logicallyAirGappedVault:LogicallyAirGappedVault", { ...props }),
});

fixtures("backup-vault-customer-key", {
  pass: {
    "a vault with a key": vault({ kmsKeyArn: UNKNOWN }),
    "a vault that is kept apart, with a key": airGapped({ encryptionKeyArn: UNKNOWN }),
  },
  fail: {
    "a vault with the key of AWS": vault({
      kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:alias/aws/backup",
    }),
  },
  unknown: { none: "a key that is not known yet is a key" },
  unset: { "a vault without": ["fail", vault({})] },
  alias: { "a vault that is kept apart, without": airGapped({}) },
});
