import type { NamedRule } from "./tiers";

/** Where the recovery points of a plan go. */
export interface Destinations<Arn> {
  /** Name of the tier's vault. */
  readonly vaultName: string;
  /** Vault in the other Region; nothing where none is copied. */
  readonly copyVaultArn: Arn | undefined;
  /** Air-gapped vault; nothing where the environment has not said the word for it. */
  readonly airGappedVaultArn: Arn | undefined;
}

/** When recovery points cool down and go. */
export interface Lifecycle {
  /** Days after which it goes. */
  readonly deleteAfter: number;
  /**
   * Days after which it moves to cold storage.
   *
   * @default - never
   */
  readonly coldStorageAfter?: number;
}

/** A copy that is made of each recovery point. */
export interface CopyAction<Arn> {
  /** Vault that it goes to. */
  readonly destinationVaultArn: Arn;
  /** When it cools down and goes. */
  readonly lifecycle: Lifecycle;
}

/** Lifecycle of what a rule makes. */
export function lifecycleOf({ keepDays, coldAfterDays }: NamedRule): Lifecycle {
  return coldAfterDays === undefined
    ? { deleteAfter: keepDays }
    : { deleteAfter: keepDays, coldStorageAfter: coldAfterDays };
}

/** Copies that a rule makes. An air-gapped vault has no cold storage. */
export function copyActions<Arn>(
  rule: NamedRule,
  { copyVaultArn, airGappedVaultArn }: Destinations<Arn>,
): CopyAction<Arn>[] {
  return [
    ...(rule.copied && copyVaultArn !== undefined
      ? [{ destinationVaultArn: copyVaultArn, lifecycle: lifecycleOf(rule) }]
      : []),
    ...(rule.airGapped && airGappedVaultArn !== undefined
      ? [{ destinationVaultArn: airGappedVaultArn, lifecycle: { deleteAfter: rule.keepDays } }]
      : []),
  ];
}
