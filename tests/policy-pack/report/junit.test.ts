import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { renderJunit } from "../../../policy-pack/report/junit";
import { ONE_OF_EACH, report, urnOf, verdict } from "./specimens";

const ELEMENT = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/y;
const TEXT = /(?:[^<&]|&#\d+;)+/y;

/** Keeps count of an element that begins or ends. */
function take(found: RegExpExecArray, open: string[], counts: Record<string, number>): void {
  const [, closing, name = "", attributes = "", empty] = found;
  assert.ok(!/&(?!#\d+;)/.test(attributes), attributes);
  if (closing === "/") assert.equal(open.pop(), name);
  else counts[name] = (counts[name] ?? 0) + 1;
  if (closing === "" && empty === "") open.push(name);
}

/** Reads XML as strictly as its grammar of elements, attributes and text asks, and counts the elements. */
function elements(xml: string): Readonly<Record<string, number>> {
  const [declaration = ""] = xml.split("\n");
  assert.equal(declaration, `<?xml version="1.0" encoding="UTF-8"?>`);
  const counts: Record<string, number> = {};
  const open: string[] = [];
  let at = declaration.length;
  while (at < xml.length) {
    const pattern = xml[at] === "<" ? ELEMENT : TEXT;
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    assert.ok(found, `no XML at ${xml.slice(at, at + 60)}`);
    at = pattern.lastIndex;
    if (pattern === ELEMENT) take(found, open, counts);
  }
  assert.deepEqual(open, []);
  return counts;
}

describe("the JUnit report", () => {
  it("has a case for each control: failed, skipped with its text, or passed", () => {
    const xml = renderJunit([report(ONE_OF_EACH)]);
    assert.deepEqual(elements(xml), {
      ...{ testsuites: 1, testsuite: 1, testcase: 6, failure: 1, skipped: 4 },
      "system-out": 3,
    });
    assert.match(xml, /<testsuite name="shop\/prod" tests="6" failures="1" errors="0" skipped="4">/);
    assert.match(
      xml,
      /<failure type="mandatory" message="1 mandatory violation">aws:s3\/bucket:Bucket logs: /,
    );
    assert.match(xml, /Exempt: written once \(platform, OPS-7, until 2027-03-31\)/);
    assert.match(xml, /<skipped message="1 undetermined verdict"\/>/);
  });

  it("names a control by its title, and a failure with how to mend it", () => {
    const xml = renderJunit([report([verdict({ enforcement: "mandatory" })])]);
    assert.match(xml, /<testcase classname="well-architected.prod" name="S3-16 Every bucket logs who/);
    assert.match(xml, /Fix: Add an aws.s3.BucketLogging\.<\/failure>/);
  });

  it("counts a stack that could not be judged as an error", () => {
    const xml = renderJunit([report([], { failure: "the program threw\nat line 3" })]);
    assert.match(xml, /<testsuites name="policies" tests="1" failures="0" errors="1" skipped="0">/);
    assert.match(xml, /<error message="the program threw">the program threw&#10;at line 3<\/error>/);
  });

  it("stays XML whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const given = verdict({ message: text, path: text, urn: urnOf(text), control: `${text}-1` });
        const xml = renderJunit([report([given, { ...given, enforcement: "mandatory" }], { stack: text })]);
        elements(xml);
        assert.doesNotMatch(xml, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      }),
    );
  });
});
