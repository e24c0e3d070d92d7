import { arnOf, digest, partitionOf } from "../identity";
import type { WireObject } from "../wire";
import {
  choiceRule,
  globalArn,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  madeUuid,
  type Created,
  type Creation,
  type InputRule,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { documentRules, isJsonObject } from "./policy-documents";

function nameRule(maxLength: number): InputRule {
  return textRule({
    property: "name",
    code: "ValidationError",
    pattern: new RegExp(`^[\\w+=,.@-]{1,${maxLength}}$`),
    requires: `must be 1 to ${maxLength} letters, digits or _+=,.@-`,
  });
}

const uniqueId = (prefix: string, { urn, generation }: Creation): string =>
  `${prefix}${digest(`${urn}#${generation}unique`, 17).toUpperCase()}`;

const withPath = (kind: string): ((created: Created) => string) =>
  globalArn("iam", ({ inputs }) => `${kind}${textOf(inputs.path) || "/"}${textOf(inputs.name)}`);

const OF_ROLE: Reference = { types: ["aws:iam/role:Role"], missing: "NoSuchEntity", holds: "DeleteConflict" };
const OF_POLICY: Reference = {
  types: ["aws:iam/policy:Policy"],
  missing: "NoSuchEntity",
  holds: "DeleteConflict",
  except: /^arn:[^:]+:iam::aws:policy\//,
};

/** Names of roles that are linked to a service, by its principal. Source: IAM user guide, services that work with IAM. */
const linkedRoles: Readonly<Record<string, string>> = {
  "reports.backup.amazonaws.com": "AWSServiceRoleForBackupReports",
};

/** Of any other service, what is before the first dot of its principal. */
function linkedRoleName({ inputs }: Creation): string {
  const service = textOf(inputs.awsServiceName);
  const [first = ""] = service.split(".");
  const suffix = textOf(inputs.customSuffix);
  return `${linkedRoles[service] ?? `AWSServiceRoleFor${first}`}${suffix === "" ? "" : `_${suffix}`}`;
}

const linkedRoleArn = globalArn(
  "iam",
  (created) => `role/aws-service-role/${textOf(created.inputs.awsServiceName)}/${linkedRoleName(created)}`,
);

const createDate = "2020-01-01T00:00:00Z";

function keyPolicy({ settings }: Created): string {
  const Principal = {
    AWS: arnOf({
      partition: partitionOf(settings.region).name,
      service: "iam",
      region: "",
      accountId: settings.accountId,
      resource: "root",
    }),
  };
  const Statement = [
    { Sid: "Enable IAM User Permissions", Effect: "Allow", Principal, Action: "kms:*", Resource: "*" },
  ];
  return JSON.stringify({ Version: "2012-10-17", Id: "key-default-1", Statement });
}

function keyAttributes(created: Created): WireObject {
  const rotates = created.inputs.enableKeyRotation === true;
  return {
    description: "",
    keyId: created.id,
    multiRegion: false,
    policy: keyPolicy(created),
    rotationPeriodInDays: rotates ? 365 : 0,
  };
}

const keyArn = regionalArn("kms", ({ id }) => `key/${id}`);

function aliasTarget(created: Created): WireObject {
  const target = textOf(created.inputs.targetKeyId);
  return {
    namePrefix: "",
    targetKeyArn: target.startsWith("arn:") ? target : keyArn({ ...created, id: target }),
  };
}

/** KMS keys, and IAM roles with their policies. */
export const KEY_AND_IDENTITY_TYPES: ResourceTypes = {
  "aws:kms/key:Key": {
    id: madeUuid,
    arn: keyArn,
    defaults: {
      bypassPolicyLockoutSafetyCheck: false,
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      enableKeyRotation: false,
      isEnabled: true,
      keyUsage: "ENCRYPT_DECRYPT",
    },
    computed: keyAttributes,
    forceNew: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
    rules: [
      {
        property: "deletionWindowInDays",
        code: "ValidationException",
        requires: "must be 7 to 30 days",
        holds: (value) => typeof value === "number" && value >= 7 && value <= 30,
      },
      {
        property: "policy",
        code: "MalformedPolicyDocumentException",
        requires: "must be a JSON object",
        holds: isJsonObject,
      },
    ],
  },
  "aws:kms/alias:Alias": {
    id: inputId("name"),
    arn: regionalArn("kms", ({ id }) => id),
    autoname: {
      property: "name",
      maxLength: 238,
      transform: (name) => (name.startsWith("alias/") ? name : `alias/${name}`),
    },
    computed: aliasTarget,
    forceNew: ["name", "namePrefix"],
    references: { targetKeyId: { types: ["aws:kms/key:Key"], missing: "NotFoundException" } },
    rules: [
      textRule({
        property: "name",
        code: "ValidationException",
        pattern: /^alias\/(?!aws\/)[a-zA-Z0-9/_-]{1,250}$/,
        requires:
          "must begin with alias/, not with alias/aws/, and go on with up to 250 letters, digits or /_-",
      }),
    ],
    refuse: unique(["name"], "AlreadyExistsException"),
  },
  "aws:iam/role:Role": {
    id: inputId("name"),
    arn: withPath("role"),
    autoname: { property: "name", maxLength: 64 },
    defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
    computed: (created) => ({
      createDate,
      inlinePolicies: [],
      managedPolicyArns: [],
      namePrefix: "",
      uniqueId: uniqueId("AROA", created),
    }),
    forceNew: ["name", "namePrefix", "path"],
    rules: [nameRule(64), ...documentRules("assumeRolePolicy", 2048)],
    refuse: unique(["name"], "EntityAlreadyExists"),
  },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    id: (creation) => linkedRoleArn({ ...creation, id: "" }),
    arn: (created) => linkedRoleArn(created),
    computed: (created) => ({
      createDate,
      name: linkedRoleName(created),
      path: `/aws-service-role/${textOf(created.inputs.awsServiceName)}/`,
      uniqueId: uniqueId("AROA", created),
    }),
    forceNew: ["awsServiceName", "customSuffix"],
    rules: [
      textRule({
        property: "awsServiceName",
        code: "InvalidInput",
        pattern: /^[a-z0-9.-]{1,110}\.amazonaws\.com(\.cn)?$/,
        requires: "must be the principal of a service",
      }),
    ],
    refuse: unique(["awsServiceName", "customSuffix"], "InvalidInput"),
  },
  "aws:iam/rolePolicy:RolePolicy": {
    id: ({ inputs }) => `${textOf(inputs.role)}:${textOf(inputs.name)}`,
    computed: () => ({ namePrefix: "" }),
    forceNew: ["name", "namePrefix", "role"],
    references: { role: OF_ROLE },
    rules: [nameRule(128), ...documentRules("policy", 10_240)],
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    id: ({ inputs }) => `${textOf(inputs.role)}/${textOf(inputs.policyArn)}`,
    forceNew: ["policyArn", "role"],
    deleteBeforeReplace: true,
    references: { role: OF_ROLE, policyArn: OF_POLICY },
  },
  "aws:iam/policy:Policy": {
    id: (creation) => withPath("policy")({ ...creation, id: "" }),
    arn: withPath("policy"),
    defaults: { path: "/" },
    computed: (created) => ({ attachmentCount: 0, namePrefix: "", policyId: uniqueId("ANPA", created) }),
    forceNew: ["description", "name", "namePrefix", "path"],
    rules: [nameRule(128), ...documentRules("policy", 6144)],
    refuse: unique(["name"], "EntityAlreadyExists"),
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    id: inputId("name"),
    arn: withPath("instance-profile"),
    defaults: { path: "/" },
    computed: (created) => ({ createDate, namePrefix: "", uniqueId: uniqueId("AIPA", created) }),
    forceNew: ["name", "namePrefix", "path"],
    references: { role: OF_ROLE },
    rules: [nameRule(128)],
    refuse: unique(["name"], "EntityAlreadyExists"),
  },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
    id: () => "iam-account-password-policy",
    defaults: { allowUsersToChangePassword: true, minimumPasswordLength: 6 },
    computed: ({ inputs }) => ({
      expirePasswords: typeof inputs.maxPasswordAge === "number" && inputs.maxPasswordAge > 0,
      hardExpiry: false,
      maxPasswordAge: 0,
      passwordReusePrevention: 0,
      requireLowercaseCharacters: false,
      requireNumbers: false,
      requireSymbols: false,
      requireUppercaseCharacters: false,
    }),
    rules: [
      {
        property: "minimumPasswordLength",
        code: "ValidationError",
        requires: "must be 6 to 128",
        holds: (value) => typeof value === "number" && value >= 6 && value <= 128,
      },
    ],
  },
  "aws:accessanalyzer/analyzer:Analyzer": {
    id: inputId("analyzerName"),
    arn: regionalArn("access-analyzer", ({ id }) => `analyzer/${id}`),
    defaults: { type: "ACCOUNT" },
    forceNew: ["analyzerName", "type"],
    rules: [
      choiceRule("type", "ValidationException", [
        "ACCOUNT",
        "ORGANIZATION",
        "ACCOUNT_UNUSED_ACCESS",
        "ORGANIZATION_UNUSED_ACCESS",
        "ACCOUNT_INTERNAL_ACCESS",
        "ORGANIZATION_INTERNAL_ACCESS",
      ]),
    ],
    refuse: (created) => {
      unique(["analyzerName"], "ConflictException")(created);
      // An account has one of each type in a Region. Source: IAM Access Analyzer quotas, 2026-11.
      unique(["type"], "ServiceQuotaExceededException")(created);
    },
  },
};
