import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const trail = (props: object = {}) =>
  aws("cloudtrail/trail:Trail", { s3BucketName: "trail", isMultiRegionTrail: true, ...props });
const basic = (...eventSelectors: readonly object[]) => ({ trail: trail({ eventSelectors }) });
const field = (name: string, ...equals: readonly string[]) => ({ field: name, equals });
const advanced = (...selectors: readonly (readonly object[])[]) => ({
  trail: trail({ advancedEventSelectors: selectors.map((fieldSelectors) => ({ fieldSelectors })) }),
});
const management = field("eventCategory", "Management");

fixtures("trail-multi-region", {
  pass: {
    "a trail that selects nothing, which is all management events": { trail: trail() },
    "a trail whose defaults are filled in": {
      trail: trail({ includeGlobalServiceEvents: true, enableLogging: true, eventSelectors: [] }),
    },
    "a trail that selects all": basic({ readWriteType: "All", includeManagementEvents: true }),
    "a trail that selects reads and writes apart": basic(
      { readWriteType: "ReadOnly" },
      { readWriteType: "WriteOnly" },
    ),
    "a trail with an advanced selector": advanced([management]),
    "a trail with two advanced selectors": advanced(
      [management, field("readOnly", "true")],
      [management, field("readOnly", "false")],
    ),
    "a second trail that is there for data events": {
      trail: trail(),
      data: trail({ isMultiRegionTrail: false, eventSelectors: [{ includeManagementEvents: false }] }),
    },
  },
  fail: {
    "a stack that owns the trail and has none": {},
    "a trail of one Region": { trail: trail({ isMultiRegionTrail: false }) },
    "a trail without events of global services": { trail: trail({ includeGlobalServiceEvents: false }) },
    "a trail of writes": basic({ readWriteType: "WriteOnly" }),
    "a trail of data events": basic({ includeManagementEvents: false }),
    "a trail without the events of KMS": basic({ excludeManagementEventSources: ["kms.amazonaws.com"] }),
    "an advanced selector of reads": advanced([management, field("readOnly", "true")]),
    "an advanced selector that leaves a source out": advanced([
      management,
      { field: "eventSource", notEquals: ["kms.amazonaws.com"] },
    ]),
    "an advanced selector of data events": advanced([field("eventCategory", "Data")]),
  },
  unknown: {
    "a trail whose Regions are computed": { trail: trail({ isMultiRegionTrail: UNKNOWN }) },
    "a trail whose selectors are computed": { trail: trail({ eventSelectors: UNKNOWN }) },
    "a selector that is computed": basic({ readWriteType: UNKNOWN }),
    "a trail that is computed beside one that is for something else": {
      trail: trail({ isMultiRegionTrail: UNKNOWN }),
      data: trail({ isMultiRegionTrail: false }),
    },
  },
  unset: {
    "a trail that leaves the Regions to AWS": [
      "fail",
      { trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail" }) },
    ],
  },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});

describe("trail-multi-region, where another stack owns the trail", () => {
  it("says nothing of a stack without one", async () => {
    assert.equal((await judge("trail-multi-region", {})).verdict, "nothing");
  });
});
