import * as assert from "node:assert/strict";
import { resolve } from "node:path";

import { renderJunit } from "../../../policy-pack/report/junit";
import { renderMarkdown } from "../../../policy-pack/report/markdown";
import { renderSarif } from "../../../policy-pack/report/sarif";
import { type PreviewResult, previewStack } from "../../../preview";
import { renderHtml } from "../../../preview/report/html";
import { renderJson } from "../../../preview/report/json";
import { stackReports } from "../../../preview/report/stack-report";
import { renderTerminal } from "../../../preview/report/terminal";
import { screenOf } from "../../../preview/report/terminal/screen";
import { projectWith, removeFolders } from "../support/folders";

const SECRET = "hunter2-s3cr3t";

/** Breaks controls with values that are secrets: in the clear to a policy, and to nobody else. */
const PROGRAM = `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const secret = (suffix: string) => pulumi.secret("${SECRET}-" + suffix);
const open = { Effect: "Allow", Principal: "*", Action: "sqs:*", Resource: "*", Sid: "${SECRET}-sid" };
new aws.rds.Instance("database", {
  instanceClass: "db.t3.micro", engine: "mysql", allocatedStorage: 20, username: secret("user"), password: secret("password"),
  publiclyAccessible: true, tags: { Owner: secret("tag") },
});
const queue = new aws.sqs.Queue("queue", { tags: { Password: secret("tag") } });
new aws.sqs.QueuePolicy("policy", { queueUrl: queue.url, policy: pulumi.secret(JSON.stringify({ Statement: [open] })) });
new aws.lambda.Function("function", {
  role: "arn:aws:iam::111122223333:role/r", runtime: "nodejs8.10", handler: "x", s3Bucket: "b", s3Key: "k",
  environment: { variables: { PASSWORD: secret("variable") } },
});
new aws.ec2.SecurityGroup("group", {
  description: secret("description"), ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
});
`;

describe("every output of a preview", function () {
  this.timeout(180_000);
  let outputs: Readonly<Record<string, string>> = {};
  let result: PreviewResult;

  before(async () => {
    const project = projectWith({ "index.ts": PROGRAM });
    const policyPacks = [resolve(__dirname, "../../../policy-pack")];
    result = await previewStack({ projectDir: project, stack: "dev", policyPacks });
    const reports = stackReports(result, { project, root: project });
    outputs = {
      terminal: renderTerminal(screenOf({ columns: 120 }, {}), result).join("\n"),
      JSON: renderJson(result),
      HTML: renderHtml(result, new Date("2026-11-26T00:00:00Z")),
      SARIF: renderSarif(reports),
      JUnit: renderJunit(reports),
      Markdown: renderMarkdown(reports),
    };
  });

  after(removeFolders);

  it("tells of what is wrong with the secrets' resources", () => {
    const failed = new Set(
      result.verdicts.filter(({ verdict }) => verdict === "fail").map(({ urn }) => urn.split("::").at(-1)),
    );
    for (const name of ["database", "queue", "policy", "function", "group"]) {
      assert.ok(failed.has(name), `${name} breaks no control`);
      for (const [format, text] of Object.entries(outputs)) assert.match(text, new RegExp(name), format);
    }
  });

  it("holds none of the secrets", () => {
    for (const [format, text] of Object.entries(outputs)) {
      const at = text.indexOf(SECRET);
      assert.equal(at, -1, `${format}: ${text.slice(Math.max(at - 200, 0), at + 50)}`);
    }
  });

  it("says in the reports where the program makes a resource", () => {
    const line = PROGRAM.split("\n").findIndex((text) => text.includes("aws.sqs.Queue(")) + 1;
    const queue = result.resources.find(({ name }) => name === "queue");
    assert.deepEqual([queue?.source?.file, queue?.source?.line], ["index.ts", line]);
    assert.match(outputs.SARIF ?? "", /"uri": "index.ts"/);
  });
});
