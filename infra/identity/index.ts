export { Identity } from "./identity";
export type { IdentityArgs, IdentitySettings } from "./identity-args";
