import * as assert from "node:assert/strict";
import * as fc from "fast-check";

import type { QuotaUse } from "../../../infra/core/declarations";
import { neededFor, type PlanArgs, quotaPlan, usesOf } from "../../../infra/quotas/quota-plan";
import { quotaKey, quotas } from "../../../infra/quotas/quota-table";
import { quotaProblems, quotaValueProblems } from "../../../infra/quotas/settings";
import { QUOTA_DEFAULTS } from "../../../simulator/quota-defaults";

const vpcs = "vpc/L-F678F1CE";
const subnets = "vpc/L-407747CB";
const roles = "iam/L-FE177D64";

const count = fc.integer({ min: 0, max: 100_000 });

function planArgs(differences: Partial<PlanArgs> = {}): PlanArgs {
  return { regions: ["eu-west-1", "eu-central-1"], environments: {}, held: {}, requests: {}, ...differences };
}

function environments(...uses: readonly Record<string, number>[]): PlanArgs["environments"] {
  return Object.fromEntries(
    uses.map((use, position) => [`e${position}`, { region: "eu-west-1" as const, uses: use }]),
  );
}

describe("a plan of quotas", () => {
  it("needs twice what is planned plus 15 %, rounded up", () => {
    assert.deepEqual([0, 1, 3, 10, 12.5, 100].map(neededFor), [0, 3, 7, 23, 29, 230]);
  });

  it("never needs less for more, nor less than 2.3 times the use, nor a whole thing more than that", () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        assert.ok(neededFor(a) <= neededFor(a + b));
        assert.ok(neededFor(a) >= a * 2.3 - 1e-6 && neededFor(a) < a * 2.3 + 1);
      }),
    );
  });

  it("adds up what environments of a Region use, and takes the largest of a quota per thing", () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 5 }), (counts) => {
        const plan = quotaPlan(
          planArgs({ environments: environments(...counts.map((n) => ({ [vpcs]: n, [subnets]: n }))) }),
        );
        const planned = (key: string) => plan.find(({ quota }) => quota === key)?.planned ?? 0;
        assert.equal(
          planned(vpcs),
          counts.reduce((total, n) => total + n, 0),
        );
        assert.equal(planned(subnets), Math.max(...counts));
      }),
    );
  });

  it("fits exactly where what is needed is no more than what is granted or asked for", () => {
    fc.assert(
      fc.property(count, count, (used, asked) => {
        const args = planArgs({
          environments: environments({ [vpcs]: used }),
          requests: { "eu-west-1": { [vpcs]: asked } },
        });
        const [row] = quotaPlan(args);
        assert.ok(row);
        assert.equal(row.fits, neededFor(used) <= Math.max(5, asked));
        assert.equal(row.requested, asked > 5 ? asked : undefined);
      }),
    );
  });

  it("takes what AWS answers for what it grants, be it more or less than is documented or held", () => {
    fc.assert(
      fc.property(count, count, count, (used, answered, held) => {
        const [row] = quotaPlan(
          planArgs({
            environments: environments({ [vpcs]: used }),
            held: { "eu-west-1": { [vpcs]: held } },
            requests: { "eu-west-1": { [vpcs]: 7 } },
            live: { "eu-west-1": { [vpcs]: answered } },
          }),
        );
        assert.ok(row);
        assert.equal(row.granted, answered);
        const asked = held < 7 ? 7 : 0;
        assert.equal(row.fits, neededFor(used) <= Math.max(answered, asked));
      }),
    );
  });

  it("lets internet gateways grow with the VPCs that are asked for", () => {
    const gateways = "vpc/L-A4707A72";
    const plan = (asked: number) =>
      quotaPlan(
        planArgs({
          environments: environments({ [vpcs]: 3, [gateways]: 3 }),
          requests: { "eu-west-1": { [vpcs]: asked } },
        }),
      ).map(({ quota, requested, fits }) => [quota, requested, fits]);
    assert.deepEqual(plan(7), [
      [vpcs, 7, true],
      [gateways, 7, true],
    ]);
    assert.deepEqual(plan(6), [
      [vpcs, 6, false],
      [gateways, 6, false],
    ]);
  });

  it("keeps Regions apart, and counts what is the whole account's once", () => {
    const plan = quotaPlan(
      planArgs({
        environments: {
          prod: { region: "eu-west-1", uses: { [vpcs]: 1, [roles]: 20 } },
          dr: { region: "eu-central-1", uses: { [vpcs]: 1, [roles]: 20 } },
        },
      }),
    );
    assert.deepEqual(
      plan.map(({ region, quota, planned, needed }) => [region, quota, planned, needed]),
      [
        ["eu-west-1", vpcs, 1, 3],
        ["eu-central-1", vpcs, 1, 3],
        ["us-east-1", roles, 40, 92],
      ],
    );
  });

  it("grants in a Region what AWS grants there, which is less in some", () => {
    const rules = "events/L-244521F2";
    const granted = (["eu-west-1", "eu-south-1"] as const).map((region) => {
      const uses = { [rules]: 60 };
      return quotaPlan(planArgs({ regions: [region], environments: { prod: { region, uses } } })).map(
        ({ granted: value, fits }) => [value, fits],
      );
    });
    assert.deepEqual(granted, [[[300, true]], [[100, false]]]);
  });

  it("sums declarations of one quota", () => {
    const use = (quotaCode: string, times: number): QuotaUse => ({
      family: "quotaUse",
      serviceCode: "vpc",
      quotaCode,
      count: times,
    });
    assert.deepEqual(usesOf([use("L-F678F1CE", 1), use("L-407747CB", 2), use("L-F678F1CE", 3)]), {
      [subnets]: 2,
      [vpcs]: 4,
    });
  });
});

