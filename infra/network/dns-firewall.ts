import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type NameScope, physicalName } from "../core/names";
import { domainListNames, type ManagedDomainLists } from "./managed-domain-lists";

/** Arguments of {@link DnsFirewall}. */
export interface DnsFirewallArgs {
  /** VPC whose DNS queries are filtered. */
  readonly vpcId: pulumi.Input<string>;
  /** Ids of the domain lists that AWS manages. */
  readonly lists: ManagedDomainLists;
  /** Environment, account and Region. */
  readonly scope: NameScope;
  /** Whether the VPC's association refuses to be changed or deleted. */
  readonly protect: boolean;
}

/** Steps between priorities, so that a rule can be put between two. */
const priorityStep = 10;

/** The lowest priority that AWS leaves to associations of one's own. */
const associationPriority = 101;

/**
 * A DNS firewall that answers queries for domains on AWS's threat lists as if these did not exist.
 *
 * It fails open: when the firewall itself cannot answer, queries pass unfiltered. A platform whose names all fail to
 * resolve is down; unfiltered minutes are recorded by the query logs.
 */
export class DnsFirewall extends pulumi.ComponentResource {
  /** Id of the rule group, by which it is watched. */
  public readonly ruleGroupId: pulumi.Output<string>;

  public constructor(name: string, args: DnsFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:DnsFirewall", name, {}, opts);
    const groupName = physicalName("firewall-rule-group", args.scope, name);

    const group = new aws.route53.ResolverFirewallRuleGroup(
      name,
      { name: groupName, tags: { Name: groupName } },
      { parent: this },
    );
    domainListNames.forEach((list, position) => {
      new aws.route53.ResolverFirewallRule(
        `${name}-${list}`,
        {
          name: list,
          firewallRuleGroupId: group.id,
          firewallDomainListId: args.lists[list],
          action: "BLOCK",
          blockResponse: "NXDOMAIN",
          priority: (position + 1) * priorityStep,
        },
        { parent: this },
      );
    });
    new aws.route53.ResolverFirewallRuleGroupAssociation(
      name,
      {
        name: groupName,
        firewallRuleGroupId: group.id,
        vpcId: args.vpcId,
        priority: associationPriority,
        mutationProtection: args.protect ? "ENABLED" : "DISABLED",
        tags: { Name: groupName },
      },
      { parent: this },
    );
    new aws.route53.ResolverFirewallConfig(
      name,
      { resourceId: args.vpcId, firewallFailOpen: "ENABLED" },
      { parent: this },
    );

    this.ruleGroupId = group.id;
    this.registerOutputs({ ruleGroupId: this.ruleGroupId });
  }
}
