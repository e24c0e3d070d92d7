import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { IdentityArgs, OutsideMachines } from "./identity-args";

/** Arguments of {@link OutsideMachineAccess}. */
export interface OutsideMachineAccessArgs extends IdentityArgs {
  /** The machines. */
  readonly machines: OutsideMachines;
  /** ARN of the boundary for workloads, once it is there: machines may do no more than workloads do. */
  readonly boundaryArn: pulumi.Input<string>;
}

/** Credentials of an hour for machines outside AWS that show a certificate of the business's own authority. */
export class OutsideMachineAccess extends pulumi.ComponentResource {
  public constructor(name: string, args: OutsideMachineAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:identity:OutsideMachineAccess", name, {}, opts);
    const { authorityArn, commonNames, policyArns } = args.machines;
    const anchor = new aws.rolesanywhere.TrustAnchor(
      name,
      {
        name: `${args.scope.environment}-machines`,
        enabled: true,
        source: { sourceType: "AWS_ACM_PCA", sourceData: { acmPcaArn: authorityArn } },
        tags: { Name: `${args.scope.environment}-machines` },
      },
      { parent: this },
    );
    const role = new aws.iam.Role(
      name,
      {
        name: `${args.scope.environment}-machines`,
        description: "What machines outside AWS may do that show a certificate",
        assumeRolePolicy: policyDocument(machineTrust(anchor.arn, commonNames)),
        maxSessionDuration: 3600,
        permissionsBoundary: args.boundaryArn,
        tags: { Name: `${args.scope.environment}-machines` },
      },
      { parent: this },
    );
    for (const policyArn of policyArns) {
      const attached = `${name}-${policyArn.replace(/^.*\//, "")}`;
      new aws.iam.RolePolicyAttachment(attached, { role: role.name, policyArn }, { parent: this });
    }
    new aws.rolesanywhere.Profile(
      name,
      {
        name: `${args.scope.environment}-machines`,
        enabled: true,
        durationSeconds: 3600,
        roleArns: [role.arn],
        tags: { Name: `${args.scope.environment}-machines` },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

function machineTrust(
  anchorArn: pulumi.Input<string>,
  commonNames: readonly string[],
): readonly PolicyStatement<pulumi.Input<string>>[] {
  return [
    {
      sid: "MachinesWithACertificate",
      principals: { Service: ["rolesanywhere.amazonaws.com"] },
      actions: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
      conditions: {
        ArnEquals: { "aws:SourceArn": anchorArn },
        StringEquals: { "aws:PrincipalTag/x509Subject/CN": commonNames },
      },
    },
  ];
}
