import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import { deregistrationDelaySeconds } from "./draining";
import type { Destination, FrontDoorArgs, FrontDoorTarget } from "./front-door-args";
import { FrontDoorCanary } from "./front-door-canary";
import { FrontDoorCertificate } from "./front-door-certificate";
import { frontDoorDeclarations } from "./front-door-declarations";
import { failoverPolicy, ownDomain } from "./front-door-failover";
import { Listeners } from "./front-door-listeners";
import { FrontDoorLogs } from "./front-door-logs";
import { partnerPort } from "./front-door-paths";
import { FrontDoorReach } from "./front-door-reach";
import { FrontDoorUsers } from "./front-door-users";
import { WebAcl } from "./front-door-web-acl";

/**
 * The one way in: a public Application Load Balancer that speaks HTTPS only, behind a web ACL, and leads by path to
 * workloads of the app tier. Nothing else of an environment can be reached from the internet.
 */
export class FrontDoor extends pulumi.ComponentResource {
  /** Targets of each workload, by its name. */
  public readonly targets: Readonly<Record<string, FrontDoorTarget>>;
  /** Security group of the balancer. */
  public readonly securityGroupId: pulumi.Output<string>;
  /** ARN of the balancer. */
  public readonly balancerArn: pulumi.Output<string>;
  /** ARN of the topic on which it is told that nobody gets through, in the Region that is global to all. */
  public readonly reachTopicArn: pulumi.Output<string>;
  /** Settings by which pages have the browsers of real users measure. */
  public readonly pageSettings: Readonly<Record<string, pulumi.Input<string>>>;
  /** What the front door says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: FrontDoorArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:FrontDoor", name, {}, opts);

    const group = this.securityGroup(name, args);
    const logs = this.logs(name, args);
    const balancer = this.balancer(name, { group, logs }, args);
    const certificates = this.certificates(name, args);
    const groups = this.targetGroups(name, args);
    const others = this.otherGroups(name, args);
    const listeners = new Listeners(
      `${name}-listeners`,
      {
        scope: args.scope,
        balancerArn: balancer.arn,
        certificateArn: certificates.shared.arn,
        ownCertificateArn: certificates.own.arn,
        groups,
        others,
        destinations: args.destinations,
        ...(args.sizes.partnerTrust === undefined ? {} : { partnerTrust: args.sizes.partnerTrust }),
      },
      { parent: this },
    );
    const acl = this.webAcl(name, balancer, args);
    this.aliases(name, balancer, args);
    const reach = this.reach(name, args);
    const canary = this.canary(name, logs, args);
    const users = this.users(name, args);

    this.targets = Object.fromEntries(
      Object.entries(groups).map(([workload, group]) => [
        workload,
        {
          arn: group.arn,
          ready: listeners.ready[workload] ?? [],
          resourceLabel: labelOf(balancer, group),
          ...shiftOf(balancer, others[workload], listeners.shifting[workload]),
        },
      ]),
    );
    this.securityGroupId = group.id;
    this.balancerArn = balancer.arn;
    this.reachTopicArn = reach.topicArn;
    this.pageSettings = users.settings;
    const built = { name, args, balancer, groups, others, certificates, acl, canary, users };
    this.declarations = frontDoorDeclarations(built);
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }

  /** Rules to the workloads are theirs: each admits the balancer, and lets it out to its port. */
  private securityGroup(name: string, { scope, placement, sizes }: FrontDoorArgs): aws.ec2.SecurityGroup {
    const groupName = physicalName("security-group", scope, name);
    const group = new aws.ec2.SecurityGroup(
      name,
      {
        name: groupName,
        description: "Front door: HTTPS from the internet, and HTTP to be sent there",
        vpcId: placement.vpcId,
        tags: { Name: groupName },
      },
      { parent: this },
    );
    const open = [80, 443, ...(sizes.partnerTrust === undefined ? [] : [partnerPort])];
    for (const port of open) {
      new aws.vpc.SecurityGroupIngressRule(
        `${name}-from-internet-${port}`,
        {
          securityGroupId: group.id,
          description: port === 80 ? "HTTP, answered by a redirect to HTTPS" : "HTTPS from the internet",
          ipProtocol: "tcp",
          fromPort: port,
          toPort: port,
          cidrIpv4: "0.0.0.0/0",
        },
        { parent: this },
      );
    }
    return group;
  }

  private logs(name: string, { scope, sizes, protect }: FrontDoorArgs): FrontDoorLogs {
    return new FrontDoorLogs(`${name}-logs`, { scope, days: sizes.logDays, protect }, { parent: this });
  }

  private canary(name: string, { bucket, bucketArn }: FrontDoorLogs, args: FrontDoorArgs): FrontDoorCanary {
    const { scope, key, owner, sizes } = args;
    const { visits, logDays: days } = sizes;
    const domain = ownDomain(sizes.domain, scope.region);
    return new FrontDoorCanary(
      `${name}-canary`,
      { scope, domain, visits, bucket, bucketArn, key, days, owner },
      { parent: this },
    );
  }

  private users(name: string, { scope, owner, sizes }: FrontDoorArgs): FrontDoorUsers {
    const { domain, realUsers } = sizes;
    return new FrontDoorUsers(`${name}-users`, { scope, domain, sizes: realUsers, owner }, { parent: this });
  }

