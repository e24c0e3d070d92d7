/** Words for how a plan is paid for. */
export const payments = ["no-upfront", "partial-upfront", "all-upfront"] as const;

/** How much of something runs, in US dollars an hour at the price on demand. */
export interface HourlyUse {
  /** Least of any hour looked at: what never goes away. */
  readonly floorUsd: number;
  /** Mean of all hours looked at. */
  readonly averageUsd: number;
  /** Percent by which the floor is expected to change in a year; less than 0 where it shrinks. */
  readonly growthPercentPerYear: number;
}

/** A plan that AWS offers, as its price list says it for the account's Region. */
export interface SavingsOffer {
  /** Years that it binds for. */
  readonly termYears: 1 | 3;
  /** How it is paid for. */
  readonly payment: (typeof payments)[number];
  /**
   * Percent off the price on demand, by what it covers: `fargate`, `lambda` or a family of instances. A compute plan names all,
   * an EC2 instance plan its one family.
   */
  readonly discountPercent: Readonly<Record<string, number>>;
}

/** What a proposal is made from. */
export interface SavingsArgs {
  /** Use by what runs: `fargate`, `lambda` or a family of instances such as `m7g`. */
  readonly uses: Readonly<Record<string, HourlyUse>>;
  /** Offers by a name of your choice: `compute-1-year`. */
  readonly offers: Readonly<Record<string, SavingsOffer>>;
  /** Percent of the floor to commit to. The rest stays free to shrink. */
  readonly commitPercent: number;
}

/** What one offer would do. */
export interface SavingsProposal {
  /** Name of the offer. */
  readonly offer: string;
  /** Commitment, in US dollars an hour at the plan's prices. */
  readonly commitmentUsdPerHour: number;
  /** Paid at once, in US dollars. */
  readonly upfrontUsd: number;
  /** Saved a month, in US dollars, where all of the commitment is used. */
  readonly savingUsdPerMonth: number;
  /** Percent of the mean use that the plan covers. */
  readonly coveragePercent: number;
  /** Percent of the commitment that has to be used before the plan costs less than none. */
  readonly breakEvenUsePercent: number;
  /** Months until what was paid at once has come back. */
  readonly breakEvenMonths: number;
}

/** Offers, the most saving first, and what the figures take for granted. */
export interface SavingsReport {
  /** What each offer would do, the most saving first; on a tie the one that binds less. */
  readonly proposals: readonly SavingsProposal[];
  /** What the figures take for granted. */
  readonly assumptions: readonly string[];
}

/** Hours of a month and a year, as AWS's calculator counts them. */
const hours = { month: 730, year: 8_760 };

/** Share of a plan's whole price that is paid at once. */
const atOnce: Readonly<Record<SavingsOffer["payment"], number>> = {
  "no-upfront": 0,
  "partial-upfront": 0.5,
  "all-upfront": 1,
};

/** Proposes a commitment for each offer, from what never went away. */
export function savingsReport(args: SavingsArgs): SavingsReport {
  const { uses, offers, commitPercent } = args;
  const proposals = Object.entries(offers)
    .map(([name, offer]) => ({ offer, proposal: proposalOf(name, offer, args) }))
    .filter(({ proposal }) => proposal.commitmentUsdPerHour > 0)
    .sort(
      (a, b) =>
        b.proposal.savingUsdPerMonth - a.proposal.savingUsdPerMonth ||
        a.offer.termYears - b.offer.termYears ||
        atOnce[a.offer.payment] - atOnce[b.offer.payment],
    )
    .map(({ proposal }) => proposal);
  return {
    proposals,
    assumptions: [
      `${commitPercent} percent of the floor are committed to; a floor that shrinks counts as low as it is at the end of the term`,
      "floors of different uses fall into the same hours: a plan covers them together",
      `growth by year: ${Object.entries(uses)
        .map(([use, { growthPercentPerYear }]) => `${use} ${growthPercentPerYear} percent`)
        .join(", ")}; what grows is not committed to`,
      `a month has ${hours.month} hours; prices stay; money at once costs no interest`,
      "discounts are those of the configured offers; a plan that was bought cannot be cancelled",
    ],
  };
}

function proposalOf(
  name: string,
  { termYears, payment, discountPercent }: SavingsOffer,
  { uses, commitPercent }: SavingsArgs,
): SavingsProposal {
  const covered = Object.entries(uses).flatMap(([use, { floorUsd, growthPercentPerYear }]) => {
    const discount = (discountPercent[use] ?? 0) / 100;
    if (discount <= 0) return [];
    const end = floorUsd * (1 + growthPercentPerYear / 100) ** termYears;
    const onDemand = (Math.max(0, Math.min(floorUsd, end)) * commitPercent) / 100;
    return [{ onDemand, commitment: onDemand * (1 - discount) }];
  });
  // AWS takes commitments in thousandths of a dollar: rounded down, so that all of it is used.
  const exact = sum(covered.map(({ commitment }) => commitment));
  const commitment = Math.floor(Math.round(exact * 1e6) / 1e3) / 1e3;
  const onDemand = exact === 0 ? 0 : (sum(covered.map((use) => use.onDemand)) * commitment) / exact;
  const average = sum(Object.values(uses).map(({ averageUsd }) => averageUsd));
  const upfront = commitment * hours.year * termYears * atOnce[payment];
  const monthly = onDemand * hours.month - commitment * hours.month * (1 - atOnce[payment]);
  return {
    offer: name,
    commitmentUsdPerHour: commitment,
    upfrontUsd: rounded(upfront),
    savingUsdPerMonth: rounded((onDemand - commitment) * hours.month),
    coveragePercent: rounded(average === 0 ? 0 : (100 * onDemand) / average),
    breakEvenUsePercent: rounded(onDemand === 0 ? 0 : (100 * commitment) / onDemand),
    breakEvenMonths: rounded(upfront === 0 ? 0 : upfront / monthly),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
