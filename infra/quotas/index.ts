export { liveQuotas } from "./live-quotas";
export { Quotas, type QuotasArgs } from "./quotas";
