import * as assert from "node:assert/strict";
import { Script } from "node:vm";

import * as fc from "fast-check";

import { embedJson, escapeHtml, pageScript, renderHtml } from "../../../preview/report/html";
import type { PageData } from "../../../preview/report/page-data";
import { secret } from "../../../simulator/wire";
import { networkResult, previewResult, resource } from "./fixture";

const AT = new Date("2026-11-23T10:00:00Z");

/** What a browser would find in the script element of that kind: everything up to the first end tag. */
function embedded(html: string): PageData {
  const text = /<script type="application\/json" id="data">([\s\S]*?)<\/script/.exec(html)?.[1] ?? "";
  // The test compares what comes out with what went in, so a wrong shape shows.
  return JSON.parse(text) as PageData;
}

describe("the HTML report", () => {
  it("holds every resource with its inputs", () => {
    const result = networkResult();
    const shown = embedded(renderHtml(result, AT)).resources;
    assert.deepEqual(
      shown.map(({ urn, inputs }) => ({ urn, inputs })),
      result.resources.map(({ urn, inputs }) => ({ urn, inputs })),
    );
  });

  it("lets no value out of the script element, whatever it is", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("</script><script>alert(1)</script>", "<!--<script>", "\u2028\u2029", "]]>", "&quot;"),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        const specimen = resource({
          type: "aws:s3/bucket:Bucket",
          name: value,
          inputs: { [`k${value}`]: value },
        });
        const html = renderHtml(previewResult([specimen], [], { stack: value, program: value }), AT);
        const shown = embedded(html).resources.find(({ urn }) => urn === specimen.urn);
        assert.deepEqual(shown?.inputs, specimen.inputs);
        assert.equal(html.match(/<script/g)?.length, 2);
      }),
      { numRuns: 50 },
    );
  });

  it("embeds JSON that is the same value, without a character that ends a script or a line of it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = embedJson(value);
        assert.doesNotMatch(text, /[<\u2028\u2029]/);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("escapes what stands in HTML itself", () => {
    assert.equal(escapeHtml(`<b a="1" c='2'>&`), "&#60;b a=&#34;1&#34; c=&#39;2&#39;&#62;&#38;");
  });

  it("masks a secret that arrives unmasked", () => {
    const specimen = resource({
      type: "aws:rds/instance:Instance",
      name: "database",
      inputs: { password: secret("hunter2-secret"), nested: [{ key: secret("hunter2-secret") }] },
    });
    const html = renderHtml(previewResult([specimen]), AT);
    assert.doesNotMatch(html, /hunter2/);
    assert.match(html, /\[secret\]/);
  });

  it("allows its own script by hash and nothing from a network", () => {
    const html = renderHtml(networkResult(), AT);
    assert.match(
      html,
      /content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/]+=*';/,
    );
    assert.doesNotMatch(html, /(?:src|href)="(?!#)/);
    assert.doesNotMatch(html, /url\(|@import/);
  });

  it("joins its modules into one script without a name used twice and without imports left over", () => {
    const script = pageScript();
    assert.doesNotThrow(() => new Script(`"use strict";${script}`));
    assert.doesNotMatch(script, /^(?:import|export) /m);
  });

  it("is the same for the same result at the same time", () => {
    assert.equal(renderHtml(networkResult(), AT), renderHtml(networkResult(), AT));
  });
});