describe("the table of quotas", () => {
  it("has each quota once, with a code of AWS's form", () => {
    assert.equal(new Set(quotas.map(quotaKey)).size, quotas.length);
    for (const quota of quotas) assert.match(quotaKey(quota), /^[a-z0-9]+\/L-[0-9A-F]{8}$/);
  });

  it("names for each the page of AWS's documentation that it was read on", () => {
    for (const { source, name } of quotas)
      assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/, name);
  });

  it("follows quotas only that it has, that can be raised, and that begin at the same value", () => {
    for (const { follows, byDefault, name } of quotas) {
      if (follows === undefined) continue;
      const followed = quotas.find((quota) => quotaKey(quota) === follows);
      assert.deepEqual([followed?.adjustable, followed?.byDefault], [true, byDefault], name);
    }
  });

  it("says what simulated AWS answers", () => {
    assert.deepEqual(
      Object.entries(QUOTA_DEFAULTS).map(([key, { name, value, global, fixed }]) => [
        key,
        name,
        value,
        global === true,
        fixed !== true,
      ]),
      quotas
        .map((quota) => [
          quotaKey(quota),
          quota.name,
          quota.byDefault,
          quota.scope === "account",
          quota.adjustable,
        ])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  });
});

describe("quotas that are asked for", () => {
  const refusals: readonly [string, Partial<PlanArgs>, RegExp][] = [
    ["an unknown code", { requests: { "eu-west-1": { "vpc/L-00000000": 9 } } }, /a quota of the table: vpc/],
    ["less than the default", { requests: { "eu-west-1": { [vpcs]: 4 } } }, /^5 or more: quotas grow/],
    [
      "less than is held",
      { held: { "eu-west-1": { [vpcs]: 20 } }, requests: { "eu-west-1": { [vpcs]: 10 } } },
      /^20 or more: quotas grow/,
    ],
    ["half a thing", { requests: { "eu-west-1": { [vpcs]: 7.5 } } }, /^a whole number$/],
    [
      "a Region without guard",
      { requests: { "us-west-2": { [vpcs]: 9 } } },
      /under eu-west-1 or eu-central-1/,
    ],
    [
      "what AWS raises for nobody",
      { requests: { "eu-west-1": { "secretsmanager/L-2F66C23C": 600_000 } } },
      /^no request: AWS raises "Secrets" for nobody$/,
    ],
    [
      "what grows with another one",
      { requests: { "eu-west-1": { "vpc/L-A4707A72": 10 } } },
      /^a request for vpc\/L-F678F1CE, by which AWS raises "Internet gateways per Region" as well$/,
    ],
    [
      "more held than AWS grants",
      { held: { "eu-west-1": { [vpcs]: 20 } }, live: { "eu-west-1": { [vpcs]: 10 } } },
      /^10 or less: AWS answers that it grants 10 now$/,
    ],
    [
      "a plan beyond what AWS grants, though within what it documents",
      { environments: environments({ [vpcs]: 2 }), live: { "eu-west-1": { [vpcs]: 3 } } },
      /^5 or more of "VPCs per Region"/,
    ],
    [
      "a plan beyond what can be raised",
      { environments: environments({ "ecs/L-9EF96962": 5_000 }) },
      /; AWS raises it for nobody, so plan less$/,
    ],
    ["an account's quota in a Region", { requests: { "eu-west-1": { [roles]: 2_000 } } }, /under us-east-1/],
    ["a use that the table lacks", { environments: environments({ "x/L-1": 1 }) }, /add its row/],
    [
      "a plan that does not fit",
      { environments: environments({ [vpcs]: 3 }) },
      /^7 or more of "VPCs per Region": environments plan 3, .*quota code L-F678F1CE of service vpc$/,
    ],
  ];
  for (const [what, differences, message] of refusals) {
    it(`are refused with ${what}`, () => {
      const [problem, ...others] = quotaProblems(planArgs(differences));
      assert.deepEqual(others, []);
      assert.match(problem?.allowed ?? "", message);
    });
  }

  it("are judged without the plan where AWS is still to be asked", () => {
    assert.deepEqual(quotaValueProblems(planArgs({ environments: environments({ [vpcs]: 3 }) })), []);
    assert.equal(quotaValueProblems(planArgs({ requests: { "eu-west-1": { [vpcs]: 4 } } })).length, 1);
  });
});