  private balancer(
    name: string,
    { group, logs }: { readonly group: aws.ec2.SecurityGroup; readonly logs: FrontDoorLogs },
    args: FrontDoorArgs,
  ): aws.lb.LoadBalancer {
    const into = (prefix: string): { bucket: pulumi.Output<string>; prefix: string; enabled: true } => ({
      bucket: logs.bucket,
      prefix,
      enabled: true,
    });
    const balancerName = physicalName("load-balancer", args.scope, name);
    return new aws.lb.LoadBalancer(
      name,
      {
        name: balancerName,
        loadBalancerType: "application",
        internal: false,
        subnets: args.placement.subnets.public.map(({ id }) => id),
        securityGroups: [group.id],
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "strictest",
        enableDeletionProtection: args.protect,
        enableZonalShift: true,
        enableHttp2: true,
        idleTimeout: 60,
        accessLogs: into("access"),
        connectionLogs: into("connection"),
        healthCheckLogs: into("health-check"),
        tags: { Name: balancerName },
      },
      { parent: this, protect: args.protect },
    );
  }

  private targetGroups(name: string, args: FrontDoorArgs): Readonly<Record<string, aws.lb.TargetGroup>> {
    return Object.fromEntries(
      Object.entries(args.destinations).map(([workload, destination]) => [
        workload,
        this.targetGroup(`${name}-${workload}`, { workload, ...destination }, args),
      ]),
    );
  }

  /** A second group for each workload that is released beside its running version. */
  private otherGroups(name: string, args: FrontDoorArgs): Readonly<Record<string, aws.lb.TargetGroup>> {
    return Object.fromEntries(
      Object.entries(args.destinations)
        .filter(([, { shifts }]) => shifts)
        .map(([workload, destination]) => [
          workload,
          this.targetGroup(`${name}-${workload}.other`, { workload, ...destination, ending: "-other" }, args),
        ]),
    );
  }

  private targetGroup(
    name: string,
    { workload, spec, targetType, ending = "" }: Destination & { workload: string; ending?: string },
    { scope, placement }: FrontDoorArgs,
  ): aws.lb.TargetGroup {
    return new aws.lb.TargetGroup(
      name,
      {
        // Port and kind are part of the name, so that a group that replaces another one does not want its name.
        name: physicalName("target-group", scope, `${workload}-${targetType}-${spec.port}${ending}`),
        vpcId: placement.vpcId,
        targetType,
        port: spec.port,
        protocol: "HTTP",
        deregistrationDelay: deregistrationDelaySeconds,
        loadBalancingAlgorithmType: "least_outstanding_requests",
        healthCheck: {
          path: spec.healthPath,
          matcher: "200",
          protocol: "HTTP",
          interval: 15,
          timeout: 5,
          healthyThreshold: 2,
          unhealthyThreshold: 3,
        },
        tags: { Name: name, ...entryTags(workload, spec) },
      },
      { parent: this },
    );
  }

  private webAcl(name: string, balancer: aws.lb.LoadBalancer, args: FrontDoorArgs): WebAcl {
    const { requestsPerFiveMinutes, logDays } = args.sizes;
    return new WebAcl(
      `${name}-web-acl`,
      { scope: args.scope, balancerArn: balancer.arn, requestsPerFiveMinutes, key: args.key, logDays },
      { parent: this },
    );
  }

  /** A certificate for the domain, and one for the name of the Region: neither has to be replaced for the other. */
  private certificates(
    name: string,
    { scope, sizes }: FrontDoorArgs,
  ): { readonly shared: FrontDoorCertificate; readonly own: FrontDoorCertificate } {
    const { domain, hostedZoneId, failover } = sizes;
    return {
      shared: new FrontDoorCertificate(
        `${name}-certificate`,
        { domain, hostedZoneId, provedElsewhere: failover.role === "secondary" },
        { parent: this },
      ),
      own: new FrontDoorCertificate(
        `${name}-own-certificate`,
        { domain: ownDomain(domain, scope.region), hostedZoneId },
        { parent: this },
      ),
    };
  }

  /**
   * The name of its own Region, which always leads here, and the domain. Where another Region may answer for the domain, too, the
   * health of targets decides nothing: whether to leave a Region is for people to say.
   */
  private aliases(name: string, balancer: aws.lb.LoadBalancer, { scope, sizes }: FrontDoorArgs): void {
    const { domain, hostedZoneId: zoneId, failover } = sizes;
    const alias = { name: balancer.dnsName, zoneId: balancer.zoneId };
    const policy = failoverPolicy(failover, scope.region);
    const opts = { parent: this };
    new aws.route53.Record(
      `${name}-own`,
      {
        zoneId,
        name: ownDomain(domain, scope.region),
        type: "A",
        aliases: [{ ...alias, evaluateTargetHealth: true }],
      },
      opts,
    );
    new aws.route53.Record(
      name,
      {
        zoneId,
        name: domain,
        type: "A",
        aliases: [{ ...alias, evaluateTargetHealth: policy === undefined }],
        ...policy,
      },
      opts,
    );
  }

  private reach(name: string, { scope, owner, sizes }: FrontDoorArgs): FrontDoorReach {
    const domain = ownDomain(sizes.domain, scope.region);
    return new FrontDoorReach(
      `${name}-reach`,
      { scope, domain, sizes: sizes.reach, owner },
      { parent: this },
    );
  }
}

function labelOf(balancer: aws.lb.LoadBalancer, group: aws.lb.TargetGroup): pulumi.Output<string> {
  return pulumi.interpolate`${balancer.arnSuffix}/${group.arnSuffix}`;
}

function shiftOf(
  balancer: aws.lb.LoadBalancer,
  other: aws.lb.TargetGroup | undefined,
  rule: aws.lb.ListenerRule | undefined,
): Pick<FrontDoorTarget, "shift"> {
  if (other === undefined || rule === undefined) return {};
  return { shift: { otherArn: other.arn, otherLabel: labelOf(balancer, other), ruleArn: rule.arn } };
}
