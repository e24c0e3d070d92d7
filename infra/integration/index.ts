export { type EmptiedQueue, Integration } from "./integration";
export type { IntegrationArgs } from "./integration-args";
