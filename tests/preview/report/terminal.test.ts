import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { renderTerminal, screenOf } from "../../../preview/report/terminal";
import { renderStacks } from "../../../preview/report/terminal/stacks";
import type { PreviewResult, Verdict } from "../../../preview/result";
import { component, networkResult, previewResult, resource, verdict } from "./fixture";

/** What every escape sequence begins with. */
const ESCAPE = "\u001b";

const PLAIN = screenOf({ isTTY: false }, {});

function plain(result: PreviewResult): string {
  return renderTerminal(PLAIN, result).join("\n");
}

describe("the terminal output", () => {
  it("has colours on a terminal only, unless NO_COLOR or FORCE_COLOR says otherwise", () => {
    const coloured = (isTTY: boolean, environment: NodeJS.ProcessEnv): boolean =>
      renderTerminal(screenOf({ isTTY }, environment), networkResult()).join("\n").includes(ESCAPE);
    assert.equal(coloured(true, {}), true);
    assert.equal(coloured(false, {}), false);
    assert.equal(coloured(true, { NO_COLOR: "1" }), false);
    assert.equal(coloured(true, { NO_COLOR: "" }), true);
    assert.equal(coloured(false, { FORCE_COLOR: "1" }), true);
    assert.equal(coloured(true, { FORCE_COLOR: "0" }), false);
    assert.equal(coloured(true, { FORCE_COLOR: "1", NO_COLOR: "1" }), false);
    assert.equal(coloured(true, { TERM: "dumb" }), false);
  });

  it("never writes a line wider than the screen, however long the names are", () => {
    const text = fc.string({ minLength: 1, maxLength: 160, unit: "grapheme-ascii" });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 76, max: 110 }), (name, message, columns) => {
        const group = component(`platform:network:${name}`, name);
        const specimen = resource({
          type: "aws:s3/bucket:Bucket",
          name,
          parent: group.urn,
          inputs: { a: "[unknown]" },
        });
        const verdicts = [
          verdict({ urn: specimen.urn, verdict: "fail", message, path: name, policy: message }),
          verdict({ urn: specimen.urn, verdict: "undetermined", waitsFor: [name], policy: name }),
        ];
        const lines = renderTerminal(screenOf({ columns }, {}), previewResult([group, specimen], verdicts));
        for (const line of lines) assert.ok(line.length <= columns, `${line.length} > ${columns}: ${line}`);
      }),
    );
  });

  it("gives a terminal nothing to obey that a value holds", () => {
    const name = "\u001b[2J\u0007name";
    const specimen = resource({ type: "aws:s3/bucket:Bucket", name });
    const failed = verdict({ urn: specimen.urn, verdict: "fail", message: name, path: name });
    const text = plain(previewResult([specimen], [failed], { stack: name, program: name }));
    assert.equal(text.includes(ESCAPE), false);
  });

  it("shows a small stack resource by resource and a large one by type", () => {
    assert.match(plain(networkResult(1)), /aws:ec2:Subnet {2}network-app-1/);
    assert.match(plain(networkResult(3)), /12 × aws:ec2:Subnet/);
    assert.doesNotMatch(plain(networkResult(3)), /network-app-1/);
  });

  it("counts components and resources without the stack and its providers", () => {
    const provider = resource({ type: "pulumi:providers:aws", name: "main" });
    const result = previewResult([component("a:b:C", "c"), provider, resource({ type: "a:b:D", name: "d" })]);
    assert.match(plain(result), /^1 component, 1 resource$/m);
  });

  it("marks in the tree where mandatory and advisory controls fail", () => {
    assert.match(plain(networkResult()), /aws:ec2:SecurityGroup {2}web ✗ 1 ! 1/);
  });

  it("puts mandatory failures before graver advisory ones, with resource, message and path", () => {
    const text = plain(networkResult());
    const failures = text.slice(text.indexOf("Failures"), text.indexOf("Undetermined:"));
    assert.match(
      failures,
      /✗ NET-7[^]*web {2}aws:ec2:SecurityGroup[^]*port 22 is open[^]*at ingress\[0\][^]*! NET-9/,
    );
    assert.doesNotMatch(failures, /S3-4|S3-5/);
  });

  it("does not repeat a path that the message names already", () => {
    const specimen = resource({ type: "aws:s3/bucket:Bucket", name: "logs" });
    const said = {
      urn: specimen.urn,
      verdict: "fail",
      path: "acl",
      message: "acl: public; private is required.",
    } as const;
    assert.doesNotMatch(plain(previewResult([specimen], [verdict(said)])), /at acl/);
  });

  it("keeps undetermined verdicts apart and says what they wait for", () => {
    assert.match(plain(networkResult()), /Undetermined: 1 verdict [^]*\? S3-4[^]*logs: waits for kmsKeyId/);
  });

  it("shows an exemption with its reason, owner and last day, and does not count it as a failure", () => {
    assert.match(
      plain(networkResult()),
      /◇ S3-5[^]*logs are written once \(platform-team, until 2027-06-30\)/,
    );
    assert.match(plain(networkResult()), /✗ 1 mandatory violation$/m);
  });

  it("names a resource once for each exemption, with the findings that it covers", () => {
    const database = resource({ type: "aws:rds/instance:Instance", name: "workshop" });
    const exempt = (message: string, reason: string): Verdict =>
      verdict({
        ...{ urn: database.urn, verdict: "fail", path: "logs", message },
        exemption: { reason, owner: "platform", expires: "2027-06-30" },
      });
    const text = plain(
      previewResult(
        [database],
        [
          exempt("audit is missing", "no plugin"),
          exempt("general is missing", "no plugin"),
          exempt("x", "old"),
        ],
      ),
    );
    const once = (name: string, wanted: RegExp): void => {
      assert.equal(text.match(wanted)?.length, 1, `${name} in ${text}`);
    };
    once(
      "the record of both",
      /workshop +aws.*\n +audit is missing\n.*\n +general is missing\n.*\n +no plugin \(/g,
    );
    once("the record of one", /workshop +aws.*\n +old \(/g);
  });

  it("names every approximation and every unknown value's type", () => {
    const text = plain(networkResult());
    assert.match(text, /aws:s3:Bucket: computed attributes from the generic fallback/);
    assert.match(text, /aws:ec2:Subnet +12 +12/);
  });

  it("says that nothing judged the stack where no pack did", () => {
    assert.match(plain(previewResult([], [], { policyPacks: [] })), /No policy pack was asked/);
  });

  it("shows what the program tells, and what the preview itself finds worth mentioning in the report alone", () => {
    const result = previewResult([], [], {
      diagnostics: [
        { severity: "info", source: "program", message: "it costs 5 USD\nand leaves much out" },
        { severity: "warning", source: "program", message: "the zone list is short" },
        { severity: "info", source: "preview", message: "hello" },
      ],
    });
    assert.match(
      plain(result),
      /warning: the zone list is short\n +info: it costs 5 USD\n +and leaves much out/,
    );
    assert.doesNotMatch(plain(result), /hello/);
  });
});

describe("the table of all stacks", () => {
  it("has a row for each stack, also for one that could not be previewed, and says why", () => {
    const lines = renderStacks(PLAIN, [
      { stack: "dev", exitCode: 1, result: networkResult() },
      { stack: "prod", exitCode: 2, failure: "the configuration is wrong" },
    ]).join("\n");
    assert.match(lines, /dev +27 +1 +1 +1 +1 +4\.2 s +1/);
    assert.match(lines, /prod +- +- +- +- +- +- +2/);
    assert.match(lines, /prod: the configuration is wrong/);
  });
});
