import type * as pulumi from "@pulumi/pulumi";

import { type Grant, settingName, statementId } from "../core/grant";
import type { CacheUser } from "./cache-users";
import type { CacheSpec } from "./data-args";
import { cachePort } from "./database-engines";
import { describeUse, type StoreUse } from "./grants";
import type { StoreArgs } from "./store";

/** A cache that was built, as its users know it. */
interface BuiltCache {
  /** ARN. */
  readonly arn: pulumi.Input<string>;
  /** Id of the replication group, which a token is signed for. */
  readonly identifier: string;
  /** Host that takes writes. */
  readonly writer: pulumi.Input<string>;
  /** Host that answers reads. */
  readonly reader: pulumi.Input<string>;
  /** Its security group. */
  readonly securityGroupId: pulumi.Input<string>;
  /** User of each workload. */
  readonly users: Readonly<Record<string, CacheUser>>;
}

/**
 * What using a cache takes: a signed token in place of a password, for the workload's own user.
 *
 * @throws Error where the workload is not among the users that the layer was asked for, or with other access
 */
export function cacheGrant({ name }: StoreArgs<CacheSpec>, built: BuiltCache, use: StoreUse): Grant {
  const user = Object.hasOwn(built.users, use.workload) ? built.users[use.workload] : undefined;
  if (user?.access !== use.access) {
    const asked = user === undefined ? "not among its users" : `a user that may ${user.access}`;
    throw new Error(
      `cache "${name}": ${use.workload} wants to ${use.access} and is ${asked}; say so in cacheUsers`,
    );
  }
  const setting = (word: string): string => settingName("cache", name, word);
  return {
    to: describeUse("cache", name, use),
    statements: [
      {
        sid: statementId("connect", "to", "cache", name),
        actions: ["elasticache:Connect"],
        resources: [built.arn, user.arn],
      },
    ],
    settings: {
      [setting("host")]: use.access === "read" ? built.reader : built.writer,
      [setting("reader_host")]: built.reader,
      [setting("port")]: String(cachePort),
      [setting("name")]: built.identifier,
      [setting("user")]: user.name,
    },
    connection: { securityGroupId: built.securityGroupId, port: cachePort },
  };
}
