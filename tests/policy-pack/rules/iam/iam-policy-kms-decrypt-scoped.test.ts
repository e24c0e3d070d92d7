import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-kms-decrypt-scoped", {
  pass: {
    "one key": managed(allow("kms:Decrypt", "arn:aws:kms:eu-west-1:1:key/k")),
    "every key through a service": managed(
      allow("kms:Decrypt", "*", { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } }),
    ),
    "encrypting with every key": managed(allow("kms:Encrypt")),
  },
  fail: {
    "kms:ReEncryptFrom alone": managed(allow("kms:ReEncryptFrom")),

    "every key": managed(allow(["kms:Decrypt", "kms:DescribeKey"])),
    "every key of an account": managed(allow("kms:ReEncrypt*", "arn:aws:kms:*:1:key/*")),
    "all of the service": managed(allow("kms:*")),
    "every key from a network": managed(
      allow("kms:Decrypt", "*", { StringEquals: { "aws:SourceVpc": "vpc-1" } }),
    ),
  },
  ...identityFixtures(allow("kms:Decrypt")),
});
