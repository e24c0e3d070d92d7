import { AwsError } from "../aws-error";
import { isWireObject, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  prefixedId,
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

const BASELINE = "aws:ssm/patchBaseline:PatchBaseline";
const WINDOW: Reference = {
  types: ["aws:ssm/maintenanceWindow:MaintenanceWindow"],
  missing: "DoesNotExistException",
};
const OF_BASELINE: Reference = { types: [BASELINE], missing: "DoesNotExistException" };

/** Values that the settings of a Region take. Source: API_UpdateServiceSetting of Systems Manager. */
const SETTING_VALUES: Readonly<Record<string, RegExp>> = {
  "/ssm/automation/customer-script-log-destination": /^CloudWatch$/,
  "/ssm/automation/customer-script-log-group-name": /^[\w./#-]{1,512}$/,
  "/ssm/documents/console/public-sharing-permission": /^(Enable|Disable)$/,
  "/ssm/managed-instance/activation-tier": /^(standard|advanced)$/,
  "/ssm/managed-instance/default-ec2-instance-management-role": /^(service-role\/)?[\w+=,.@-]{1,64}$/,
  "/ssm/opsinsights/opscenter": /^(Enabled|Disabled)$/,
  "/ssm/parameter-store/default-parameter-tier": /^(Standard|Advanced|Intelligent-Tiering)$/,
  "/ssm/parameter-store/high-throughput-enabled": /^(true|false)$/,
};

function named(code: string): InputRule {
  return textRule({
    property: "name",
    code,
    pattern: /^[A-Za-z0-9_.-]{3,128}$/,
    requires: "must be 3 to 128 letters, digits or _.-",
  });
}

function within(property: string, least: number, most: number): InputRule {
  return {
    property,
    code: "ValidationException",
    requires: `must be ${least} to ${most}`,
    holds: (value) => typeof value === "number" && value >= least && value <= most,
  };
}

function systemOf({ world, inputs }: Created): Wire | undefined {
  const baseline = existing(world, BASELINE).find(({ id }) => id === inputs.baselineId);
  return baseline?.attributes.operatingSystem;
}

/** A group has one baseline for each operating system. */
function refuseSecondBaseline(created: Created): void {
  const { world, type, inputs } = created;
  const system = systemOf(created);
  const taken = existing(world, type).some(
    ({ attributes }) =>
      attributes.patchGroup === inputs.patchGroup &&
      attributes.region === inputs.region &&
      systemOf({ ...created, inputs: attributes }) === system,
  );
  if (!taken) return;
  throw new AwsError(
    "AlreadyExistsException",
    `group ${textOf(inputs.patchGroup)} has a baseline for ${textOf(system)} already`,
  );
}

function approvesInTime(rules: Wire): boolean {
  return (Array.isArray(rules) ? rules : [])
    .filter(isWireObject)
    .every(({ approveAfterDays }: WireObject) => {
      if (approveAfterDays === undefined) return true;
      return typeof approveAfterDays === "number" && approveAfterDays >= 0 && approveAfterDays <= 360;
    });
}

function refuseMissingBucket({ world, inputs }: Created): void {
  const destination: WireObject = isWireObject(inputs.s3Destination) ? inputs.s3Destination : {};
  const bucket = textOf(destination.bucketName);
  const found = existing(world, "aws:s3/bucket:Bucket").some(({ id }) => id === bucket);
  if (!found)
    throw new AwsError("ResourceDataSyncInvalidConfigurationException", `there is no bucket ${bucket}`);
}

/** Settings, patches, windows, associations and inventory of Systems Manager. */
export const SYSTEMS_TYPES: ResourceTypes = {
  "aws:ssm/serviceSetting:ServiceSetting": {
    id: inputId("settingId"),
    arn: regionalArn("ssm", ({ id }) => `servicesetting${id}`),
    computed: () => ({ status: "Customized" }),
    forceNew: ["settingId"],
    rules: [
      choiceRule("settingId", "ServiceSettingNotFound", Object.keys(SETTING_VALUES)),
      {
        property: "settingValue",
        code: "ValidationException",
        requires: "must be a value that the setting takes",
        holds: (value, { settingId }) => SETTING_VALUES[textOf(settingId)]?.test(textOf(value)) !== false,
      },
    ],
  },
  [BASELINE]: {
    id: prefixedId("pb"),
    arn: regionalArn("ssm", ({ id }) => `patchbaseline/${id}`),
    autoname: { property: "name", maxLength: 128 },
    defaults: { approvedPatchesComplianceLevel: "UNSPECIFIED", operatingSystem: "WINDOWS" },
    computed: () => ({
      availableSecurityUpdatesComplianceStatus: "",
      json: "{}",
      rejectedPatchesAction: "ALLOW_AS_DEPENDENCY",
    }),
    forceNew: ["operatingSystem"],
    rules: [
      named("ValidationException"),
      choiceRule("rejectedPatchesAction", "ValidationException", ["ALLOW_AS_DEPENDENCY", "BLOCK"]),
      {
        property: "approvalRules",
        code: "ValidationException",
        requires: "must approve after 0 to 360 days",
        holds: approvesInTime,
      },
    ],
  },
  "aws:ssm/patchGroup:PatchGroup": {
    id: ({ inputs }) => `${textOf(inputs.patchGroup)},${textOf(inputs.baselineId)}`,
    forceNew: ["baselineId", "patchGroup"],
    references: { baselineId: { ...OF_BASELINE, holds: "ResourceInUseException" } },
    refuse: refuseSecondBaseline,
  },
  "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline": {
    id: inputId("operatingSystem"),
    forceNew: ["baselineId", "operatingSystem"],
    references: { baselineId: { ...OF_BASELINE, holds: "ResourceInUseException" } },
    refuse: (created) => {
      const system = systemOf(created);
      if (system !== created.inputs.operatingSystem)
        throw new AwsError("ValidationException", `the baseline is for ${textOf(system)}`);
    },
  },
  "aws:ssm/maintenanceWindow:MaintenanceWindow": {
    id: prefixedId("mw"),
    autoname: { property: "name", maxLength: 128 },
    defaults: { allowUnassociatedTargets: false, enabled: true },
    rules: [
      named("ValidationException"),
      within("duration", 1, 24),
      within("cutoff", 0, 23),
      {
        property: "cutoff",
        code: "ValidationException",
        requires: "must be less than duration",
        holds: (value, { duration }) => typeof duration !== "number" || Number(value) < duration,
      },
      textRule({
        property: "schedule",
        code: "ValidationException",
        pattern: /^(cron|rate|at)\(.+\)$/,
        requires: "must be cron(…), rate(…) or at(…)",
      }),
    ],
  },
  "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget": {
    id: madeUuid,
    autoname: "none",
    forceNew: ["resourceType", "windowId"],
    references: { windowId: WINDOW },
    rules: [choiceRule("resourceType", "ValidationException", ["INSTANCE", "RESOURCE_GROUP"])],
  },
  "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask": {
    id: madeUuid,
    autoname: "none",
    arn: regionalArn("ssm", ({ id, inputs }) => `windowtask/${textOf(inputs.windowId)}/${id}`),
    computed: ({ id }) => ({ serviceRoleArn: "", windowTaskId: id }),
    forceNew: ["taskType", "windowId"],
    references: { windowId: WINDOW },
    rules: [
      choiceRule("taskType", "ValidationException", [
        "AUTOMATION",
        "LAMBDA",
        "RUN_COMMAND",
        "STEP_FUNCTIONS",
      ]),
      choiceRule("cutoffBehavior", "ValidationException", ["CONTINUE_TASK", "CANCEL_TASK"]),
    ],
  },
  "aws:ssm/resourceDataSync:ResourceDataSync": {
    id: inputId("name"),
    autoname: { property: "name", maxLength: 64 },
    forceNew: ["name", "s3Destination"],
    refuse: (created) => {
      unique(["name"], "ResourceDataSyncAlreadyExistsException")(created);
      refuseMissingBucket(created);
    },
  },
  "aws:ssm/association:Association": {
    id: madeUuid,
    arn: regionalArn("ssm", ({ id }) => `association/${id}`),
    autoname: "none",
    defaults: { applyOnlyAtCronInterval: false },
    computed: ({ id }) => ({ associationId: id, documentVersion: "$DEFAULT" }),
    forceNew: ["name"],
    references: {
      name: {
        types: ["aws:ssm/document:Document"],
        missing: "InvalidDocument",
        except: /^(AWS|Amazon)/,
      },
    },
    rules: [
      textRule({
        property: "scheduleExpression",
        code: "InvalidSchedule",
        pattern: /^(cron|rate)\(.+\)$/,
        requires: "must be cron(…) or rate(…)",
      }),
      choiceRule("complianceSeverity", "ValidationException", [
        "CRITICAL",
        "HIGH",
        "LOW",
        "MEDIUM",
        "UNSPECIFIED",
      ]),
    ],
  },
};
