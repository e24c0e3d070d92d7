import type { PolicyRule, PreviewedResource, PreviewResult, Summary, Verdict } from "../../../preview/result";
import type { WireObject } from "../../../simulator/wire";

const PROJECT = "urn:pulumi:dev::platform::";

/** The URN of a resource of the fixture's stack. */
export function urnOf(type: string, name: string): string {
  return `${PROJECT}${type}::${name}`;
}

const STACK = urnOf("pulumi:pulumi:Stack", "platform-dev");

/** What a test says of a resource; everything else has a plain value. */
export type Specimen = Partial<PreviewedResource> & { readonly type: string; readonly name: string };

/** A resource of the stack, unless the specimen says otherwise. */
export function resource(specimen: Specimen): PreviewedResource {
  return {
    urn: urnOf(specimen.type, specimen.name),
    parent: STACK,
    custom: true,
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    ...specimen,
  };
}

/** A component of the stack. */
export function component(type: string, name: string, parent = STACK): PreviewedResource {
  return resource({ type, name, parent, custom: false });
}

/** The stack, the root of every tree. */
export function stack(): PreviewedResource {
  const { parent, ...rest } = component("pulumi:pulumi:Stack", "platform-dev");
  return parent === STACK ? rest : { ...rest, parent };
}

/** A verdict: a pass of an advisory control, unless a test says otherwise. */
export function verdict(given: Partial<Verdict> & { readonly urn: string }): Verdict {
  return {
    control: "NET-1",
    policy: "network-something",
    pack: "well-architected-policies",
    verdict: "pass",
    severity: "high",
    message: "",
    path: "",
    enforcement: "advisory",
    ...given,
  };
}

function summarize(resources: readonly PreviewedResource[], verdicts: readonly Verdict[]): Summary {
  const failures = verdicts.filter((one) => one.verdict === "fail" && one.exemption === undefined);
  const number = (word: Verdict["verdict"]): number => verdicts.filter((one) => one.verdict === word).length;
  const severe = (word: Verdict["severity"]): number =>
    failures.filter((one) => one.severity === word).length;
  return {
    resources: resources.length,
    custom: resources.filter(({ custom }) => custom).length,
    components: resources.filter(({ custom, type }) => !custom && type !== "pulumi:pulumi:Stack").length,
    byType: {},
    verdicts: {
      pass: number("pass"),
      fail: number("fail"),
      undetermined: number("undetermined"),
      notApplicable: number("notApplicable"),
    },
    failures: {
      critical: severe("critical"),
      high: severe("high"),
      medium: severe("medium"),
      low: severe("low"),
    },
    mandatoryFailures: failures.filter(({ enforcement }) => enforcement === "mandatory").length,
    undetermined: number("undetermined"),
    approximations: 0,
    unknowns: 0,
  };
}

const RULES: readonly PolicyRule[] = [
  {
    policy: "no-world-open-administration",
    title: "NET-7 Nobody administers from the world",
    description: "Nobody administers from the world. Whoever guesses a password is in.",
    fix: "Name the ranges of the organization.",
    severity: "critical",
    enforcement: "mandatory",
    tags: ["NET-7", "security"],
  },
];

/** A result of the given resources below the stack, and verdicts. */
export function previewResult(
  resources: readonly PreviewedResource[],
  verdicts: readonly Verdict[] = [],
  changes: Partial<PreviewResult> = {},
): PreviewResult {
  return {
    stack: "dev",
    program: "platform",
    durationMs: 4210,
    phases: { setupMs: 120, programStartMs: 1400, programMs: 2600, policyStartMs: 1700, policyMs: 640 },
    resources: [stack(), ...resources],
    policyPacks: [
      {
        name: "well-architected-policies",
        version: "0.1.0",
        folder: "policy-pack",
        policies: 40,
        rules: RULES,
      },
    ],
    verdicts,
    approximations: [],
    outputs: {},
    diagnostics: [],
    summary: summarize(resources, verdicts),
    ...changes,
  };
}

const TIERS = ["public", "app", "data", "endpoints"];

