/** Type of a column, as Athena spells it. */
type ColumnType = "string" | "double" | "timestamp" | "map<string,string>";

/**
 * Columns of the cost and usage report (CUR 2.0) that are exported, with their types in the exported files.
 *
 * Source: https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2.html, 2026-11
 */
export const reportColumns = {
  bill_payer_account_id: "string",
  bill_billing_period_start_date: "timestamp",
  line_item_usage_account_id: "string",
  line_item_usage_start_date: "timestamp",
  line_item_line_item_type: "string",
  line_item_product_code: "string",
  line_item_usage_type: "string",
  line_item_operation: "string",
  line_item_resource_id: "string",
  line_item_usage_amount: "double",
  line_item_unblended_cost: "double",
  pricing_public_on_demand_cost: "double",
  pricing_unit: "string",
  product_instance_type: "string",
  product_region_code: "string",
  reservation_effective_cost: "double",
  savings_plan_savings_plan_effective_cost: "double",
  split_line_item_actual_usage: "double",
  split_line_item_reserved_usage: "double",
  split_line_item_split_cost: "double",
  split_line_item_unused_cost: "double",
  resource_tags: "map<string,string>",
  cost_category: "map<string,string>",
} satisfies Record<string, ColumnType>;

/** Table of the report, as data exports know it. */
export const reportTable = "COST_AND_USAGE_REPORT";

/**
 * Columns of FOCUS 1.0 that are exported: the same in every cloud.
 *
 * Source: https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-focus-1-0-aws.html, 2026-11
 */
const focusColumns = [
  ...[
    "BilledCost",
    "BillingCurrency",
    "BillingPeriodStart",
    "BillingPeriodEnd",
    "ChargeCategory",
    "ChargeClass",
  ],
  ...[
    "ChargeDescription",
    "ChargePeriodStart",
    "ChargePeriodEnd",
    "CommitmentDiscountId",
    "CommitmentDiscountType",
  ],
  ...["ConsumedQuantity", "ConsumedUnit", "ContractedCost", "EffectiveCost", "ListCost", "PricingCategory"],
  ...[
    "PricingQuantity",
    "PricingUnit",
    "ProviderName",
    "RegionId",
    "ResourceId",
    "ResourceType",
    "ServiceCategory",
  ],
  ...["ServiceName", "SkuId", "SubAccountId", "Tags"],
];

/** What the export of the report asks for. */
export const reportQuery = `SELECT ${Object.keys(reportColumns).join(", ")} FROM ${reportTable}`;

/** What the export of FOCUS asks for. */
export const focusQuery = `SELECT ${focusColumns.join(", ")} FROM FOCUS_1_0_AWS`;
