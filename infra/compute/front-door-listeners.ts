import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import { found } from "../core/found";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { Destination } from "./front-door-args";
import { everyPath, partnerPort } from "./front-door-paths";

/** Arguments of {@link Listeners}. */
export interface ListenersArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Balancer that listens. */
  readonly balancerArn: pulumi.Input<string>;
  /** Certificate that it shows. */
  readonly certificateArn: pulumi.Input<string>;
  /** Certificate that it shows to whoever asks for it by the name of its own Region. */
  readonly ownCertificateArn: pulumi.Input<string>;
  /** Target group of each workload, by its name. */
  readonly groups: Readonly<Record<string, aws.lb.TargetGroup>>;
  /** The other target group of each workload whose requests ECS moves, by its name. */
  readonly others: Readonly<Record<string, aws.lb.TargetGroup>>;
  /** Workloads that it leads to, by name. */
  readonly destinations: Readonly<Record<string, Destination>>;
  /**
   * Certificate authorities of the partners: a bundle in S3.
   *
   * @default - partners come by port 443 and show no certificate
   */
  readonly partnerTrust?: { readonly bucket: string; readonly key: string };
}

type Action = aws.types.input.lb.ListenerDefaultAction;

/**
 * TLS 1.3 and 1.2, with key agreement that a quantum computer does not break where the client has it. Stated, since an
 * unset policy means that of 2016.
 *
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/** Answer to an address that leads nowhere. */
const notFound: Action = {
  type: "fixed-response",
  fixedResponse: { contentType: "text/plain", statusCode: "404", messageBody: "Not found" },
};

/** Headers that tell browsers to stay on HTTPS and to guess nothing. */
const responseHeaders = {
  routingHttpResponseServerEnabled: false,
  routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
  routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
};

/** What the balancer listens on: HTTPS, HTTP only to redirect, and a port of its own for partners that show a certificate. */
export class Listeners extends pulumi.ComponentResource {
  /** What leads to each workload, by its name. */
  public readonly ready: Readonly<Record<string, readonly pulumi.Resource[]>>;
  /** Rule of each workload whose requests ECS moves, by its name. */
  public readonly shifting: Readonly<Record<string, aws.lb.ListenerRule>>;

  private readonly leading = new Map<string, pulumi.Resource[]>();

  public constructor(name: string, args: ListenersArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:Listeners", name, {}, opts);
    this.redirect(name, args);

    const [fallback = ""] =
      Object.entries(args.destinations).find(([, { spec }]) => spec.paths?.includes(everyPath)) ?? [];
    const group = args.groups[fallback];
    const action = group === undefined ? notFound : { type: "forward", targetGroupArn: group.arn };
    const https = this.https({ name: `${name}-https`, port: 443, action, args });
    if (group !== undefined) this.note(fallback, https);
    new aws.lb.ListenerCertificate(
      `${name}-own`,
      { listenerArn: https.arn, certificateArn: args.ownCertificateArn },
      { parent: this },
    );

    const partners =
      args.partnerTrust === undefined ? https : this.partnerListener(name, args.partnerTrust, args);
    this.shifting = Object.fromEntries(
      Object.entries(args.others).map(([workload, other]) => [
        workload,
        this.shiftingRule(name, https, other, { workload, args }),
      ]),
    );
    for (const [workload, destination] of Object.entries(args.destinations)) {
      if (destination.shifts) continue;
      const paths = (destination.spec.paths ?? []).filter((path) => path !== everyPath);
      this.rule(`${name}-${workload}`, https, paths, { workload, args });
      this.rule(`${name}-${workload}-partners`, partners, destination.partnerPaths, { workload, args });
    }
    this.ready = Object.fromEntries(this.leading);
    this.registerOutputs({});
  }

