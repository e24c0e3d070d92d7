import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import {
  type PreviewedResource,
  type PreviewResult,
  previewStack,
  type ProgressEvent,
} from "../../preview/index";
import { packWith, projectWith, removeFolders } from "./support/folders";

const FAMILY = fs.readFileSync(path.join(__dirname, "fixtures/family.ts"), "utf8");
const SCOPE = "urn:pulumi:dev::sample::";
const MAIN = `${SCOPE}pulumi:providers:aws::main`;
const QUEUE = `${SCOPE}sample:outer:Outer$sample:inner:Inner$aws:sqs/queue:Queue::outer-inner-queue`;

const POLICIES = `[
  { name: "tagged", description: "Queues are tagged.", enforcementLevel: "mandatory", severity: "high",
    validateResource: (args, report) => {
      if (args.type !== "aws:sqs/queue:Queue") args.notApplicable("no queue");
      if (args.props.tagsAll.Owner !== "nobody") report("Owner is " + args.props.tagsAll.Owner + " with " + args.provider.name);
    } },
  { name: "reads-unknown", description: "The queue's URL is right.", enforcementLevel: "mandatory",
    validateResource: (args, report) => { if (args.type === "aws:sqs/queuePolicy:QueuePolicy" && args.props.queueUrl === "x") report("x"); } },
  { name: "whole", description: "The stack has subnets.", enforcementLevel: "advisory",
    validateStack: (args, report) => {
      const policy = args.resources.find((resource) => resource.type === "aws:sqs/queuePolicy:QueuePolicy");
      const from = policy.propertyDependencies.queueUrl.map((resource) => resource.name).join();
      report("queueUrl comes from " + from + ", child of " + policy.parent.name, policy.urn);
    } },
  { name: "off", description: "Off.", enforcementLevel: "disabled", validateResource: (args, report) => report("never") },
]`;

