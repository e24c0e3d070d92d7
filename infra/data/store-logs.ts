import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { LogRetentionDays } from "../core/log-retention";
import type { StoreSpec } from "./data-args";
import { monitoredThing, type StoreArgs, storeTags } from "./store";

/** A log group of a store: its name, and what tells it from the store's others. */
export interface StoreLog {
  /** Last word of its logical name. */
  readonly suffix: string;
  /** Physical name. */
  readonly group: string;
}

/**
 * Log groups of a store, encrypted with its domain's key. They are there before the store, which would otherwise make them
 * itself: without a key, and for ever.
 */
export function storeLogGroups(
  logicalName: string,
  args: StoreArgs<StoreSpec> & { readonly logRetentionDays: LogRetentionDays },
  logs: readonly StoreLog[],
  parent: pulumi.Resource,
): readonly aws.cloudwatch.LogGroup[] {
  return logs.map(
    ({ suffix, group }) =>
      new aws.cloudwatch.LogGroup(
        `${logicalName}-${suffix}`,
        {
          name: group,
          retentionInDays: args.logRetentionDays,
          kmsKeyId: args.key.arn,
          tags: storeTags(args.name, group, args),
        },
        { parent },
      ),
  );
}

/** What log groups say about themselves. */
export function logGroupDeclarations(
  { spec }: StoreArgs<StoreSpec>,
  logs: readonly StoreLog[],
  retentionDays: LogRetentionDays,
): readonly Declaration[] {
  return logs.map(({ group }) => ({
    ...monitoredThing(group, spec),
    kind: "log-group",
    dimensions: { LogGroupName: group },
    quiet: true,
    sizes: { retentionDays },
  }));
}
