import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { readBaseline } from "../../../policy-pack/report/baseline";
import { MARKER, renderMarkdown } from "../../../policy-pack/report/markdown";
import { renderSarif } from "../../../policy-pack/report/sarif";
import { ONE_OF_EACH, report, urnOf, verdict } from "./specimens";

describe("the summary for a pull request", () => {
  it("begins with its marker and says first what stops the deployment", () => {
    const summary = renderMarkdown([report(ONE_OF_EACH)]);
    assert.ok(summary.startsWith(`${MARKER}\n`));
    assert.match(summary, /## Policies: 1 mandatory violation\n/);
    assert.match(summary, /\| prod \| \*\*1\*\* \| 1 \| 1 \| 1 \|/);
    assert.ok(summary.indexOf("### What stops the deployment") < summary.indexOf("<details>"));
  });

  it("says of an exemption why, who answers for it, and until when", () => {
    const summary = renderMarkdown([report(ONE_OF_EACH)]);
    assert.match(summary, /\| S3-20 \| prod: logs \| written once \(platform, OPS-7, until 2027-03-31\) \|/);
  });

  it("names a resource once for each exemption, with the findings that it covers", () => {
    const exempt = (message: string, reason: string) =>
      verdict({ path: "logs", message, exemption: { reason, owner: "platform", expires: "2027-03-31" } });
    const summary = renderMarkdown([
      report([exempt("no audit", "plugin"), exempt("no general", "plugin"), exempt("x", "old")]),
    ]);
    assert.match(summary, /prod: logs<br>at logs: no audit<br>at logs: no general \| plugin \(/);
    assert.match(summary, /prod: logs \| old \(/);
  });

  it("says that nothing stops the deployment only where every stack was judged", () => {
    assert.match(renderMarkdown([report([verdict()])]), /nothing stops the deployment/);
    const broken = renderMarkdown([report([], { failure: "the program threw\nmore" })]);
    assert.doesNotMatch(broken, /nothing stops/);
    assert.match(broken, /\| prod \| could not be judged: the program threw \|/);
  });

  it("tells beside a baseline what is new and what is fixed", () => {
    const before = readBaseline(renderSarif([report([verdict(), verdict({ urn: urnOf("old") })])]));
    const summary = renderMarkdown([report([verdict(), verdict({ urn: urnOf("fresh") })])], before);
    assert.match(summary, /\| Stack \|.*\| New \| Fixed \|/);
    assert.match(summary, /\| prod \| 0 \| 2 \| 0 \| 0 \| 1 \| 1 \|/);
    const fresh = /### New\n\n([\s\S]*?)\n\n/.exec(summary)?.[1] ?? "";
    assert.match(fresh, /prod: fresh/);
    assert.doesNotMatch(fresh, /prod: logs/);
    assert.match(summary, /Fixed \(1\)[\s\S]*\| S3-16 \| prod: old \|/);
  });

  it("fits into a comment, however much there is to say", () => {
    const many = Array.from({ length: 4000 }, (_, place) =>
      verdict({ urn: urnOf(`bucket-${place}`), control: `S3-${place % 300}`, enforcement: "mandatory" }),
    );
    const summary = renderMarkdown([report(many)]);
    assert.ok(summary.length < 65_536, `${summary.length}`);
    assert.match(summary, /the SARIF file holds all/);
  });

  it("lets no name become markup, a link or a mention", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("</details>", "`x`", "@everyone", "[a](http://b)", "a|b", "a\n# b", "http://a", "<!--"),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = renderMarkdown([
          report([verdict({ urn: urnOf("name"), message: "name", enforcement: "mandatory" })]),
        ]);
        const summary = renderMarkdown([
          report([verdict({ urn: urnOf(text), message: text, enforcement: "mandatory" })]),
        ]);
        const markup = (from: string): string => from.replace(/&#\d+;/g, "").replace(/[^<>|`*#@[\]\n]/g, "");
        assert.equal(markup(summary), markup(clean));
        assert.doesNotMatch(summary, /:\/\//);
      }),
    );
  });
});
