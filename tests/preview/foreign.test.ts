import * as assert from "node:assert/strict";
import * as path from "node:path";
import { type PreviewResult, previewStack } from "../../preview/index";
import { packWith, projectWith, removeFolders } from "./support/folders";
import { watchChildren } from "./support/processes";

const TYPESCRIPT = `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const size: number = new pulumi.Config().requireNumber("size");
const topic = new aws.sns.Topic("news");
for (let index = 0; index < size; index++) {
  new aws.sqs.Queue(\`reader-\${index}\`, { visibilityTimeoutSeconds: size });
}
export const arn = topic.arn;
`;

const REPAIRING = `[{ name: "long-polling", description: "Queues poll long.", enforcementLevel: "remediate",
  remediateResource: (args) => args.type === "aws:sqs/queue:Queue" ? { ...args.props, receiveWaitTimeSeconds: 20 } : undefined }]`;

const RECORDING = `[{ name: "noted", description: "d", enforcementLevel: "mandatory", validateResource: (args, report) => {
  if (args.type !== "aws:sns/topic:Topic") return;
  const line = { control: "SNS.1", policy: "noted", urn: args.urn, verdict: "fail", severity: "critical",
    enforcement: "mandatory", message: "is open", path: "policy", exemption: null };
  require("node:fs").appendFileSync(process.env.POLICY_VERDICTS, JSON.stringify(line) + "\\n");
  report("is open");
} }, { name: "unrecorded", description: "d", enforcementLevel: "mandatory",
  validateStack: (args, report) => report("never written down") }]`;

function stranger(stack: string, size: number): string {
  return projectWith({
    "Pulumi.yaml": "name: sample\nruntime: nodejs\nmain: program\nconfig:\n  size: { type: integer }\n",
    [`Pulumi.${stack}.yaml`]: `config:\n  aws:region: eu-west-1\n  sample:size: ${size}\n`,
    "program/index.ts": TYPESCRIPT,
    "program/package.json": '{ "name": "program", "main": "index.ts" }',
  });
}

function queues({ resources }: PreviewResult): PreviewResult["resources"] {
  return resources.filter(({ type }) => type === "aws:sqs/queue:Queue");
}

describe("a stranger's program", function () {
  this.timeout(180_000);
  after(removeFolders);

  it("is previewed in TypeScript without a tsconfig, from another folder, with a pack from a third", async () => {
    const result = await previewStack({
      projectDir: path.relative(process.cwd(), stranger("live", 2)),
      stack: "live",
      policyPacks: [packWith(REPAIRING), packWith(RECORDING)],
    });
    assert.deepEqual(
      queues(result).map(({ name, inputs }) => [name, inputs.visibilityTimeoutSeconds]),
      [
        ["reader-0", 2],
        ["reader-1", 2],
      ],
    );
    assert.deepEqual(result.outputs, { arn: "[unknown]" });
    assert.equal(result.policyPacks.length, 2);

    const repaired = queues(result).map(({ inputs }) => inputs.receiveWaitTimeSeconds);
    assert.deepEqual(repaired, [20, 20], "what a policy repairs is what others see");

    const recorded = result.verdicts.filter(({ policy }) => policy === "noted");
    assert.deepEqual(
      recorded.map(({ control, path: property, severity }) => [control, property, severity]),
      [["SNS.1", "policy", "critical"]],
      "a pack's ledger says more than the protocol and is not counted twice",
    );
    const unrecorded = result.verdicts.filter(({ policy }) => policy === "unrecorded");
    assert.equal(unrecorded.length, 1, "what a ledger leaves out is taken from the protocol");
    assert.equal(result.summary.mandatoryFailures, 2);
  });

  it("gives the same document every time, two at once not disturbing each other", async () => {
    const children = watchChildren();
    const [one, other] = await Promise.all([
      previewStack({ projectDir: stranger("live", 1), stack: "live", policyPacks: [packWith(RECORDING)] }),
      previewStack({ projectDir: stranger("test", 1), stack: "test", policyPacks: [packWith(RECORDING)] }),
    ]);
    const comparable = ({ resources, verdicts, summary }: PreviewResult): string =>
      JSON.stringify({ resources, verdicts, summary }).replaceAll(/urn:pulumi:\w+::sample::/g, "");
    const withoutNames = (text: string): string =>
      text.replaceAll(/-[0-9a-f]{7}"/g, '"').replaceAll(/sample-(live|test)/g, "");
    assert.equal(withoutNames(comparable(one)), withoutNames(comparable(other)));
    assert.deepEqual([one.stack, other.stack], ["live", "test"]);
    assert.deepEqual(children(), []);
  });

  it("may end itself; then the preview says that something may be missing", async () => {
    const projectDir = projectWith({ "index.js": "process.exit(0);" });
    const { diagnostics } = await previewStack({ projectDir, stack: "dev", policyPacks: [] });
    assert.match(diagnostics[0]?.message ?? "", /ended itself before Pulumi had finished/);
  });
});