  private redirect(name: string, { balancerArn }: ListenersArgs): void {
    const redirect = { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" };
    new aws.lb.Listener(
      `${name}-http`,
      {
        loadBalancerArn: balancerArn,
        port: 80,
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect }],
        tags: { Name: `${name}-http` },
      },
      { parent: this },
    );
  }

  private https({ name, port, action, args, trustStoreArn }: HttpsListener): aws.lb.Listener {
    return new aws.lb.Listener(
      name,
      {
        loadBalancerArn: args.balancerArn,
        port,
        protocol: "HTTPS",
        sslPolicy: tlsPolicy,
        certificateArn: args.certificateArn,
        defaultActions: [action],
        ...responseHeaders,
        ...(trustStoreArn === undefined ? {} : { mutualAuthentication: { mode: "verify", trustStoreArn } }),
        tags: { Name: name },
      },
      { parent: this },
    );
  }

  private partnerListener(
    name: string,
    trust: NonNullable<ListenersArgs["partnerTrust"]>,
    args: ListenersArgs,
  ): aws.lb.Listener {
    const store = new aws.lb.TrustStore(
      `${name}-partners`,
      {
        name: physicalName("trust-store", args.scope, `${name}-partners`),
        caCertificatesBundleS3Bucket: trust.bucket,
        caCertificatesBundleS3Key: trust.key,
        tags: { Name: `${name}-partners` },
      },
      { parent: this },
    );
    return this.https({
      name: `${name}-partners`,
      port: partnerPort,
      action: notFound,
      args,
      trustStoreArn: store.arn,
    });
  }

  /** Rules have no priority of their own choice: paths share no address, so that their order decides nothing. */
  private rule(name: string, listener: aws.lb.Listener, paths: readonly string[], to: Leading): void {
    const { workload, args } = to;
    const group = args.groups[workload];
    const destination = args.destinations[workload];
    if (paths.length === 0 || group === undefined || destination === undefined) return;
    const rule = new aws.lb.ListenerRule(
      name,
      {
        listenerArn: listener.arn,
        conditions: [{ pathPattern: { values: [...paths] } }],
        actions: [{ type: "forward", targetGroupArn: group.arn }],
        tags: { Name: name, ...entryTags(workload, destination.spec) },
      },
      { parent: this },
    );
    this.note(workload, rule);
  }

  /**
   * Both groups, and all requests to the first one until ECS says otherwise: weights are ECS's from the first release on, and
   * one that was set back would send requests to nobody. The provider holds the two in a set, whose order says nothing, so
   * that it is the set which is let alone, and nothing else of the rule. Another port means other groups, and so another rule.
   */
  private shiftingRule(
    name: string,
    listener: aws.lb.Listener,
    other: aws.lb.TargetGroup,
    { workload, args }: Leading,
  ): aws.lb.ListenerRule {
    const { spec } = found(args.destinations, workload);
    const ruleName = `${name}-${workload}.${spec.port}`;
    const targetGroups = [
      { arn: found(args.groups, workload).arn, weight: 100 },
      { arn: other.arn, weight: 0 },
    ];
    const rule = new aws.lb.ListenerRule(
      ruleName,
      {
        listenerArn: listener.arn,
        conditions: [{ pathPattern: { values: [...(spec.paths ?? [])] } }],
        actions: [{ type: "forward", forward: { targetGroups } }],
        tags: { Name: ruleName, ...entryTags(workload, spec) },
      },
      { parent: this, ignoreChanges: ["actions[0].forward.targetGroups"] },
    );
    this.note(workload, rule);
    return rule;
  }

  private note(workload: string, resource: pulumi.Resource): void {
    this.leading.set(workload, [...(this.leading.get(workload) ?? []), resource]);
  }
}

interface HttpsListener {
  readonly name: string;
  readonly port: number;
  readonly action: Action;
  readonly args: ListenersArgs;
  readonly trustStoreArn?: pulumi.Input<string>;
}

interface Leading {
  readonly workload: string;
  readonly args: ListenersArgs;
}
