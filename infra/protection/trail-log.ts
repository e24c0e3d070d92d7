import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { servicePrincipal } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { trailLogGroup, trailLogRights } from "./record-policies";

/** What {@link TrailLog} is made of. */
export interface TrailLogArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** ARN of the key of records. */
  readonly keyArn: pulumi.Input<string>;
}

/** Days that the stream is kept; the bucket keeps what it holds far longer. */
const streamDays = 400;

/** The record of what is done, as a stream that can be searched within minutes. */
export class TrailLog extends pulumi.ComponentResource {
  /** ARN of the log group, as CloudTrail takes it. */
  public readonly groupArn: pulumi.Output<string>;
  /** ARN of the role by which CloudTrail writes. */
  public readonly roleArn: pulumi.Output<string>;

  public constructor(name: string, { scope, keyArn }: TrailLogArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:TrailLog", name, {}, opts);
    const logGroup = trailLogGroup(scope);
    const group = new aws.cloudwatch.LogGroup(
      name,
      { name: logGroup, retentionInDays: streamDays, kmsKeyId: keyArn, tags: { Name: logGroup } },
      { parent: this, protect: true },
    );
    const roleName = physicalName("iam-role", scope, "trail-log");
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        description: "Lets CloudTrail stream what is done in the account into a log group",
        assumeRolePolicy: policyDocument(trailTrust(scope)),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      name,
      { role: role.name, policy: policyDocument(trailLogRights(scope)) },
      { parent: this },
    );
    // CloudTrail wants the ARN of all streams, which the SDK leaves off.
    this.groupArn = pulumi.interpolate`${group.arn}:*`;
    this.roleArn = role.arn;
    this.registerOutputs({ groupArn: this.groupArn, roleArn: this.roleArn });
  }
}

/**
 * Who may take the role: CloudTrail. It does not say for which trail or account it asks; only this account can give the role to
 * a trail, and all that the role may do is to write into this account's log.
 */
function trailTrust({ region }: Scope): readonly PolicyStatement[] {
  return [
    {
      sid: "CloudTrail",
      principals: { Service: [servicePrincipal("cloudtrail", region)] },
      actions: ["sts:AssumeRole"],
    },
  ];
}
