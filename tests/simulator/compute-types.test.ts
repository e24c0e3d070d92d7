import * as assert from "node:assert/strict";
import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { text } from "./text";

const SETTINGS = { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] };

type Wanted = readonly [type: string, inputs: WireObject];
interface Made {
  readonly id: string;
  readonly outputs: WireObject;
}

const urnOf = (type: string, name: string): string => `urn:pulumi:dev::lab::${type}::${name}`;

/** Makes resources one after another; `@name` stands for an id made before, and `@name.attribute` for an attribute. */
async function build(
  wanted: Readonly<Record<string, Wanted>>,
  aws = new SimulatedAws(),
): Promise<Record<string, Made>> {
  const made: Record<string, Made> = {};
  const resolve = (given: WireObject): WireObject =>
    JSON.parse(
      JSON.stringify(given).replace(/"@(\w+)(?:\.(\w+))?"/g, (_, name: string, attribute?: string) =>
        JSON.stringify(attribute === undefined ? made[name]?.id : made[name]?.outputs[attribute]),
      ),
    ) as WireObject;
  for (const [name, [type, given]] of Object.entries(wanted)) {
    const request = { urn: urnOf(type, name), type, settings: SETTINGS };
    const checked = aws.check({ ...request, inputs: resolve(given) });
    assert.deepEqual(checked.failures, []);
    made[name] = await aws.create({ ...request, inputs: checked.inputs, preview: false });
  }
  return made;
}

