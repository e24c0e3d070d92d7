import { criticalities, type Criticality } from "../core/criticality";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";

/** Where a vault stands: beside what it keeps, or in the Region that copies go to. */
export type VaultSite = "home" | "copy";

/** Name of a tier's vault, as AWS knows it. */
export function vaultName(scope: Scope, site: VaultSite, word: Criticality): string {
  return physicalName("backup-vault", scope, site === "home" ? word : `${word}-copy`);
}

/** Name of the air-gapped vault, as AWS knows it. */
export function airGappedVaultName(scope: Scope): string {
  return physicalName("backup-vault", scope, "air-gapped");
}

/** Name of a tier's plan, as AWS knows it. */
export function planName(scope: Scope, word: Criticality): string {
  return physicalName("backup-plan", scope, word);
}

/** Words that something backed up has, the most critical first: only these have a vault and a plan. */
export function usedWords(
  subjects: readonly { readonly criticality: Criticality }[],
): readonly Criticality[] {
  return criticalities.filter((word) => subjects.some(({ criticality }) => criticality === word));
}
