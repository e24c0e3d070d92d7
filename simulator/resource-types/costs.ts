import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { isWireObject } from "../wire";
import {
  choiceRule,
  existing,
  globalArn,
  idDigits,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Creation,
  type ResourceTypes,
} from "./definition";

const BUDGET = "aws:budgets/budget:Budget";
const ACTION = "aws:budgets/budgetAction:BudgetAction";
const MONITOR = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
const WORKGROUP = "aws:athena/workgroup:Workgroup";

const budgetName = ({ inputs }: Pick<Creation, "inputs">): string => textOf(inputs.name);

/** An action's own id, which looks like a UUID. */
function actionId({ urn, generation }: Creation): string {
  return digest(`${urn}#${generation}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Cost Explorer knows its things by ARN. */
const explorerArn =
  (kind: string) =>
  (creation: Creation): string =>
    globalArn("ce", (created) => `${kind}/${idDigits(created)}`)({ ...creation, id: "" });

/** Exports are of us-east-1, wherever the stack is. */
const exportArn = (creation: Creation): string =>
  globalArn(
    "bcm-data-exports",
    (created) => `export/${exportName(created)}-${idDigits(created)}`,
  )({
    ...creation,
    id: "",
  }).replace("::", ":us-east-1:");

function exportName({ inputs }: Pick<Creation, "inputs">): string {
  const { export: asked } = inputs;
  return isWireObject(asked) ? textOf(asked.name) : "";
}

const nameRule = (pattern: RegExp, requires: string, code = "ValidationException") =>
  textRule({ property: "name", code, pattern, requires });

/** Budgets; tags, categories and anomalies of cost; exports and the questions about them. */
export const COST_TYPES: ResourceTypes = {
  [BUDGET]: {
    id: (creation) => `${creation.settings.accountId}:${budgetName(creation)}`,
    arn: globalArn("budgets", (created) => `budget/${budgetName(created)}`),
    autoname: { property: "name", maxLength: 100 },
    computed: ({ settings }) => ({
      accountId: settings.accountId,
      namePrefix: "",
      timePeriodEnd: "2087-06-15_00:00",
      timePeriodStart: "2026-11-01_00:00",
    }),
    forceNew: ["accountId", "name", "namePrefix"],
    rules: [
      textRule({
        property: "name",
        code: "InvalidParameterException",
        pattern: /^[^:\\]{1,100}$/,
        requires: "must be 1 to 100 characters without : and \\",
      }),
      {
        property: "limitAmount",
        code: "InvalidParameterException",
        requires: "must be more than 0",
        holds: (value) => Number(value) > 0,
      },
      {
        property: "notifications",
        code: "InvalidParameterException",
        requires: "must not forecast in a budget of days",
        holds: (value, { timeUnit }) =>
          textOf(timeUnit) !== "DAILY" || !JSON.stringify(value).includes("FORECASTED"),
      },
      {
        property: "notifications",
        code: "CreationLimitExceededException",
        requires: "must be at most ten",
        holds: (value) => !Array.isArray(value) || value.length <= 10,
      },
    ],
    refuse: unique(["name"], "DuplicateRecordException"),
  },
  [ACTION]: {
    id: (creation) =>
      [creation.settings.accountId, actionId(creation), textOf(creation.inputs.budgetName)].join(":"),
    arn: globalArn(
      "budgets",
      (created) => `budget/${textOf(created.inputs.budgetName)}/action/${actionId(created)}`,
    ),
    computed: (created) => ({
      accountId: created.settings.accountId,
      actionId: actionId(created),
      status: "STANDBY",
    }),
    forceNew: ["accountId", "actionType", "budgetName"],
    rules: [
      choiceRule("approvalModel", "InvalidParameterException", ["AUTOMATIC", "MANUAL"]),
      choiceRule("actionType", "InvalidParameterException", [
        ...["APPLY_IAM_POLICY", "APPLY_SCP_POLICY", "RUN_SSM_DOCUMENTS"],
      ]),
      {
        property: "subscribers",
        code: "InvalidParameterException",
        requires: "must be 1 to 11",
        holds: (value) => !Array.isArray(value) || (value.length >= 1 && value.length <= 11),
      },
    ],
    refuse: ({ inputs, world }) => {
      const budgets = existing(world, BUDGET).map(({ attributes }) => attributes.name);
      if (!budgets.includes(inputs.budgetName)) {
        throw new AwsError("NotFoundException", `there is no budget ${textOf(inputs.budgetName)}`);
      }
    },
  },
  "aws:costexplorer/costAllocationTag:CostAllocationTag": {
    id: inputId("tagKey"),
    computed: () => ({ type: "UserDefined" }),
    forceNew: ["tagKey"],
    rules: [choiceRule("status", "ValidationException", ["Active", "Inactive"])],
  },
  "aws:costexplorer/costCategory:CostCategory": {
    id: explorerArn("costcategory"),
    arn: explorerArn("costcategory"),
    computed: () => ({ effectiveEnd: "", effectiveStart: "2026-11-01T00:00:00Z" }),
    forceNew: ["name"],
    rules: [
      choiceRule("ruleVersion", "ValidationException", ["CostCategoryExpression.v1"]),
      nameRule(/^(?! )[\p{L}\p{N}\p{Z}\-_]{1,50}(?<! )$/u, "must be 1 to 50 letters, digits, spaces or -_"),
    ],
    refuse: unique(["name"], "ValidationException"),
  },
  [MONITOR]: {
    id: explorerArn("anomalymonitor"),
    arn: ({ id }) => id,
    forceNew: ["monitorDimension", "monitorSpecification", "monitorType"],
    rules: [
      choiceRule("monitorType", "ValidationException", ["DIMENSIONAL", "CUSTOM"]),
      nameRule(/^.{1,1024}$/, "must be 1 to 1024 characters"),
    ],
    refuse: ({ inputs, world }) => {
      // An account has one monitor of all its services, and no more.
      const services = existing(world, MONITOR).some(
        ({ attributes }) => attributes.monitorDimension === "SERVICE",
      );
      if (inputs.monitorDimension === "SERVICE" && services) {
        throw new AwsError("LimitExceededException", "there is already a monitor of all services");
      }
    },
  },
  "aws:costexplorer/anomalySubscription:AnomalySubscription": {
    id: explorerArn("anomalysubscription"),
    arn: explorerArn("anomalysubscription"),
    computed: ({ settings }) => ({ accountId: settings.accountId }),
    forceNew: ["accountId", "name"],
    rules: [
      choiceRule("frequency", "ValidationException", ["DAILY", "IMMEDIATE", "WEEKLY"]),
      {
        property: "subscribers",
        code: "ValidationException",
        requires: "must be topics where it is told at once, and addresses where it is not",
        holds: (value, { frequency }) =>
          JSON.stringify(value).includes('"SNS"') === (textOf(frequency) === "IMMEDIATE"),
      },
    ],
  },
  "aws:costoptimizationhub/enrollmentStatus:EnrollmentStatus": {
    id: ({ settings }) => settings.accountId,
    defaults: { includeMemberAccounts: false },
    computed: () => ({ status: "Active" }),
  },
  "aws:computeoptimizer/enrollmentStatus:EnrollmentStatus": {
    id: ({ settings }) => settings.accountId,
    computed: () => ({ includeMemberAccounts: false, numberOfMemberAccountsOptedIn: 0 }),
    rules: [choiceRule("status", "InvalidParameterValueException", ["Active", "Inactive"])],
  },
  "aws:bcmdata/export:Export": {
    id: exportArn,
    arn: exportArn,
    forceNew: ["export"],
  },
  "aws:savingsplans/savingsPlan:SavingsPlan": {
    id: (creation) => digest(`${creation.urn}#${creation.generation}`, 32),
    computed: (created) => ({
      savingsPlanArn: globalArn("savingsplans", ({ id }) => `savingsplan/${id}`)(created),
      currency: "USD",
      description: "a savings plan",
      ec2InstanceFamily: "",
      end: "2027-11-01T00:00:00Z",
      offeringId: "",
      paymentOption: "No Upfront",
      productTypes: [],
      purchaseTime: "2026-11-01T00:00:00Z",
      recurringPaymentAmount: "0",
      returnableUntil: "2026-11-08T00:00:00Z",
      savingsPlanType: "Compute",
      start: "2026-11-01T00:00:00Z",
      state: "active",
      termDurationInSeconds: 31_536_000,
      upfrontPaymentAmount: "0",
    }),
    forceNew: ["commitment", "purchaseTime", "savingsPlanOfferingId", "upfrontPaymentAmount"],
    refuseDeletion: () => {
      throw new AwsError("ValidationException", "an active savings plan cannot be cancelled");
    },
  },
  "aws:glue/catalogDatabase:CatalogDatabase": {
    id: ({ inputs, settings }) => `${settings.accountId}:${textOf(inputs.name)}`,
    arn: regionalArn("glue", ({ inputs }) => `database/${textOf(inputs.name)}`),
    autoname: { property: "name", maxLength: 255, transform: (name) => name.toLowerCase() },
    computed: ({ settings }) => ({
      catalogId: settings.accountId,
      createTableDefaultPermissions: [],
      locationUri: "",
    }),
    forceNew: ["catalogId", "name"],
    rules: [
      nameRule(
        /^[a-z0-9_-]{1,255}$/,
        "must be 1 to 255 lower-case letters, digits or _-",
        "InvalidInputException",
      ),
    ],
    refuse: unique(["name"], "AlreadyExistsException"),
  },
  "aws:glue/catalogTable:CatalogTable": {
    id: ({ inputs, settings }) =>
      `${settings.accountId}:${textOf(inputs.databaseName)}:${textOf(inputs.name)}`,
    arn: regionalArn("glue", ({ inputs }) => `table/${textOf(inputs.databaseName)}/${textOf(inputs.name)}`),
    computed: ({ settings }) => ({ catalogId: settings.accountId, partitionIndices: [] }),
    forceNew: ["catalogId", "databaseName", "name"],
    rules: [
      nameRule(
        /^[a-z0-9_-]{1,255}$/,
        "must be 1 to 255 lower-case letters, digits or _-",
        "InvalidInputException",
      ),
    ],
    refuse: unique(["databaseName", "name"], "AlreadyExistsException"),
  },
  [WORKGROUP]: {
    id: inputId("name"),
    arn: regionalArn("athena", ({ id }) => `workgroup/${id}`),
    defaults: { state: "ENABLED" },
    forceNew: ["name"],
    rules: [
      nameRule(
        /^[a-zA-Z0-9._-]{1,128}$/,
        "must be 1 to 128 letters, digits or ._-",
        "InvalidRequestException",
      ),
    ],
    refuse: unique(["name"], "InvalidRequestException"),
  },
  "aws:athena/namedQuery:NamedQuery": {
    id: (creation) => digest(`${creation.urn}#${creation.generation}`, 32),
    defaults: { workgroup: "primary" },
    forceNew: ["database", "description", "name", "query", "workgroup"],
    references: {
      workgroup: { types: [WORKGROUP], missing: "InvalidRequestException", except: /^primary$/ },
    },
    rules: [nameRule(/^.{1,128}$/, "must be 1 to 128 characters", "InvalidRequestException")],
  },
};
