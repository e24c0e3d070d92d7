import type { CatalogueEntry } from "../../../infra/core/catalogue-entry";
import type {
  EventContract,
  IntegrationArgs,
  IntegrationCatalogue,
  IntegrationSizes,
} from "../../../infra/integration/integration-args";
import type { WorkflowSpec } from "../../../infra/integration/workflow-spec";

const entry = (description: string, owner: string): CatalogueEntry => ({
  description,
  owner,
  criticality: "high",
});

const services = [
  "customers",
  "catalogue",
  "quotes",
  "orders",
  "appointments",
  "inventory",
  "pricing",
  "notifications",
  "documents",
  "web",
  "legacy-planning",
];

/** A contract with one consumer or several. */
export function contract(producer: string, consumers: readonly string[], domain = "sales"): EventContract {
  return {
    ...entry(`What ${producer} has to say`, producer),
    version: 1,
    domain,
    producer,
    consumers: Object.fromEntries(
      consumers.map((consumer) => [consumer, { handlerTimeoutSeconds: 30, ageObjectiveSeconds: 300 }]),
    ),
    schema: {
      type: "object",
      properties: { number: { type: "string" }, total: { type: "number" } },
      required: ["number"],
    },
  };
}

const quoteToOrder: WorkflowSpec = {
  ...entry("From a quote that was accepted to an order", "sales"),
  startedBy: ["quote-accepted"],
  timeoutSeconds: 86_400,
  startAt: "check-credit",
  steps: {
    "check-credit": {
      kind: "call",
      partner: "credit-bureau",
      method: "POST",
      path: "/checks",
      next: "decide",
      onFailure: "ask-person",
    },
    decide: {
      kind: "choose",
      on: "$.check-credit.body.decision",
      cases: { granted: "place", refused: "refused" },
      otherwise: "ask-person",
    },
    "ask-person": {
      kind: "ask",
      workload: "quotes",
      action: "decide-credit",
      timeoutSeconds: 43_200,
      handlerTimeoutSeconds: 60,
      next: "place",
      onFailure: "refused",
      retries: 0,
    },
    place: {
      kind: "ask",
      workload: "orders",
      action: "place",
      timeoutSeconds: 120,
      next: "pause",
      onFailure: "refused",
    },
    pause: { kind: "wait", seconds: 10, next: "tell" },
    tell: {
      kind: "publish",
      event: "order-confirmed",
      sends: "$.place",
      next: "done",
      onFailure: "refused",
    },
    done: { kind: "succeed" },
    refused: { kind: "fail", cause: "The order could not be placed" },
  },
};

const sample: IntegrationCatalogue = {
  workloads: Object.fromEntries(services.map((name) => [name, entry(`The ${name} of the business`, name)])),
  events: {
    "quote-accepted": contract("quotes", ["documents"]),
    "order-placed": contract("orders", ["inventory", "notifications", "legacy-planning"]),
    "order-confirmed": contract("quote-to-order", ["notifications"]),
    "customer-changed": contract("customers", ["quotes", "notifications"], "customers"),
    "price-changed": contract("pricing", ["catalogue", "quotes"]),
    "stock-changed": contract("inventory", ["catalogue", "web"]),
    "appointment-made": contract("appointments", ["notifications"], "customers"),
    "document-signed": contract("documents", ["orders"]),
  },
  workflows: { "quote-to-order": quoteToOrder },
  partners: {
    "payment-gateway": {
      ...entry("Takes payments", "finance"),
      authentication: "oauth",
      receives: ["order-confirmed"],
      retryHours: 4,
      inbound: { workload: "orders", paths: ["/partners/payment-gateway/*"] },
    },
    "credit-bureau": {
      ...entry("Rates customers", "finance"),
      authentication: "api-key",
      receives: [],
      retryHours: 1,
    },
    manufacturer: {
      ...entry("Builds what is ordered", "supply"),
      authentication: "basic",
      receives: ["order-placed", "order-confirmed"],
      retryHours: 24,
      eventsPath: "/v1/order-events",
    },
    auditor: {
      ...entry("Looks at documents", "finance"),
      authentication: "api-key",
      receives: [],
      retryHours: 1,
      inbound: { workload: "documents", paths: ["/partners/auditor/*"] },
    },
  },
};

const small: IntegrationSizes = {
  archiveDays: 7,
  logRetentionDays: 30,
  partners: Object.fromEntries(
    Object.keys(sample.partners).map((name) => [
      name,
      { baseUrl: `https://sandbox.${name}.example.com/api`, callsPerSecond: 1 },
    ]),
  ),
};

/** Sizes of a large environment. */
export const large: IntegrationSizes = {
  archiveDays: 400,
  logRetentionDays: 400,
  partners: Object.fromEntries(
    Object.keys(sample.partners).map((name) => [
      name,
      { baseUrl: `https://${name}.example.com`, callsPerSecond: 300 },
    ]),
  ),
};

const key = (name: string): { arn: string; id: string } => {
  const id = `${name}-00000000-0000-4000-8000-000000000000`;
  return { arn: `arn:aws:kms:eu-west-1:111122223333:key/${id}`, id };
};

/** Arguments of an integration with everything in it; sizes of a small environment. */
export const integrationArgs: IntegrationArgs = {
  scope: { environment: "dev", accountId: "111122223333", region: "eu-west-1" },
  keys: { platform: key("platform"), sales: key("sales"), customers: key("customers") },
  catalogue: sample,
  sizes: small,
  owner: "platform",
};

/** The sample with another catalogue. */
export function withCatalogue(changes: Partial<IntegrationCatalogue>): IntegrationArgs {
  return { ...integrationArgs, catalogue: { ...sample, ...changes } };
}

/** The sample with another workflow. */
export function withWorkflow(changes: Partial<WorkflowSpec>): IntegrationArgs {
  return withCatalogue({ workflows: { "quote-to-order": { ...quoteToOrder, ...changes } } });
}

/** Steps of the sample's workflow. */
export const sampleSteps = quoteToOrder.steps;
