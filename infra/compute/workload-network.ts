import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { connectionsOf } from "./connections";
import { openWay } from "./way";
import type { Workload } from "./workload";

/** Arguments of {@link WorkloadNetwork}. */
export interface WorkloadNetworkArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** VPC, by id. */
  readonly vpcId: pulumi.Input<string>;
  /** Whose network it is. */
  readonly workload: Workload;
  /**
   * Security group of the front door.
   *
   * @default - the front door does not lead to it
   */
  readonly frontDoorGroupId?: pulumi.Input<string>;
}

const https = 443;

/**
 * A workload's security group: in from the front door, out by HTTPS and to the data that it was granted. Who calls it, and
 * whom it calls, is in `CallRules`. Questions to the VPC's own resolver pass without a rule.
 */
export class WorkloadNetwork extends pulumi.ComponentResource {
  /** Id of the security group. */
  public readonly securityGroupId: pulumi.Output<string>;

  public constructor(name: string, args: WorkloadNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:WorkloadNetwork", name, {}, opts);
    const { workload, frontDoorGroupId } = args;
    const { id: own } = this.group(name, args);

    this.letOut(name, own);
    if (frontDoorGroupId !== undefined) {
      const { port } = workload.spec;
      const description = `Front door to ${workload.name}`;
      openWay(this, `${name}-front-door`, { from: frontDoorGroupId, to: own, port, description });
    }
    for (const { label, to, connection } of connectionsOf(workload.uses.grants)) {
      const { securityGroupId, port } = connection;
      const description = `${workload.name} to ${to}`;
      openWay(this, `${name}.${label}`, { from: own, to: securityGroupId, port, description });
    }
    this.securityGroupId = own;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }

  private group(name: string, { scope, vpcId, workload }: WorkloadNetworkArgs): aws.ec2.SecurityGroup {
    const groupName = physicalName("security-group", scope, `workload-${workload.name}`);
    return new aws.ec2.SecurityGroup(
      name,
      {
        name: groupName,
        description: `Workload ${workload.name}`,
        vpcId,
        tags: { Name: groupName, ...entryTags(workload.name, workload.spec) },
      },
      { parent: this },
    );
  }

  /** AWS's services are behind their endpoints, partners behind NAT; nobody can list the addresses of either. */
  private letOut(name: string, securityGroupId: pulumi.Input<string>): void {
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-https`,
      {
        securityGroupId,
        description: "HTTPS to services of AWS and of partners",
        ipProtocol: "tcp",
        fromPort: https,
        toPort: https,
        cidrIpv4: "0.0.0.0/0",
      },
      { parent: this },
    );
  }
}