const vpc: Wanted = ["aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }];
const cluster: Wanted = ["aws:ecs/cluster:Cluster", { name: "dev" }];
const container = { name: "web", image: "web", portMappings: [{ name: "web", containerPort: 8080 }] };
const task = (different: WireObject = {}): Wanted => [
  "aws:ecs/taskDefinition:TaskDefinition",
  {
    family: "web",
    containerDefinitions: JSON.stringify([container]),
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    ...different,
  },
];
const service = (different: WireObject = {}): Wanted => [
  "aws:ecs/service:Service",
  { name: "web", cluster: "@cluster", taskDefinition: "@task.arn", ...different },
];
const group: Wanted = [
  "aws:lb/targetGroup:TargetGroup",
  { name: "web", vpcId: "@vpc", port: 8080, protocol: "HTTP", targetType: "ip" },
];
const template = (imageId: string): Wanted => [
  "aws:ec2/launchTemplate:LaunchTemplate",
  { name: "web", imageId },
];
const autoScaling = (different: WireObject = {}): Wanted => [
  "aws:autoscaling/group:Group",
  { name: "web", minSize: 1, maxSize: 2, launchTemplate: { id: "@template", version: "1" }, ...different },
];
const rolledBack = {
  instanceRefresh: { strategy: "Rolling", preferences: { autoRollback: true } },
};
const scaled = (different: WireObject = {}): Wanted => [
  "aws:appautoscaling/target:Target",
  {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: "service/dev/web",
    minCapacity: 1,
    maxCapacity: 2,
    ...different,
  },
];
const authority: Wanted = [
  "aws:acmpca/certificateAuthority:CertificateAuthority",
  { certificateAuthorityConfiguration: {}, type: "ROOT", usageMode: "SHORT_LIVED_CERTIFICATE" },
];

describe("simulated containers and instances", () => {
  it("have ids and ARNs in AWS's formats", async () => {
    const made = await build({
      cluster,
      task: task(),
      service: service(),
      template: template("ami-1"),
      authority,
    });
    assert.equal(made.cluster?.id, "arn:aws:ecs:eu-west-1:123456789012:cluster/dev");
    assert.equal(made.task?.outputs.arn, "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1");
    assert.equal(made.service?.id, "arn:aws:ecs:eu-west-1:123456789012:service/dev/web");
    assert.match(text(made.template?.id), /^lt-0[0-9a-f]{16}$/);
    assert.match(
      text(made.authority?.id),
      /^arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority\/[0-9a-f-]{36}$/,
    );
    assert.match(
      text(made.authority?.outputs.certificateSigningRequest),
      /^-----BEGIN CERTIFICATE REQUEST-----\n/,
    );
  });

  it("count the versions of a launch template", async () => {
    const aws = new SimulatedAws();
    const { made } = await build({ made: template("ami-1") }, aws);
    assert.ok(made !== undefined);
    assert.equal(made.outputs.latestVersion, 1);
    const [type, oldInputs] = template("ami-1");
    const changed = await aws.update({
      urn: urnOf(type, "made"),
      type,
      id: made.id,
      olds: made.outputs,
      oldInputs,
      inputs: { ...oldInputs, imageId: "ami-2", updateDefaultVersion: true },
      settings: SETTINGS,
      preview: false,
    });
    assert.deepEqual([changed.outputs.latestVersion, changed.outputs.defaultVersion], [2, 2]);
  });

  const refused: Readonly<Record<string, readonly [RegExp, Readonly<Record<string, Wanted>>]>> = {
    "a size that Fargate does not offer": [
      /^AwsError: ClientException: cpu 256/,
      { task: task({ memory: "4096" }) },
    ],
    "a task without containers": [/containerDefinitions/, { task: task({ containerDefinitions: "[]" }) }],
    "a service in no cluster": [
      /ClusterNotFoundException/,
      { task: task(), service: service({ cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/none" }) },
    ],
    "a second service of a name": [
      /InvalidParameterException/,
      { cluster, task: task(), a: service(), b: service() },
    ],
    "a target group that nothing leads to": [
      /does not have an associated load balancer/,
      {
        vpc,
        cluster,
        task: task(),
        group,
        service: service({
          loadBalancers: [{ containerName: "web", containerPort: 8080, targetGroupArn: "@group" }],
        }),
      },
    ],
    "a port that the task does not name": [
      /names the port api; the task definition has web/,
      {
        cluster,
        task: task(),
        service: service({ serviceConnectConfiguration: { enabled: true, services: [{ portName: "api" }] } }),
      },
    ],
    "scaling of a service that is not there": [/ECS service doesn't exist/, { cluster, scaled: scaled() }],
    "more at least than at most": [
      /minCapacity/,
      { cluster, task: task(), service: service(), scaled: scaled({ minCapacity: 3 }) },
    ],
    "a policy without its target": [
      /ObjectNotFoundException/,
      {
        policy: [
          "aws:appautoscaling/policy:Policy",
          {
            name: "cpu",
            resourceId: "service/dev/web",
            scalableDimension: "ecs:service:DesiredCount",
            serviceNamespace: "ecs",
          },
        ],
      },
    ],
    "a group without its template": [
      /launchTemplate names a template that does not exist/,
      { group: autoScaling({ launchTemplate: { id: "lt-0" } }) },
    ],
    "a way back to an image that is looked up at each launch": [
      /autoRollback is true and the template's image is resolve:ssm:/,
      { template: template("resolve:ssm:/aws/service/ami"), group: autoScaling(rolledBack) },
    ],
    "a life of an hour": [
      /maxInstanceLifetime/,
      { template: template("ami-1"), group: autoScaling({ maxInstanceLifetime: 3600 }) },
    ],
    "an alarm on nothing": [
      /either metricName or metricQueries/,
      {
        alarm: [
          "aws:cloudwatch/metricAlarm:MetricAlarm",
          { name: "a", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1 },
        ],
      },
    ],
    "a parameter of AWS's own": [
      /ValidationException/,
      { p: ["aws:ssm/parameter:Parameter", { name: "/aws/mine", type: "String", value: "a" }] },
    ],
    "a value that is too long for its tier": [
      /at most 4096/,
      {
        p: [
          "aws:ssm/parameter:Parameter",
          { name: "/dev/p", type: "String", insecureValue: "a".repeat(4097) },
        ],
      },
    ],
  };
  for (const [title, [message, wanted]] of Object.entries(refused)) {
    it(`refuse ${title}`, async () => {
      await assert.rejects(build(wanted), (error) => {
        assert.match(String(error), message);
        return true;
      });
    });
  }

  it("take what is not refused otherwise", async () => {
    await build({
      cluster,
      task: task(),
      service: service(),
      scaled: scaled(),
      template: template("ami-1"),
      group: autoScaling({ ...rolledBack, maxInstanceLifetime: 86_400 }),
    });
  });

  it("answer with an image that is the same in every run, and with parameters that were made", async () => {
    const aws = new SimulatedAws();
    await build(
      { p: ["aws:ssm/parameter:Parameter", { name: "/dev/p", type: "String", insecureValue: "a" }] },
      aws,
    );
    const ask = (name: string) =>
      aws.invoke({ token: "aws:ssm/getParameter:getParameter", args: { name }, settings: SETTINGS });
    const image = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
    assert.match(text((await ask(image)).insecureValue), /^ami-0[0-9a-f]{16}$/);
    assert.equal((await ask(image)).insecureValue, (await ask(image)).insecureValue);
    assert.equal((await ask("/dev/p")).insecureValue, "a");
    await assert.rejects(ask("/dev/none"), /ParameterNotFound/);
  });
});
