export { Systems } from "./systems";
export type { SystemsArgs } from "./systems-args";
