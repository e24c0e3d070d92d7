import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PreviewError, type PreviewErrorKind, type PreviewOptions, previewStack } from "../../preview/index";
import { folderWith, packWith, projectWith, removeFolders } from "./support/folders";
import { watchChildren } from "./support/processes";

const QUEUE = 'new aws.sqs.Queue("orders");';
const HEAD = 'const pulumi = require("@pulumi/pulumi"); const aws = require("@pulumi/aws");\n';

function program(source: string, configuration = "  aws:region: eu-west-1"): string {
  return projectWith({ "index.js": HEAD + source, "Pulumi.dev.yaml": `config:\n${configuration}\n` });
}

async function refusal(projectDir: string, others: Partial<PreviewOptions> = {}): Promise<PreviewError> {
  const children = watchChildren();
  try {
    await previewStack({ projectDir, stack: "dev", policyPacks: [], ...others });
  } catch (error) {
    assert.deepEqual(children(), [], "a process was left");
    if (error instanceof PreviewError) return error;
    throw error;
  }
  return assert.fail("nothing was refused");
}

function expectKind(error: PreviewError, kind: PreviewErrorKind): void {
  assert.equal(error.kind, kind, `${error.message}\n${error.details.join("\n")}`);
}

describe("a preview that cannot be", function () {
  this.timeout(180_000);
  after(removeFolders);

  it("shows what a program threw and where, by the program's own lines", async () => {
    const folder = program('function plan() { throw new Error("no zones\\n  given: none"); }\nplan();');
    const error = await refusal(folder);
    expectKind(error, "program");
    assert.equal(error.message, "Error: no zones");
    assert.deepEqual(error.details.slice(0, 2), ["  given: none", "at plan (index.js:2:25)"]);
    assert.ok(error.details.every((line) => !line.includes("node_modules")));
  });

  it("says what a program rejected, in little memory, and what it logged as an error", async () => {
    const rejecting = program('pulumi.output(1).apply(() => { throw new TypeError("too late"); });');
    const runtime = "{ name: nodejs, options: { nodeargs: --max-old-space-size=256 } }";
    fs.writeFileSync(path.join(rejecting, "Pulumi.yaml"), `name: sample\nruntime: ${runtime}\n`);
    const rejected = await refusal(rejecting);
    assert.deepEqual([rejected.message, rejected.details[0]], ["TypeError: too late", "at index.js:2:38"]);
    const logged = await refusal(program('pulumi.log.error("this is fatal");'));
    assert.equal(logged.message, "this is fatal");
  });

  it("says so when a program ends with a code of its own", async () => {
    const error = await refusal(program('console.error("I give up"); process.exit(3);'));
    assert.equal(error.message, "I give up");
    assert.deepEqual(error.details, ["it ended with exit code 3"]);
  });

  it("names every resource that cannot be: a URN used twice, a block that is none", async () => {
    const error = await refusal(
      program(`${QUEUE} ${QUEUE} new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.1/8" });`),
    );
    expectKind(error, "program");
    assert.equal(error.message, "2 resources cannot be as the program wants them");
    assert.match(error.details.join("\n"), /aws:sqs\/queue:Queue::orders: two resources have this URN/);
    assert.match(error.details.join("\n"), /aws:ec2\/vpc:Vpc::net: .*10\.0\.0\.1\/8/);
  });

  it("asks for a Region where none is configured", async () => {
    const error = await refusal(program(QUEUE, "  sample:a: b"));
    assert.match(error.message, /default_7_48_0: MissingRegion: .*aws:region/);
  });

  it("refuses remote components it does not know, at once", async () => {
    const source =
      'new pulumi.ComponentResource("eks:index:Cluster", "main", {}, { version: "4.0.0" }, true);';
    const error = await refusal(program(source));
    assert.equal(
      error.message,
      "eks:index:Cluster main is a remote component; the offline preview knows only awsx:ec2:Vpc",
    );
  });

  it("says what a policy pack wrote when it does not start", async () => {
    const throwing = folderWith({
      "PulumiPolicy.yaml": "runtime: nodejs\n",
      "package.json": '{ "main": "index.js" }',
      "index.js": 'throw new Error("no rules");',
    });
    const error = await refusal(program(QUEUE), { policyPacks: [throwing] });
    expectKind(error, "policy");
    assert.match(error.message, /did not start: it ended with exit code/);
    assert.match(error.details.join("\n"), /no rules/);
  });

  it("does not wait for a policy pack that prints no port", async () => {
    const files = { "PulumiPolicy.yaml": "runtime: nodejs\n", "package.json": '{ "main": "index.js" }' };
    const silent = await refusal(program(QUEUE), { policyPacks: [folderWith({ ...files, "index.js": "" })] });
    assert.match(silent.message, /did not start: it ended with exit code 0/);
    const talkative = folderWith({
      ...files,
      "index.js": 'console.log("hello"); setInterval(() => {}, 1000);',
    });
    const error = await refusal(program(QUEUE), { policyPacks: [talkative] });
    assert.match(error.message, /it printed "hello" where its port must come first/);
  });

  it("says which resource a policy failed on", async () => {
    const pack = packWith(`[{ name: "broken", description: "d", enforcementLevel: "mandatory",
      validateResource: (args) => { if (args.name === "orders") throw new Error("bug in the rule"); } }]`);
    const error = await refusal(program(QUEUE), { policyPacks: [pack] });
    expectKind(error, "policy");
    assert.match(error.message, /sample-pack failed on urn:pulumi:dev::sample::aws:sqs\/queue:Queue::orders/);
    assert.match(error.details.join("\n"), /bug in the rule/);
  });

  it("refuses settings that a policy's schema does not allow", async () => {
    const pack = packWith(
      `[{ name: "max-age", description: "d", validateResource: () => {},
          configSchema: { properties: { days: { type: "number", default: 90 } } } }]`,
    );
    const policyConfig = `${folderWith({ "policies.json": '{ "max-age": { "days": "many" } }' })}/policies.json`;
    const error = await refusal(program(QUEUE), { policyPacks: [pack], policyConfig });
    expectKind(error, "configuration");
    assert.match(error.details.join("\n"), /max-age\.days/);
  });

  it("ends its processes and removes its files when it is interrupted", async () => {
    const folder = program('pulumi.log.info("here"); setInterval(() => {}, 1000);');
    const { TMPDIR } = process.env;
    process.env.TMPDIR = folderWith({});
    const controller = new AbortController();
    const children = watchChildren();
    const error = await refusal(folder, {
      policyPacks: [packWith("[]")],
      signal: controller.signal,
      onProgress: ({ kind }) => {
        if (kind !== "resourceRegistered") return;
        assert.equal(children().length, 2);
        controller.abort();
      },
    });
    expectKind(error, "aborted");
    const left = fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith("offline-preview-"));
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    assert.deepEqual(left, []);
  });

  it("does not begin when it is interrupted before", async () => {
    const error = await refusal(program(QUEUE), { signal: AbortSignal.abort() });
    expectKind(error, "aborted");
  });
});