function vpc(): PreviewedResource {
  const inputs: WireObject = {
    cidrBlock: "10.20.0.0/16",
    enableDnsHostnames: true,
    tagsAll: { Environment: "dev", Service: "platform", Owner: "platform-team" },
  };
  return resource({
    type: "aws:ec2/vpc:Vpc",
    name: "network",
    parent: urnOf("awsx:ec2:Vpc", "network"),
    inputs,
  });
}

function tierResources(zones: number): readonly PreviewedResource[] {
  const vpcUrn = urnOf("aws:ec2/vpc:Vpc", "network");
  return TIERS.flatMap((tier, row) =>
    Array.from({ length: zones }, (_, zone): readonly PreviewedResource[] => {
      const subnet = resource({
        type: "aws:ec2/subnet:Subnet",
        name: `network-${tier}-${zone + 1}`,
        parent: vpcUrn,
        inputs: {
          vpcId: "[unknown]",
          cidrBlock: `10.20.${row * 16 + zone}.0/24`,
          mapPublicIpOnLaunch: false,
        },
        dependencies: [vpcUrn],
        propertyDependencies: { vpcId: [vpcUrn] },
      });
      const table = resource({
        type: "aws:ec2/routeTable:RouteTable",
        name: `network-${tier}-${zone + 1}`,
        parent: subnet.urn,
        inputs: { vpcId: "[unknown]" },
        dependencies: [vpcUrn],
        propertyDependencies: { vpcId: [vpcUrn] },
      });
      return [subnet, table];
    }).flat(),
  );
}

const POLICY_DOCUMENT = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }],
});

/** A stack with a network, a bucket and a group: one of everything that a report shows. */
export function networkResult(zones = 3): PreviewResult {
  const network = component("platform:network:Network", "network");
  const group = resource({
    type: "aws:ec2/securityGroup:SecurityGroup",
    name: "web",
    parent: network.urn,
    inputs: { ingress: [{ fromPort: 22, toPort: 22, protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] }] },
  });
  const bucket = resource({
    type: "aws:s3/bucket:Bucket",
    name: "logs",
    protect: true,
    inputs: { kmsKeyId: "[unknown]", policy: POLICY_DOCUMENT, password: "[secret]" },
  });
  const resources = [
    network,
    component("awsx:ec2:Vpc", "network", network.urn),
    vpc(),
    ...tierResources(zones),
    group,
    bucket,
  ];
  const passes = resources.map(({ urn }) =>
    verdict({ urn, control: "TAG-1", policy: "required-tags", severity: "low" }),
  );
  return previewResult(resources, [...passes, ...findings(group.urn, bucket.urn)], {
    approximations: [
      { type: bucket.type, urn: bucket.urn, what: "computed attributes from the generic fallback" },
    ],
  });
}

function findings(group: string, bucket: string): readonly Verdict[] {
  return [
    verdict({
      urn: group,
      control: "NET-7",
      policy: "no-world-open-administration",
      verdict: "fail",
      severity: "critical",
      enforcement: "mandatory",
      message: "port 22 is open to 0.0.0.0/0; only ranges of the organization may reach it.",
      path: "ingress[0].cidrBlocks[0]",
    }),
    verdict({
      urn: group,
      control: "NET-9",
      policy: "security-group-rule-description",
      verdict: "fail",
      severity: "low",
      message: "the rule has no description; every rule needs one.",
      path: "ingress[0].description",
    }),
    verdict({
      urn: bucket,
      control: "S3-4",
      policy: "bucket-encryption",
      verdict: "undetermined",
      message: "",
      path: "kmsKeyId",
      waitsFor: ["kmsKeyId"],
      enforcement: "mandatory",
    }),
    verdict({
      urn: bucket,
      control: "S3-5",
      policy: "bucket-versioning",
      verdict: "fail",
      severity: "medium",
      enforcement: "mandatory",
      message: "versioning is off; it has to be on.",
      exemption: { reason: "logs are written once", owner: "platform-team", expires: "2027-06-30" },
    }),
  ];
}
