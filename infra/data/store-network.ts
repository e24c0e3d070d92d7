import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import type { StoreSpec } from "./data-args";
import { type StoreArgs, storeTags } from "./store";

/**
 * Security group of a database or a cache. It admits nobody: whoever is granted the store adds a rule for itself. Nothing
 * leaves by it either, since answers pass without a rule.
 */
export function storeSecurityGroup(
  logicalName: string,
  args: StoreArgs<StoreSpec>,
  vpcId: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.ec2.SecurityGroup {
  const name = physicalName("security-group", args.scope, logicalName);
  return new aws.ec2.SecurityGroup(
    logicalName,
    {
      name,
      description: `${args.name}: only workloads that are granted it`,
      vpcId,
      tags: storeTags(args.name, name, args),
    },
    { parent },
  );
}

/**
 * Name of the last snapshot, which is taken when the store is deleted. It stays the same as long as the store does, and is
 * another one for the next store of the same name: AWS gives every security group an id that was never used before.
 */
export function finalSnapshotName(identifier: string, group: aws.ec2.SecurityGroup): pulumi.Output<string> {
  return group.id.apply((id) => `${identifier}-final-${id.replace(/^sg-/, "")}`);
}
