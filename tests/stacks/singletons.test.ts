import * as assert from "node:assert/strict";

import { InstalledSdk } from "../../simulator/installed-sdk";
import type { SimulatedResource } from "../../simulator/mocks";
import { configurationOf, deployedStack, stacks } from "./program";

/** Types of which an account, or a Region of it, has exactly one. */
const singletons: ReadonlySet<string> = new Set([
  "aws:accessanalyzer/analyzer:Analyzer",
  "aws:account/alternativeContact:AlternativeContact",
  "aws:backup/regionSettings:RegionSettings",
  "aws:cfg/deliveryChannel:DeliveryChannel",
  "aws:cfg/recorder:Recorder",
  "aws:cfg/recorderStatus:RecorderStatus",
  "aws:cfg/retentionConfiguration:RetentionConfiguration",
  "aws:cloudtrail/trail:Trail",
  "aws:ec2/allowedImagesSettings:AllowedImagesSettings",
  "aws:ebs/defaultKmsKey:DefaultKmsKey",
  "aws:ebs/encryptionByDefault:EncryptionByDefault",
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
  "aws:ecr/replicationConfiguration:ReplicationConfiguration",
  "aws:guardduty/detector:Detector",
  "aws:computeoptimizer/enrollmentStatus:EnrollmentStatus",
  "aws:costoptimizationhub/enrollmentStatus:EnrollmentStatus",
  "aws:iam/accountAlias:AccountAlias",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  "aws:iam/securityTokenServicePreferences:SecurityTokenServicePreferences",
  "aws:iam/serviceLinkedRole:ServiceLinkedRole",
  "aws:inspector2/enabler:Enabler",
  "aws:macie2/account:Account",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  "aws:securityhub/account:Account",
  "aws:securityhub/standardsSubscription:StandardsSubscription",
  "aws:servicequotas/autoManagement:AutoManagement",
  "aws:servicequotas/serviceQuota:ServiceQuota",
  "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline",
  "aws:ssm/resourceDataSync:ResourceDataSync",
  "aws:ssm/serviceSetting:ServiceSetting",
  "aws:xray/traceSegmentDestination:TraceSegmentDestination",
]);

/** Types of that kind that are there only where configuration asks for them. */
const asked: ReadonlySet<string> = new Set([
  "aws:costexplorer/costAllocationTag:CostAllocationTag",
  "aws:detective/graph:Graph",
  "aws:oam/sink:Sink",
]);

/** What tells the few kinds of one singleton apart. */
const kinds = [
  ...["region", "alternateContactType", "operatingSystem", "quotaCode", "settingId", "standardsArn"],
  ...["tagKey", "type"],
] as const;

const identity = ({ type, inputs }: SimulatedResource): string =>
  [type, ...kinds.map((kind) => inputs[kind])].filter((part) => typeof part === "string").join(" ");

const sdk = new InstalledSdk(process.cwd());

/** Whether AWS keeps a type by Region, so that the program says which. */
const isRegional = (type: string): boolean => sdk.facts(type)?.inputs.has("region") === true;

const regionInName = /(?:^|-)((?:us|eu|ap|sa|ca|me|af|il|mx|cn)-[a-z]+-\d)(?=$|-)/;

const configurations = new Map(stacks.map((stack) => [stack, configurationOf(stack)]));

const regionOfStack = (stack: string): string => configurations.get(stack)?.["aws:region"] ?? "";

/** Region that a resource is in: its own, or the provider's. */
const regionOf = (stack: string, { region }: SimulatedResource["inputs"]): string =>
  typeof region === "string" ? region : regionOfStack(stack);

/** Region that a stack copies its backups to. */
function copyRegion(stack: string): string {
  const backup = JSON.parse(configurations.get(stack)?.["platform:backup"] ?? "{}") as {
    readonly copyRegion?: string;
  };
  return backup.copyRegion ?? "";
}

