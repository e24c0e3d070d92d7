export { Protection, type ProtectionArgs } from "./protection";
