import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import type { Placement } from "../core/placement";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceTrust } from "../core/service-trust";

/** Arguments of {@link DatabaseSupport}. */
export interface DatabaseSupportArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** The data tier, where databases stand. */
  readonly placement: Placement;
}

/** What all databases stand on: the subnets of the data tier, and a role by which RDS reports on their machines. */
export class DatabaseSupport extends pulumi.ComponentResource {
  /** Name of the subnet group. */
  public readonly subnetGroupName: pulumi.Output<string>;
  /** ARN of the role of enhanced monitoring. */
  public readonly monitoringRoleArn: pulumi.Output<string>;
  /** What the support says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(
    name: string,
    { scope, placement }: DatabaseSupportArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:data:DatabaseSupport", name, {}, opts);
    const groupName = physicalName("db-subnet-group", scope, name);

    const group = new aws.rds.SubnetGroup(
      name,
      {
        name: groupName,
        description: "Databases: the data tier",
        subnetIds: placement.subnets.data.map(({ id }) => id),
        tags: { Name: groupName },
      },
      { parent: this },
    );
    const role = this.monitoringRole(`${name}-monitoring`, scope);

    this.subnetGroupName = group.name;
    this.monitoringRoleArn = role.arn;
    // DB subnet groups per Region, code by `aws service-quotas list-service-quotas --service-code rds`
    this.declarations = [{ family: "quotaUse", serviceCode: "rds", quotaCode: "L-48C6BF61", count: 1 }];
    this.registerOutputs({ subnetGroupName: this.subnetGroupName });
  }

  /** Readers that autoscaling adds are named by AWS, so that the role cannot name the instances it serves. */
  private monitoringRole(name: string, scope: Scope): aws.iam.Role {
    const roleName = physicalName("iam-role", scope, name);
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        description: "RDS reports on the operating systems of databases",
        assumeRolePolicy: policyDocument(
          serviceTrust("RdsMonitorsDatabases", "monitoring.rds.amazonaws.com", scope.accountId, {
            ArnLike: [regionalArn(scope, "rds", "db:*"), regionalArn(scope, "rds", "cluster:*")],
          }),
        ),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    new aws.iam.RolePolicyAttachment(
      name,
      {
        role: role.name,
        policyArn: `arn:${partitionOf(scope.region)}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
      },
      { parent: this },
    );
    return role;
  }
}
