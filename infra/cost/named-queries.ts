/** A question that people ask of cost, in Athena's SQL. */
export interface NamedQuery {
  /** Name, as the workgroup shows it. */
  readonly name: string;
  /** What it answers, in one sentence. */
  readonly description: string;
  /** SQL over one table. */
  readonly query: string;
}

const tag = (key: string): string => `COALESCE(resource_tags['user_${key}'], 'untagged')`;

const environment = tag("environment");
const service = tag("service");

const thisMonth = "billing_period = date_format(current_date, '%Y-%m')";
const twoMonths = "billing_period >= date_format(date_add('month', -1, current_date), '%Y-%m')";

/** Charges that buy nothing by themselves, and would count twice what they pay for. */
const realCost =
  "line_item_line_item_type NOT IN ('SavingsPlanNegation', 'SavingsPlanUpfrontFee', 'SavingsPlanRecurringFee')";

/**
 * Questions about cost, over the table of exports. Every one reads no more than the months it names.
 *
 * @param table table by which the report is known
 */
export function namedQueries(table: string): readonly NamedQuery[] {
  return [...spending(table), ...waste(table), hourlyUse(table)];
}

/** Where money goes to. */
function spending(table: string): readonly NamedQuery[] {
  return [
    {
      name: "cost-per-service-and-environment",
      description: "What each service of each environment cost this month.",
      query: `SELECT ${environment} AS environment, ${service} AS service, ROUND(SUM(line_item_unblended_cost), 2) AS usd
FROM ${table}
WHERE ${thisMonth} AND ${realCost}
GROUP BY 1, 2
ORDER BY usd DESC`,
    },
    {
      name: "untagged-spend",
      description: "What was spent this month on things without a Service or Environment tag, by kind.",
      query: `SELECT line_item_product_code AS product, line_item_usage_type AS usage_type,
  ROUND(SUM(line_item_unblended_cost), 2) AS usd
FROM ${table}
WHERE ${thisMonth} AND ${realCost}
  AND (resource_tags['user_environment'] IS NULL OR resource_tags['user_service'] IS NULL)
GROUP BY 1, 2
HAVING SUM(line_item_unblended_cost) > 0
ORDER BY usd DESC`,
    },
    {
      name: "month-over-month",
      description: "What each service of each environment cost last month and this one.",
      query: `SELECT ${environment} AS environment, ${service} AS service,
  ROUND(SUM(CASE WHEN ${thisMonth} THEN 0 ELSE line_item_unblended_cost END), 2) AS last_month_usd,
  ROUND(SUM(CASE WHEN ${thisMonth} THEN line_item_unblended_cost ELSE 0 END), 2) AS this_month_usd
FROM ${table}
WHERE ${twoMonths} AND ${realCost}
GROUP BY 1, 2
ORDER BY this_month_usd DESC`,
    },
  ];
}

/** What is paid for and not used. */
function waste(table: string): readonly NamedQuery[] {
  return [
    {
      name: "installed-versus-used",
      description:
        "Share of the processors and memory reserved for each service's containers that they used this month.",
      query: `SELECT ${environment} AS environment, ${service} AS service,
  CASE WHEN line_item_usage_type LIKE '%vCPU%' THEN 'vCPU hours' ELSE 'GiB hours' END AS resource,
  SUM(split_line_item_reserved_usage) AS installed,
  SUM(split_line_item_actual_usage) AS used,
  ROUND(100 * SUM(split_line_item_actual_usage) / NULLIF(SUM(split_line_item_reserved_usage), 0), 1) AS percent_used,
  ROUND(SUM(split_line_item_unused_cost), 2) AS unused_usd
FROM ${table}
WHERE ${thisMonth} AND split_line_item_reserved_usage > 0
GROUP BY 1, 2, 3
ORDER BY unused_usd DESC`,
    },
    {
      name: "idle-resources",
      description:
        "Things that were paid for this month by the hour and hardly moved a byte: addresses, gateways, balancers.",
      query: `SELECT line_item_resource_id AS resource, line_item_product_code AS product, ${environment} AS environment,
  ROUND(SUM(line_item_unblended_cost), 2) AS usd,
  ROUND(SUM(CASE WHEN line_item_usage_type LIKE '%Bytes%' THEN line_item_usage_amount ELSE 0 END), 3) AS gb
FROM ${table}
WHERE ${thisMonth} AND ${realCost} AND line_item_resource_id <> ''
  AND (line_item_usage_type LIKE '%NatGateway%' OR line_item_usage_type LIKE '%LoadBalancer%'
    OR line_item_usage_type LIKE '%VpcEndpoint%' OR line_item_usage_type LIKE '%IdleAddress%')
GROUP BY 1, 2, 3
HAVING SUM(CASE WHEN line_item_usage_type LIKE '%Bytes%' THEN line_item_usage_amount ELSE 0 END) < 1
ORDER BY usd DESC`,
    },
  ];
}

/** What a savings plan is proposed from: use that was paid for on demand, or covered, at the price on demand. */
function hourlyUse(table: string): NamedQuery {
  return {
    name: "hourly-use",
    description:
      "What never went away and the mean of each hour since last month, by family and Fargate, in dollars on demand: the savings.uses of configuration.",
    query: `WITH hourly AS (
SELECT CASE line_item_product_code WHEN 'AmazonEC2' THEN split_part(product_instance_type, '.', 1)
    WHEN 'AWSLambda' THEN 'lambda' ELSE 'fargate' END AS use,
  line_item_usage_start_date AS hour, SUM(pricing_public_on_demand_cost) AS usd
FROM ${table}
WHERE ${twoMonths} AND line_item_line_item_type IN ('Usage', 'SavingsPlanCoveredUsage', 'DiscountedUsage')
  AND line_item_usage_type NOT LIKE '%Spot%'
  AND ((line_item_product_code = 'AmazonEC2' AND line_item_operation LIKE 'RunInstances%')
    OR (line_item_product_code = 'AmazonECS' AND line_item_usage_type LIKE '%Fargate%')
    OR line_item_product_code = 'AWSLambda')
GROUP BY 1, 2),
hours AS (SELECT COUNT(DISTINCT hour) AS all_hours FROM hourly)
SELECT use,
  ROUND(CASE WHEN COUNT(*) < MAX(all_hours) THEN 0 ELSE MIN(usd) END, 4) AS floor_usd,
  ROUND(SUM(usd) / MAX(all_hours), 4) AS average_usd
FROM hourly CROSS JOIN hours
GROUP BY 1
ORDER BY floor_usd DESC`,
  };
}
