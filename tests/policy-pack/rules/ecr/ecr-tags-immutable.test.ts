import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const repository = (props: object) => ({ app: aws("ecr/repository:Repository", { ...props }) });

fixtures("ecr-tags-immutable", {
  pass: {
    "a repository of fixed tags": repository({ imageTagMutability: "IMMUTABLE" }),
    "a repository of fixed tags but a few": repository({ imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" }),
  },
  fail: {
    "a repository of moving tags": repository({ imageTagMutability: "MUTABLE" }),
    "a repository of moving tags but a few": repository({ imageTagMutability: "MUTABLE_WITH_EXCLUSION" }),
  },
  unknown: { "a repository whose setting is computed": repository({ imageTagMutability: UNKNOWN }) },
  unset: { "a repository that says nothing": ["fail", repository({})] },
  alias: {
    "a template of moving tags": {
      template: aws("ecr/repositoryCreationTemplate:RepositoryCreationTemplate", { prefix: "ROOT" }),
    },
  },
});