/** What is elsewhere without its name saying so, by the name of its component. */
const elsewhere: readonly (readonly [name: RegExp, region: (stack: string, found: string) => string])[] = [
  [/^(?:backup-copy|backup-replicated|monitoring-notify-copies)(?=$|-)/, copyRegion],
  // Where Route 53 measures.
  [/^(?:compute-front-door-reach|monitoring-notify-reach)(?=$|-)/, () => "us-east-1"],
  [/^systems-patching-([a-z]+)(?=$|-)/, (_, environment) => regionOfStack(environment)],
];

/** Region that a resource is meant for: the one in its name or in that of what it is part of, or its stack's. */
function meantRegion(stack: string, { name, parent }: SimulatedResource, graph: Graph): string {
  const named = regionInName.exec(name)?.[1];
  if (named !== undefined) return named;
  for (const [pattern, region] of elsewhere) {
    const found = pattern.exec(name);
    if (found !== null) return region(stack, found[1] ?? "");
  }
  const above = graph.get(parent);
  return above === undefined ? regionOfStack(stack) : meantRegion(stack, above, graph);
}

type Graph = ReadonlyMap<string, SimulatedResource>;

/** Types whose ids are unique within something else alone: a policy of scaling within what it scales. */
const withinSomething = /^aws:(app)?autoscaling\/policy:Policy$/;

describe("what an account has once", function () {
  this.timeout(600_000);
  const graphs = new Map<string, readonly SimulatedResource[]>();
  before(async () => {
    for (const stack of stacks) graphs.set(stack, (await deployedStack(stack)).resources());
  });
  const everything = (): readonly (readonly [stack: string, resource: SimulatedResource])[] =>
    [...graphs].flatMap(([stack, resources]) =>
      resources.filter(({ type }) => type.startsWith("aws:")).map((each) => [stack, each] as const),
    );

  it("is made by the stack account, and by no environment", () => {
    const strangers = [...graphs]
      .filter(([stack]) => stack !== "account")
      .flatMap(([stack, resources]) =>
        resources
          .filter(({ type }) => singletons.has(type) || asked.has(type))
          .map(({ type }) => `${stack} ${type}`),
      );
    assert.deepEqual(strangers, []);
  });

  it("is made by some stack, whatever it is", () => {
    const types = new Set((graphs.get("account") ?? []).map(({ type }) => type));
    assert.deepEqual(
      [...singletons].filter((type) => !types.has(type)),
      [],
    );
  });

  it("is made once in a Region, and once where there are no Regions", () => {
    const made = (graphs.get("account") ?? []).filter(({ type }) => singletons.has(type)).map(identity);
    assert.ok(made.length > 30, String(made.length));
    assert.deepEqual(
      made.filter((one, position) => made.indexOf(one) !== position),
      [],
    );
  });

  it("has one owner among all stacks, whatever it is called in AWS", () => {
    const owners = new Map<string, string>();
    const twice = everything().flatMap(([stack, { type, id, inputs }]) => {
      if (withinSomething.test(type)) return [];
      const region = isRegional(type) ? regionOf(stack, inputs) : "everywhere";
      const key = `${type} ${id} in ${region}`;
      const owner = owners.get(key);
      owners.set(key, stack);
      return owner === undefined ? [] : [`${key}: ${owner} and ${stack}`];
    });
    assert.deepEqual(twice, []);
  });

  it("is in the Region it is meant for, as is everything that belongs to one", () => {
    const urns = new Map<string, Graph>(
      [...graphs].map(([stack, resources]) => [stack, new Map(resources.map((each) => [each.urn, each]))]),
    );
    const astray = everything().flatMap(([stack, resource]) => {
      const { type, name, inputs } = resource;
      if (!isRegional(type)) return [];
      const region = regionOf(stack, inputs);
      const meant = meantRegion(stack, resource, urns.get(stack) ?? new Map());
      return region === meant ? [] : [`${stack} ${type} ${name} is in ${region}, meant for ${meant}`];
    });
    assert.deepEqual(astray, []);
  });

  it("says no Region where AWS keeps none", () => {
    const saying = everything().filter(
      ([, { type, inputs }]) => !isRegional(type) && inputs.region !== undefined,
    );
    assert.deepEqual(
      saying.map(([stack, { type, name }]) => `${stack} ${type} ${name}`),
      [],
    );
  });
});
