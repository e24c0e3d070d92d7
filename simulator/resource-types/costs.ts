import { globalArn, textOf, textRule, unique, type Creation, type ResourceTypes } from "./definition";

const BUDGET = "aws:budgets/budget:Budget";

const budgetName = ({ inputs }: Pick<Creation, "inputs">): string => textOf(inputs.name);

/** Budgets. */
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
};
