import type * as aws from "@pulumi/aws";

import type { Answers, Charged, Declaration, Flow, QuotaUse } from "../core/declarations";
import type { TargetGroupDimensions } from "../core/monitored-compute";
import type { FrontDoorArgs } from "./front-door-args";
import type { FrontDoorCanary } from "./front-door-canary";
import type { FrontDoorCertificate } from "./front-door-certificate";
import { partnerPort } from "./front-door-paths";
import type { FrontDoorUsers } from "./front-door-users";
import { minutesBetweenVisits } from "./front-door-visit";
import type { WebAcl } from "./front-door-web-acl";

/** What a front door built, as its declarations speak of it. */
export interface BuiltFrontDoor {
  /** Logical name. */
  readonly name: string;
  /** What it was asked for. */
  readonly args: FrontDoorArgs;
  /** The balancer. */
  readonly balancer: aws.lb.LoadBalancer;
  /** Target group of each workload, by its name. */
  readonly groups: Readonly<Record<string, aws.lb.TargetGroup>>;
  /** The other target group of each workload whose requests ECS moves, by its name. */
  readonly others: Readonly<Record<string, aws.lb.TargetGroup>>;
  /** The certificate of the domain, and that of the name of its Region. */
  readonly certificates: { readonly shared: FrontDoorCertificate; readonly own: FrontDoorCertificate };
  /** The web ACL. */
  readonly acl: WebAcl;
  /** Who visits it from outside. */
  readonly canary: FrontDoorCanary;
  /** What browsers of real users measure. */
  readonly users: FrontDoorUsers;
}

/** The front door is as important as the most important workload behind it: everything comes through it. */
const criticality = "critical";

/** Everything that a front door says about itself. */
export function frontDoorDeclarations(built: BuiltFrontDoor): readonly Declaration[] {
  return [
    ...monitored(built),
    reachCheck(built),
    ...targetGroups(built),
    ...flows(built),
    ...quotaUses(built),
    ...answers(built),
  ];
}

/** The health check asks over HTTPS, which is charged, as are the time that it takes and a short interval. */
function reachCheck({ name, args }: BuiltFrontDoor): Charged {
  const { measureLatency, intervalSeconds } = args.sizes.reach;
  const features = [true, measureLatency, intervalSeconds < 30].filter(Boolean).length;
  return { family: "charged", kind: "health-check", name: `${name}-reach`, features };
}

function monitored({
  name,
  args,
  balancer,
  certificates,
  acl,
  canary,
  users,
}: BuiltFrontDoor): readonly Declaration[] {
  const thing = { family: "monitored", name, criticality, owner: args.owner } as const;
  return [
    { ...thing, kind: "load-balancer", dimensions: { LoadBalancer: balancer.arnSuffix } },
    { ...thing, kind: "certificate", dimensions: { CertificateArn: certificates.shared.arn } },
    {
      ...thing,
      name: `${name}-own`,
      kind: "certificate",
      dimensions: { CertificateArn: certificates.own.arn },
    },
    {
      ...thing,
      kind: "web-acl",
      dimensions: { WebACL: acl.aclName, Region: args.scope.region, Rule: "ALL" },
    },
    {
      ...thing,
      kind: "canary",
      dimensions: { CanaryName: canary.canaryName },
      sizes: { minutes: minutesBetweenVisits[args.sizes.visits] },
    },
    { ...thing, kind: "app-monitor", dimensions: { application_name: users.monitorName } },
    {
      ...thing,
      name: acl.logGroupName,
      kind: "log-group",
      dimensions: { LogGroupName: acl.logGroupName },
      quiet: true,
      sizes: { retentionDays: args.sizes.logDays },
    },
  ];
}

function targetGroups({ args, balancer, groups, others }: BuiltFrontDoor): readonly Declaration[] {
  return Object.entries(args.destinations).flatMap(
    ([workload, { spec, minimum }]): readonly Declaration[] => {
      const group = groups[workload];
      const other = others[workload];
      if (group === undefined) return [];
      const dimensions = (one: aws.lb.TargetGroup): TargetGroupDimensions => ({
        LoadBalancer: balancer.arnSuffix,
        TargetGroup: one.arnSuffix,
      });
      return [
        {
          family: "monitored",
          kind: "target-group",
          name: workload,
          criticality: spec.criticality,
          owner: spec.owner,
          dimensions: dimensions(group),
          ...(other === undefined ? {} : { other: dimensions(other) }),
          workload,
          sizes: { minimum, latencyObjectiveMs: spec.latencyObjectiveMs },
        },
      ];
    },
  );
}

function flows({ name, args }: BuiltFrontDoor): readonly Flow[] {
  const ports = [443, ...(args.sizes.partnerTrust === undefined ? [] : [partnerPort])];
  const inward = { family: "flow", from: { kind: "internet" }, protocol: "tcp" } as const;
  const to = { kind: "component", name } as const;
  return [
    ...ports.map((port): Flow => ({ ...inward, to, port, encryption: { kind: "tls" } })),
    {
      ...inward,
      to,
      port: 80,
      encryption: { kind: "none", reason: "It carries nothing but the redirect to HTTPS." },
    },
  ];
}

/** Quota codes of Elastic Load Balancing. Source: https://docs.aws.amazon.com/general/latest/gr/elb.html, 2026-11. */
function quotaUses({ groups, others }: BuiltFrontDoor): readonly QuotaUse[] {
  const use = { family: "quotaUse", serviceCode: "elasticloadbalancing" } as const;
  return [
    { ...use, quotaCode: "L-53DA6B97", count: 1 },
    { ...use, quotaCode: "L-B22855CB", count: Object.keys(groups).length + Object.keys(others).length },
  ];
}

function answers({ name }: BuiltFrontDoor): readonly Answers[] {
  const answer = (practices: Answers["practices"], how: string): Answers => ({
    family: "answers",
    practices,
    by: name,
    how,
  });
  return [
    answer(
      ["SEC05-BP02", "SEC05-BP03"],
      "Only the balancer is public, behind a web ACL with managed rules and a rate limit.",
    ),
    answer(
      ["SEC09-BP01", "SEC09-BP02"],
      "Certificates are issued and renewed by AWS; only TLS 1.2 and later is spoken.",
    ),
    answer(["SEC04-BP01"], "Access, connections, health checks and the web ACL's decisions are logged."),
    answer(
      ["REL11-BP01", "REL11-BP02"],
      "Targets are checked every 15 seconds, and a zone can be shifted away from.",
    ),
  ];
}