describe("the preview of a stack", function () {
  this.timeout(180_000);
  let result: PreviewResult;
  const events: ProgressEvent[] = [];

  function resource(urn: string): PreviewedResource {
    const found = result.resources.find((candidate) => candidate.urn === urn);
    assert.ok(found, `${urn} is not among\n${result.resources.map((each) => each.urn).join("\n")}`);
    return found;
  }

  before(async () => {
    const projectDir = projectWith({
      "index.ts": FAMILY,
      "Pulumi.dev.yaml":
        "config:\n  aws:region: eu-central-1\n  sample:token: {secure: v1:abc}\n  pulumi:disable-default-providers: '[\"random\"]'\n",
    });
    result = await previewStack({
      projectDir,
      stack: "dev",
      policyPacks: [packWith(POLICIES)],
      onProgress: (event) => events.push(event),
    });
  });

  after(removeFolders);

  it("names the stack and the program", () => {
    assert.deepEqual([result.stack, result.program], ["dev", "sample"]);
  });

  it("gives nested components URNs with the whole chain of types", () => {
    const policy = resource(
      `${SCOPE}sample:outer:Outer$sample:inner:Inner$aws:sqs/queue:Queue$aws:sqs/queuePolicy:QueuePolicy::outer-inner-policy`,
    );
    assert.equal(policy.parent, QUEUE);
    assert.equal(
      resource(`${SCOPE}sample:outer:Outer::outer`).parent,
      `${SCOPE}pulumi:pulumi:Stack::sample-dev`,
    );
  });

  it("registers default providers as the engine does, each once", () => {
    const roots = result.resources
      .filter(({ parent }) => parent === undefined)
      .map(({ urn }) => urn.slice(SCOPE.length));
    assert.deepEqual(roots, [
      "pulumi:providers:aws::default_7_48_0",
      "pulumi:providers:awsx::default_3_9_0",
      "pulumi:providers:pulumi::default",
      "pulumi:pulumi:Stack::sample-dev",
    ]);
    assert.deepEqual(resource(`${SCOPE}pulumi:providers:aws::default_7_48_0`).inputs, {
      region: "eu-central-1",
      version: "7.48.0",
    });
    assert.deepEqual(resource(`${SCOPE}pulumi:providers:pulumi::default`).inputs, {});
    assert.equal(resource(`${SCOPE}aws:ssm/parameter:Parameter::own`).inputs.region, "eu-central-1");
  });

  it("hands the providers of a component to everything below it, remote components included", () => {
    assert.equal(resource(QUEUE).provider, MAIN);
    const subnets = result.resources.filter(({ type }) => type === "aws:ec2/subnet:Subnet");
    assert.equal(subnets.length, 2);
    assert.ok(subnets.every(({ provider }) => provider === MAIN));
  });

  it("shows inputs as the provider's check leaves them: Region, default tags, generated names", () => {
    const { inputs } = resource(QUEUE);
    assert.deepEqual(inputs.tagsAll, { Owner: "network", byProgram: "yes", byStack: "yes" });
    assert.deepEqual(inputs.tags, { byProgram: "yes", byStack: "yes" });
    assert.equal(inputs.region, "eu-west-1");
    assert.match(JSON.stringify(inputs.name), /^"outer-inner-queue-[0-9a-f]{7}"$/);
  });

  it("runs transforms of ancestors and of the stack, also on the children of a remote component", () => {
    assert.equal(resource(QUEUE).inputs.visibilityTimeoutSeconds, 60);
    const subnets = result.resources.filter(({ type }) => type === "aws:ec2/subnet:Subnet");
    assert.ok(subnets.every(({ inputs }) => inputs.mapPublicIpOnLaunch === false));
  });

  it("hands protection down, and nothing else that is not inherited", () => {
    assert.ok(resource(QUEUE).protect);
    assert.ok(!resource(`${SCOPE}aws:ssm/parameter:Parameter::own`).protect);
  });

  it("masks secrets and marks what is not known yet", () => {
    const { inputs } = resource(`${SCOPE}aws:ssm/parameter:Parameter::own`);
    assert.deepEqual([inputs.value, inputs.description], ["[secret]", "[unknown]"]);
    assert.deepEqual(resource(`${SCOPE}sample:outer:Outer$sample:inner:Inner::outer-inner`).inputs, {
      plainly: 1,
      secretly: "[secret]",
    });
    assert.doesNotMatch(JSON.stringify(result), /hush|v1:abc/);
  });

  it("says what depends on what, and through which property", () => {
    const policy = resource(
      `${QUEUE.replace("::outer-inner-queue", "")}$aws:sqs/queuePolicy:QueuePolicy::outer-inner-policy`,
    );
    assert.deepEqual(policy.dependencies, [QUEUE]);
    assert.deepEqual(policy.propertyDependencies, { policy: [QUEUE], queueUrl: [QUEUE] });
    const own = resource(`${SCOPE}aws:ssm/parameter:Parameter::own`);
    assert.ok(own.dependencies.includes(QUEUE));
    const vpc = `${SCOPE}awsx:ec2:Vpc$aws:ec2/vpc:Vpc::net`;
    assert.ok(own.propertyDependencies.description?.includes(vpc));
    assert.deepEqual(own.aliases, [`${SCOPE}aws:ssm/parameter:Parameter::before`]);
  });

  it("answers functions, resolves references to resources, and shows outputs", () => {
    assert.match(JSON.stringify(result.outputs.name), /^"outer-inner-queue-/);
    assert.deepEqual(
      { ...result.outputs, name: undefined, parameter: undefined },
      {
        region: "eu-west-1",
        url: "[unknown]",
        secret: "[secret]",
        subnets: 2,
        elsewhere: "[unknown]",
        group: "sg-12345678",
        name: undefined,
        parameter: undefined,
      },
    );
  });

  it("never guesses in silence", () => {
    const guessed = result.approximations.map(({ type }) => type);
    assert.ok(guessed.includes("pulumi:pulumi:StackReference"));
    assert.ok(guessed.includes("aws:ec2/securityGroup:SecurityGroup"));
    assert.equal(result.summary.approximations, result.approximations.length);
  });

  it("hands on what the program says", () => {
    const said = result.diagnostics.map(({ severity, message, urn }) => [severity, message, urn]);
    assert.deepEqual(
      said.filter(([severity]) => severity === "warning"),
      [["warning", "a warning", `${SCOPE}aws:ssm/parameter:Parameter::own`]],
    );
    assert.ok(said.some(([, message]) => message === "said by the program"));
  });

  it("has the real pack judge checked inputs with their provider", () => {
    const tagged = result.verdicts.filter(
      ({ control, verdict }) => control === "tagged" && verdict !== "notApplicable",
    );
    assert.deepEqual(
      tagged.map(({ urn, verdict, severity, enforcement, message, pack }) => ({
        urn,
        verdict,
        severity,
        enforcement,
        message,
        pack,
      })),
      [
        {
          urn: QUEUE,
          verdict: "fail",
          severity: "high",
          enforcement: "mandatory",
          message: "Queues are tagged.\nOwner is network with main",
          pack: "sample-pack",
        },
      ],
    );
    assert.ok(
      result.verdicts.some(({ verdict, reason }) => verdict === "notApplicable" && reason === "no queue"),
    );
    assert.equal(result.summary.mandatoryFailures, 1);
    assert.equal(result.summary.failures.high, 1);
  });

  it("calls a policy that met an unknown value undetermined, whatever its level on the wire", () => {
    const met = result.verdicts.filter(({ verdict }) => verdict === "undetermined");
    assert.deepEqual(
      met.map(({ control }) => control),
      ["reads-unknown"],
    );
    assert.equal(result.summary.undetermined, 1);
  });

  it("has the pack judge the whole stack with parents and dependencies", () => {
    const whole = result.verdicts.filter(({ control }) => control === "whole");
    assert.deepEqual(
      whole.map(({ verdict, message }) => [verdict, message]),
      [["fail", "The stack has subnets.\nqueueUrl comes from outer-inner-queue, child of outer-inner-queue"]],
    );
    assert.ok(!result.verdicts.some(({ control }) => control === "off"));
  });

  it("counts", () => {
    const { summary } = result;
    assert.equal(summary.resources, result.resources.length);
    assert.equal(summary.custom + summary.components, summary.resources);
    assert.equal(summary.byType["aws:ec2/subnet:Subnet"], 2);
    assert.equal(
      Object.values(summary.verdicts).reduce((sum, count) => sum + count),
      result.verdicts.length,
    );
    assert.ok(summary.unknowns > 0);
  });

  it("tells how far it is", () => {
    const registered = events.filter(({ kind }) => kind === "resourceRegistered");
    assert.equal(registered.length, result.resources.length);
    const phases = events.flatMap((event) => (event.kind === "phaseFinished" ? [event.phase] : []));
    assert.deepEqual([...phases].sort(), ["configuration", "policyPacks", "program", "stackPolicies"]);
  });
});
