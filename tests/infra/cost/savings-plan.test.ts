import * as assert from "node:assert/strict";
import * as fc from "fast-check";

import { type SavingsArgs, savingsReport } from "../../../infra/cost/savings-plan";
import {
  purchaseConfirmation,
  savingsProblems,
  type SavingsSizes,
} from "../../../infra/cost/savings-problems";

const args: SavingsArgs = {
  uses: {
    fargate: { floorUsd: 10, averageUsd: 16, growthPercentPerYear: 10 },
    m7g: { floorUsd: 4, averageUsd: 4, growthPercentPerYear: -50 },
  },
  offers: {
    compute: { termYears: 1, payment: "no-upfront", discountPercent: { fargate: 20, m7g: 30 } },
    family: { termYears: 3, payment: "all-upfront", discountPercent: { m7g: 60 } },
    half: { termYears: 1, payment: "partial-upfront", discountPercent: { fargate: 25 } },
  },
  commitPercent: 80,
};

const proposal = (offer: string) =>
  savingsReport(args).proposals.find((candidate) => candidate.offer === offer);

describe("the proposal of a savings plan", () => {
  it("commits to what never goes away, over all that the plan covers", () => {
    // fargate 10 × 80 % × 0.8 = 6.4; m7g shrinks to 2: 2 × 80 % × 0.7 = 1.12
    // on demand 8 + 1.6 = 9.6; saving (9.6 − 7.52) × 730 = 1518.40; coverage 9.6 ÷ 20; break-even 7.52 ÷ 9.6
    assert.deepEqual(proposal("compute"), {
      offer: "compute",
      commitmentUsdPerHour: 7.52,
      upfrontUsd: 0,
      savingUsdPerMonth: 1518.4,
      coveragePercent: 48,
      breakEvenUsePercent: 78.33,
      breakEvenMonths: 0,
    });
  });

  it("pays all at once, and says when it has come back", () => {
    // m7g shrinks by half three times: 0.5 × 80 % = 0.4 on demand, 0.16 committed; 0.16 × 26 280 = 4204.80 at once
    // back after 4204.80 ÷ (0.4 × 730) = 14.4 months
    const { commitmentUsdPerHour, upfrontUsd, breakEvenMonths, savingUsdPerMonth } = proposal("family") ?? {};
    assert.deepEqual(
      [commitmentUsdPerHour, upfrontUsd, breakEvenMonths, savingUsdPerMonth],
      [0.16, 4204.8, 14.4, 175.2],
    );
  });

  it("pays half at once, and the rest by the month", () => {
    // 8 on demand, 6 committed; 6 × 8760 ÷ 2 = 26 280 at once; back after 26 280 ÷ (8 × 730 − 3 × 730) = 7.2 months
    const { upfrontUsd, breakEvenMonths } = proposal("half") ?? {};
    assert.deepEqual([upfrontUsd, breakEvenMonths], [26_280, 7.2]);
  });

  it("puts the most saving first, and says what it takes for granted", () => {
    const { proposals, assumptions } = savingsReport(args);
    assert.deepEqual(
      proposals.map(({ offer }) => offer),
      ["compute", "half", "family"],
    );
    assert.match(assumptions.join("\n"), /80 percent of the floor.*cannot be cancelled/s);
  });

  it("never covers more than the floor, saves no less for a larger one, and never loses while all is used", () => {
    const amount = fc.double({ min: 0.01, max: 1000, noNaN: true });
    const percent = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(amount, amount, percent, percent, (floorUsd, more, discount, commitPercent) => {
        const of = (floor: number) =>
          savingsReport({
            uses: { fargate: { floorUsd: floor, averageUsd: floor + 1, growthPercentPerYear: 0 } },
            offers: {
              one: { termYears: 1, payment: "no-upfront", discountPercent: { fargate: discount } },
            },
            commitPercent,
          }).proposals[0];
        const [small, large] = [of(floorUsd), of(floorUsd + more)];
        if (small === undefined || large === undefined) return;
        assert.ok(small.commitmentUsdPerHour <= floorUsd * (1 - discount / 100) + 1e-9);
        assert.ok(small.savingUsdPerMonth >= 0 && large.savingUsdPerMonth >= small.savingUsdPerMonth);
        assert.ok(Math.abs(small.breakEvenUsePercent - (100 - discount)) <= 0.011);
      }),
    );
  });
});

describe("the purchase of a savings plan", () => {
  const purchase = { offeringId: "0f0f", offer: "compute", commitmentUsdPerHour: 7.5, confirm: "" };
  const confirm = "commit to 7.500 USD an hour for 1 year";
  const problems = (differences: Partial<typeof purchase>, sizes: Partial<SavingsSizes> = {}) =>
    savingsProblems({ ...args, ...sizes, purchase: { ...purchase, confirm, ...differences } });

  it("is confirmed by what it says itself", () => {
    assert.equal(purchaseConfirmation(purchase, args), confirm);
    assert.deepEqual(problems({}), []);
  });

  for (const [what, differences, path] of [
    ["without confirmation", { confirm: "" }, "confirm"],
    [
      "with another purchase's confirmation",
      { confirm: "commit to 7.000 USD an hour for 1 year" },
      "confirm",
    ],
    ["of an unknown offer", { offer: "none" }, "offer"],
  ] as const) {
    it(`is refused ${what}`, () => {
      const [problem, ...others] = problems(differences);
      assert.deepEqual(others, []);
      assert.equal(problem?.path.join("."), `sizes.savings.purchase.${path}`);
    });
  }

  it("is refused beyond what is proposed", () => {
    const found = problems({ commitmentUsdPerHour: 8, confirm: "commit to 8.000 USD an hour for 1 year" });
    assert.deepEqual(
      found.map(({ path, allowed }) => [path.at(-1), allowed]),
      [["commitmentUsdPerHour", "0.001 to 7.52, which is what never went away"]],
    );
  });

  it("is proposed from figures that can be", () => {
    const found = savingsProblems({
      uses: { fargate: { floorUsd: 5, averageUsd: 4, growthPercentPerYear: -101 } },
      offers: { one: { termYears: 1, payment: "no-upfront", discountPercent: { fargate: 100 } } },
      commitPercent: 101,
    });
    assert.deepEqual(
      found.map(({ path }) => path.at(-1)),
      ["floorUsd", "growthPercentPerYear", "fargate", "commitPercent"],
    );
  });
});
