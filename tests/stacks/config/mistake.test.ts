import * as assert from "node:assert/strict";

import { formatPath, formatValue, nearestWord } from "../../../stacks/config/mistake";

describe("the nearest word", () => {
  const words = ["critical", "high", "standard", "low"];

  it("is the one a typing mistake meant, whatever the case", () => {
    assert.equal(nearestWord("hgih", words), "high");
    assert.equal(nearestWord("Critical", words), "critical");
    assert.equal(nearestWord("standart", words), "standard");
  });

  it("is none where nothing is close, or nothing was given", () => {
    assert.equal(nearestWord("elephant", words), undefined);
    assert.equal(nearestWord("", words), undefined);
    assert.equal(nearestWord(undefined, words), undefined);
    assert.equal(nearestWord(3, words), undefined);
    assert.equal(nearestWord("low", []), undefined);
    assert.equal(nearestWord("high", words), undefined);
  });
});

describe("a place in the configuration", () => {
  it("is written as people point at it", () => {
    assert.equal(formatPath(["platform:network", "zones", 1, "id"]), "platform:network.zones[1].id");
  });
});

describe("a value in a message", () => {
  it("is cut where it is long", () => {
    assert.equal(formatValue("a".repeat(78)), `"${"a".repeat(78)}"`);
    assert.equal(formatValue("a".repeat(79)), `"${"a".repeat(79)}…`);
  });

  it("is nothing where there is none", () => {
    assert.equal(formatValue(undefined), "nothing");
  });
});
