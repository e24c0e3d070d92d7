import { tokens } from "./tokens";

/** Vaults. */
export const VAULTS = tokens("backup/vault:Vault");
/** Vaults that AWS keeps apart, whose recovery points nobody can delete. */
export const AIR_GAPPED_VAULTS = tokens("backup/logicallyAirGappedVault:LogicallyAirGappedVault");
/** Plans. */
export const BACKUP_PLANS = tokens("backup/plan:Plan");
