import { tokens } from "./tokens";

/** Tables. */
export const TABLES = tokens("dynamodb/table:Table");
/** Replicas of tables that are resources of their own. */
export const TABLE_REPLICAS = tokens("dynamodb/tableReplica:TableReplica");
