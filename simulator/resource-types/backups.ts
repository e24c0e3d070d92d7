import { AwsError } from "../aws-error";
import { uuid } from "../identity";
import { isWireList, isWireObject, type Wire, type WireObject } from "../wire";
import {
  existing,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  madeUuid,
  type Created,
  type InputRule,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { documentRules } from "./policy-documents";

const VAULT = "aws:backup/vault:Vault";
const AIR_GAPPED = "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault";
const PLAN = "aws:backup/plan:Plan";
const TESTING_PLAN = "aws:backup/restoreTestingPlan:RestoreTestingPlan";

const invalid = "InvalidParameterValueException";

const OF_VAULT: Reference = { types: [VAULT], missing: "ResourceNotFoundException" };
const OF_ROLE: Reference = { types: ["aws:iam/role:Role"], missing: invalid };

const objects = (value: Wire | undefined): WireObject[] =>
  isWireList(value) ? value.filter(isWireObject) : [];

const vaultName = textRule({
  property: "name",
  code: invalid,
  pattern: /^[A-Za-z0-9_-]{2,50}$/,
  requires: "must be 2 to 50 letters, digits or _-",
});

function numberRule(property: string, least: number, most: number): InputRule {
  return {
    property,
    code: invalid,
    requires: `must be ${least} to ${most}`,
    holds: (value) => typeof value === "number" && value >= least && value <= most,
  };
}

/** Audit Manager's and restore testing's names hold no hyphens. */
function underscoreName(most: number): InputRule {
  return textRule({
    property: "name",
    code: invalid,
    pattern: new RegExp(`^[A-Za-z][A-Za-z0-9_]{0,${most - 1}}$`),
    requires: `must begin with a letter and go on with up to ${most - 1} letters, digits or _`,
  });
}

/** Source: AWS Backup API, Lifecycle: 90 days in cold storage at least; continuous backups 35 days at most, never cold. */
function refuseLifecycle(rule: WireObject): void {
  const lifecycles = [rule, ...objects(rule.copyActions)].flatMap(({ lifecycle }) =>
    lifecycle !== undefined && isWireObject(lifecycle) ? [lifecycle] : [],
  );
  const broken =
    lifecycles.map(brokenLifecycle).find((mistake) => mistake !== undefined) ??
    (rule.enableContinuousBackup === true ? brokenContinuous(lifecycles[0]) : undefined);
  if (broken !== undefined) throw new AwsError(invalid, `rule ${textOf(rule.ruleName)}: ${broken}`);
}

function brokenLifecycle({ coldStorageAfter: cold, deleteAfter }: WireObject): string | undefined {
  if (typeof cold !== "number" || cold <= 0 || typeof deleteAfter !== "number") return undefined;
  if (deleteAfter >= cold + 90) return undefined;
  return `deleteAfter ${deleteAfter} must be 90 days more than coldStorageAfter ${cold}`;
}

function brokenContinuous(lifecycle: WireObject = {}): string | undefined {
  const { deleteAfter: days, coldStorageAfter: cold } = lifecycle;
  if (typeof days === "number" && days <= 35 && cold === undefined) return undefined;
  return "a continuous backup is kept for 1 to 35 days, and never in cold storage";
}

function refusePlan(created: Created): void {
  const { inputs, world, settings } = created;
  const vaults = existing(world, VAULT).filter(
    ({ attributes }) => attributes.region === undefined || attributes.region === settings.region,
  );
  for (const rule of objects(inputs.rules)) {
    const target = textOf(rule.targetVaultName);
    if (target !== "" && !vaults.some(({ id }) => id === target)) {
      throw new AwsError(invalid, `Cannot find Backup Vault with ARN ending in ${target}`);
    }
    refuseLifecycle(rule);
  }
}

/** Vaults are empty unless something put recovery points in; a full one goes only by force. */
function refuseFull({ recoveryPoints, forceDestroy, name }: WireObject): void {
  if (typeof recoveryPoints !== "number" || recoveryPoints === 0 || forceDestroy === true) return;
  throw new AwsError(
    "InvalidRequestException",
    `Backup vault cannot be deleted as it contains recovery points: ${textOf(name)} has ${recoveryPoints}`,
  );
}

const vaultOf: Readonly<Record<string, Reference>> = { backupVaultName: OF_VAULT };
const vaultArnOf = regionalArn("backup", ({ inputs }) => `backup-vault:${textOf(inputs.backupVaultName)}`);
const withVaultArn = (created: Created): WireObject => ({ backupVaultArn: vaultArnOf(created) });

/** AWS Backup. */
export const BACKUP_TYPES: ResourceTypes = {
  [VAULT]: {
    id: inputId("name"),
    arn: regionalArn("backup", ({ id }) => `backup-vault:${id}`),
    autoname: { property: "name", maxLength: 50 },
    defaults: { forceDestroy: false },
    computed: () => ({ recoveryPoints: 0 }),
    forceNew: ["kmsKeyArn", "name"],
    references: { kmsKeyArn: { types: ["aws:kms/key:Key"], missing: invalid } },
    rules: [vaultName],
    refuse: unique(["name"], "AlreadyExistsException"),
    refuseDeletion: refuseFull,
  },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    id: inputId("backupVaultName"),
    computed: withVaultArn,
    forceNew: ["backupVaultName", "changeableForDays", "maxRetentionDays", "minRetentionDays"],
    references: vaultOf,
    rules: [
      numberRule("minRetentionDays", 1, 36_500),
      numberRule("changeableForDays", 3, 36_500),
      {
        property: "maxRetentionDays",
        code: invalid,
        requires: "must be at least minRetentionDays, and at most 36500",
        holds: (value, { minRetentionDays: least }) =>
          typeof value === "number" && value <= 36_500 && (typeof least !== "number" || value >= least),
      },
    ],
  },
  "aws:backup/vaultPolicy:VaultPolicy": {
    id: inputId("backupVaultName"),
    computed: withVaultArn,
    forceNew: ["backupVaultName"],
    references: vaultOf,
    rules: documentRules("policy", 20_480, invalid),
  },
  "aws:backup/vaultNotifications:VaultNotifications": {
    id: inputId("backupVaultName"),
    computed: withVaultArn,
    forceNew: ["backupVaultEvents", "backupVaultName", "snsTopicArn"],
    references: { ...vaultOf, snsTopicArn: { types: ["aws:sns/topic:Topic"], missing: invalid } },
  },
  [AIR_GAPPED]: {
    id: inputId("name"),
    arn: regionalArn("backup", ({ id }) => `backup-vault:${id}`),
    autoname: { property: "name", maxLength: 50 },
    computed: () => ({ encryptionKeyArn: "" }),
    forceNew: ["encryptionKeyArn", "maxRetentionDays", "minRetentionDays", "name"],
    rules: [vaultName, numberRule("minRetentionDays", 7, 36_500), numberRule("maxRetentionDays", 7, 36_500)],
    refuse: unique(["name"], "AlreadyExistsException"),
  },
  [PLAN]: {
    id: madeUuid,
    arn: regionalArn("backup", ({ id }) => `backup-plan:${id}`),
    autoname: { property: "name", maxLength: 50 },
    computed: (created) => ({ version: uuid(`${created.urn}#${created.generation}version`) }),
    rules: [
      textRule({
        property: "name",
        code: invalid,
        pattern: /^[A-Za-z0-9_.-]{1,50}$/,
        requires: "must be 1 to 50 letters, digits or _.-",
      }),
    ],
    refuse: refusePlan,
  },
  "aws:backup/selection:Selection": {
    id: madeUuid,
    forceNew: ["conditions", "iamRoleArn", "name", "notResources", "planId", "resources", "selectionTags"],
    references: {
      planId: { types: [PLAN], missing: "ResourceNotFoundException", holds: "InvalidRequestException" },
      iamRoleArn: OF_ROLE,
    },
  },
  [TESTING_PLAN]: {
    id: inputId("name"),
    arn: regionalArn("backup", (created) => `restore-testing-plan:${created.id}-${madeUuid(created)}`),
    autoname: { property: "name", maxLength: 255, separator: "_" },
    computed: () => ({ scheduleExpressionTimezone: "Etc/UTC", startWindowHours: 24 }),
    forceNew: ["name"],
    rules: [underscoreName(50), numberRule("startWindowHours", 1, 168)],
    refuse: unique(["name"], "AlreadyExistsException"),
  },
  "aws:backup/restoreTestingSelection:RestoreTestingSelection": {
    id: ({ inputs }) => `${textOf(inputs.name)}:${textOf(inputs.restoreTestingPlanName)}`,
    autoname: { property: "name", maxLength: 255, separator: "_" },
    computed: () => ({ restoreMetadataOverrides: {}, validationWindowHours: 0 }),
    forceNew: ["name", "protectedResourceType", "restoreTestingPlanName"],
    references: {
      restoreTestingPlanName: {
        types: [TESTING_PLAN],
        missing: "ResourceNotFoundException",
        holds: "InvalidRequestException",
      },
      iamRoleArn: OF_ROLE,
    },
    rules: [
      underscoreName(50),
      numberRule("validationWindowHours", 1, 168),
      {
        property: "protectedResourceArns",
        code: invalid,
        requires: "must be left out where protectedResourceConditions are given",
        holds: (_arns, { protectedResourceConditions: conditions }) => conditions === undefined,
      },
    ],
  },
  "aws:backup/framework:Framework": {
    id: inputId("name"),
    arn: regionalArn("backup", (created) => `framework:${created.id}-${madeUuid(created)}`),
    computed: () => ({
      creationTime: "2020-01-01T00:00:00Z",
      deploymentStatus: "COMPLETED",
      description: "",
      status: "ACTIVE",
    }),
    forceNew: ["name"],
    rules: [underscoreName(256)],
    refuse: unique(["name"], "AlreadyExistsException"),
  },
  "aws:backup/reportPlan:ReportPlan": {
    id: inputId("name"),
    arn: regionalArn("backup", (created) => `report-plan:${created.id}-${madeUuid(created)}`),
    computed: () => ({
      creationTime: "2020-01-01T00:00:00Z",
      deploymentStatus: "COMPLETED",
      description: "",
    }),
    forceNew: ["name"],
    rules: [underscoreName(256)],
    refuse: unique(["name"], "AlreadyExistsException"),
  },
  "aws:backup/regionSettings:RegionSettings": {
    id: ({ settings }) => settings.region,
    computed: () => ({ resourceTypeManagementPreference: {} }),
  },
  "aws:backup/globalSettings:GlobalSettings": { id: ({ settings }) => settings.accountId },
};
