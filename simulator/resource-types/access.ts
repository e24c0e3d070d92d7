import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { isWireObject, type Wire } from "../wire";
import {
  choiceRule,
  existing,
  globalArn,
  inputId,
  textOf,
  textRule,
  unique,
  madeUuid,
  type Creation,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { documentRules } from "./policy-documents";

const PERMISSION_SET: Reference = {
  types: ["aws:ssoadmin/permissionSet:PermissionSet"],
  missing: "ResourceNotFoundException",
};

const hostOf = (url: string): string => url.replace(/^https:\/\//, "");

const instanceOf = ({ inputs }: Pick<Creation, "inputs">): string =>
  textOf(inputs.instanceArn).split("/").at(-1) ?? "";

/** Name and path of a policy that is kept in the account itself. */
function referenced(reference: Wire | undefined): readonly Wire[] {
  const { name = "", path = "/" } = isWireObject(reference) ? reference : {};
  return [name, path];
}

/** Ways into an account: its alias and contacts, identity providers, IAM Identity Center, Roles Anywhere. */
export const ACCESS_TYPES: ResourceTypes = {
  "aws:iam/accountAlias:AccountAlias": {
    id: inputId("accountAlias"),
    forceNew: ["accountAlias"],
    rules: [
      textRule({
        property: "accountAlias",
        code: "ValidationError",
        pattern: /^(?!\d{12}$)[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$/,
        requires: "must be 3 to 63 lower-case letters, digits and single hyphens",
      }),
    ],
    refuse: ({ world, type }) => {
      const [taken] = existing(world, type);
      if (taken !== undefined)
        throw new AwsError(
          "EntityAlreadyExists",
          `the account has the alias ${taken.id}; it can have only one`,
        );
    },
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    id: ({ inputs, ...creation }) =>
      globalArn("iam", () => `oidc-provider/${hostOf(textOf(inputs.url))}`)({ ...creation, inputs, id: "" }),
    arn: globalArn("iam", ({ inputs }) => `oidc-provider/${hostOf(textOf(inputs.url))}`),
    computed: () => ({ thumbprintLists: ["0".repeat(40)] }),
    forceNew: ["url"],
    rules: [
      textRule({
        property: "url",
        code: "ValidationError",
        pattern: /^https:\/\/[^?#]+$/,
        requires: "must begin with https:// and hold no query",
      }),
    ],
    refuse: unique(["url"], "EntityAlreadyExists"),
  },
  "aws:iam/securityTokenServicePreferences:SecurityTokenServicePreferences": {
    id: ({ settings }) => settings.accountId,
    rules: [choiceRule("globalEndpointTokenVersion", "InvalidInput", ["v1Token", "v2Token"])],
  },
  "aws:account/alternativeContact:AlternativeContact": {
    id: inputId("alternateContactType"),
    forceNew: ["accountId", "alternateContactType"],
    rules: [
      choiceRule("alternateContactType", "ValidationException", ["BILLING", "OPERATIONS", "SECURITY"]),
      textRule({
        property: "phoneNumber",
        code: "ValidationException",
        pattern: /^[\s0-9()+-]+$/,
        requires: "must hold digits, spaces and ()+- only",
      }),
    ],
  },
  "aws:accessanalyzer/archiveRule:ArchiveRule": {
    id: ({ inputs }) => `${textOf(inputs.analyzerName)}/${textOf(inputs.ruleName)}`,
    forceNew: ["analyzerName", "ruleName"],
    references: {
      analyzerName: { types: ["aws:accessanalyzer/analyzer:Analyzer"], missing: "ResourceNotFoundException" },
    },
    refuse: unique(["analyzerName", "ruleName"], "ConflictException"),
  },
  "aws:ssoadmin/permissionSet:PermissionSet": {
    id: (creation) =>
      `arn:aws:sso:::permissionSet/${instanceOf(creation)}/ps-${digest(creation.urn, 16)},${textOf(creation.inputs.instanceArn)}`,
    computed: (created) => ({
      arn: created.id.split(",")[0] ?? "",
      createdDate: "2020-01-01T00:00:00Z",
    }),
    defaults: { sessionDuration: "PT1H" },
    forceNew: ["instanceArn", "name"],
    rules: [
      textRule({
        property: "name",
        code: "ValidationException",
        pattern: /^[\w+=,.@-]{1,32}$/,
        requires: "must be 1 to 32 letters, digits or _+=,.@-",
      }),
      textRule({
        property: "sessionDuration",
        code: "ValidationException",
        pattern: /^PT([1-9]|1[0-2])H$/,
        requires: "must be PT1H to PT12H",
      }),
    ],
    refuse: unique(["instanceArn", "name"], "ConflictException"),
  },
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": {
    id: ({ inputs }) =>
      [inputs.managedPolicyArn, inputs.permissionSetArn, inputs.instanceArn].map(textOf).join(","),
    computed: ({ inputs }) => ({
      managedPolicyName: textOf(inputs.managedPolicyArn).split("/").at(-1) ?? "",
    }),
    forceNew: ["instanceArn", "managedPolicyArn", "permissionSetArn"],
    references: { permissionSetArn: PERMISSION_SET },
  },
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment": {
    // The policy is looked for by its name in each account that the set is given to, when it is given.
    id: ({ inputs }) =>
      [...referenced(inputs.customerManagedPolicyReference), inputs.permissionSetArn, inputs.instanceArn]
        .map(textOf)
        .join(","),
    forceNew: ["instanceArn", "permissionSetArn", "customerManagedPolicyReference"],
    references: { permissionSetArn: PERMISSION_SET },
  },
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": {
    id: ({ inputs }) => `${textOf(inputs.permissionSetArn)},${textOf(inputs.instanceArn)}`,
    forceNew: ["instanceArn", "permissionSetArn"],
    references: { permissionSetArn: PERMISSION_SET },
    rules: documentRules("inlinePolicy", 32_768),
  },
  "aws:ssoadmin/accountAssignment:AccountAssignment": {
    id: ({ inputs }) =>
      ["principalId", "principalType", "targetId", "targetType", "permissionSetArn", "instanceArn"]
        .map((property) => textOf(inputs[property]))
        .join(","),
    forceNew: ["instanceArn", "permissionSetArn", "principalId", "principalType", "targetId", "targetType"],
    references: { permissionSetArn: PERMISSION_SET },
    rules: [choiceRule("principalType", "ValidationException", ["USER", "GROUP"])],
  },
  "aws:rolesanywhere/trustAnchor:TrustAnchor": {
    id: madeUuid,
    computed: () => ({ enabled: true }),
    arn: (created) =>
      `arn:aws:rolesanywhere:${created.settings.region}:${created.settings.accountId}:trust-anchor/${created.id}`,
  },
  "aws:rolesanywhere/profile:Profile": {
    id: madeUuid,
    arn: (created) =>
      `arn:aws:rolesanywhere:${created.settings.region}:${created.settings.accountId}:profile/${created.id}`,
    defaults: { durationSeconds: 3600 },
  },
};
