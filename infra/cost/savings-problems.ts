import type { Problem } from "../core/problem";
import { type SavingsArgs, savingsReport } from "./savings-plan";

/** A plan to buy. It cannot be cancelled: the words that confirm it are its own. */
export interface SavingsPurchase {
  /** Id of the offering, as AWS's price list has it. */
  readonly offeringId: string;
  /** Name of the offer among those configured, by which its term and payment are known. */
  readonly offer: string;
  /** US dollars an hour to commit to: no more than is proposed. */
  readonly commitmentUsdPerHour: number;
  /** Exactly what {@link purchaseConfirmation} says. */
  readonly confirm: string;
}

/** Savings of an account: what to propose from, and what to buy. */
export interface SavingsSizes extends SavingsArgs {
  /**
   * A plan to buy.
   *
   * @default - none: the report proposes, a person decides
   */
  readonly purchase?: SavingsPurchase | undefined;
}

/** Words by which a purchase is confirmed: they name what is bought, so that they fit nothing else. */
export function purchaseConfirmation(
  { offer, commitmentUsdPerHour }: SavingsPurchase,
  { offers }: SavingsArgs,
): string {
  const years = offers[offer]?.termYears ?? 0;
  return `commit to ${commitmentUsdPerHour.toFixed(3)} USD an hour for ${years} ${years === 1 ? "year" : "years"}`;
}

/** Everything wrong with what savings are proposed from, and with a purchase. */
export function savingsProblems(sizes: SavingsSizes): readonly Problem[] {
  const path = ["sizes", "savings"];
  return [
    ...Object.entries(sizes.uses).flatMap(([use, { floorUsd, averageUsd, growthPercentPerYear }]) => [
      ...(floorUsd >= 0 && floorUsd <= averageUsd
        ? []
        : [
            {
              path: [...path, "uses", use, "floorUsd"],
              given: String(floorUsd),
              allowed: `0 to ${averageUsd}, the average`,
            },
          ]),
      ...between([...path, "uses", use, "growthPercentPerYear"], growthPercentPerYear, [-100, 1000]),
    ]),
    ...Object.entries(sizes.offers).flatMap(([offer, { discountPercent }]) =>
      Object.entries(discountPercent).flatMap(([use, percent]) =>
        between([...path, "offers", offer, "discountPercent", use], percent, [0, 99]),
      ),
    ),
    ...between([...path, "commitPercent"], sizes.commitPercent, [0, 100]),
    ...(sizes.purchase === undefined ? [] : purchaseProblems(sizes.purchase, sizes)),
  ];
}

function purchaseProblems(purchase: SavingsPurchase, sizes: SavingsSizes): readonly Problem[] {
  const path = ["sizes", "savings", "purchase"];
  const { offer, commitmentUsdPerHour, confirm } = purchase;
  const proposal = savingsReport(sizes).proposals.find((candidate) => candidate.offer === offer);
  if (proposal === undefined) {
    const allowed = `an offer that is proposed: ${Object.keys(sizes.offers).join(", ")}`;
    return [{ path: [...path, "offer"], given: `"${offer}"`, allowed }];
  }
  const most = proposal.commitmentUsdPerHour;
  const expected = purchaseConfirmation(purchase, sizes);
  return [
    ...(commitmentUsdPerHour >= 0.001 && commitmentUsdPerHour <= most
      ? []
      : [
          {
            path: [...path, "commitmentUsdPerHour"],
            given: String(commitmentUsdPerHour),
            allowed: `0.001 to ${most}, which is what never went away`,
          },
        ]),
    ...(confirm === expected
      ? []
      : [{ path: [...path, "confirm"], given: `"${confirm}"`, allowed: `exactly: ${expected}` }]),
  ];
}

function between(
  path: readonly string[],
  value: number,
  [least, most]: readonly [number, number],
): readonly Problem[] {
  return value >= least && value <= most
    ? []
    : [{ path, given: String(value), allowed: `${least} to ${most}` }];
}
