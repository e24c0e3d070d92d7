import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const repository = (...encryptionConfigurations: readonly unknown[]) => ({
  app: aws("ecr/repository:Repository", { encryptionConfigurations: [...encryptionConfigurations] }),
});

fixtures("ecr-repository-customer-key", {
  pass: {
    "a repository with a key": repository({ encryptionType: "KMS", kmsKey: "arn:aws:kms:x" }),
    "a repository with a key that is computed": repository({ encryptionType: "KMS_DSSE", kmsKey: UNKNOWN }),
  },
  fail: {
    "a repository with AWS's key for ECR": repository({ encryptionType: "KMS" }),
    "a repository with a shared key": repository({ encryptionType: "AES256" }),
    "a repository with a key that is not used": repository({ kmsKey: UNKNOWN }),
  },
  unknown: {
    "a repository whose type is computed": repository({ encryptionType: UNKNOWN, kmsKey: UNKNOWN }),
    "a repository whose encryption is computed": {
      app: aws("ecr/repository:Repository", { encryptionConfigurations: UNKNOWN }),
    },
  },
  unset: { "a repository that says nothing": ["fail", { app: aws("ecr/repository:Repository") }] },
  alias: {
    "a template that says nothing": {
      template: aws("ecr/repositoryCreationTemplate:RepositoryCreationTemplate", { prefix: "ROOT" }),
    },
  },
});
