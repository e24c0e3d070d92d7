import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import type { Access, CacheSpec } from "./data-args";
import { type StoreArgs, storeTags } from "./store";

/** Arguments of {@link CacheUsers}. */
export interface CacheUsersArgs {
  /** The cache. */
  readonly store: StoreArgs<CacheSpec>;
  /** Who uses it, and how. */
  readonly users: Readonly<Record<string, Access>>;
}

/** A workload's user of a cache. */
export interface CacheUser {
  /** Its name, which is also its id. */
  readonly name: string;
  /** Its ARN. */
  readonly arn: pulumi.Input<string>;
  /** What it may do. */
  readonly access: Access;
}

/**
 * What a user may do, in Valkey's words. `info` is what clients ask for when they connect; the other commands that Valkey
 * calls dangerous stay away from workloads, `keys` and `flushall` among them.
 */
const permissions: Readonly<Record<Access, string>> = {
  read: "on ~* -@all +@read +@connection -@dangerous +info",
  write: "on ~* -@all +@read +@write +@transaction +@connection -@dangerous +info",
};

/** Users of a cache: one for each workload that uses it, each with a signed token in place of a password. */
export class CacheUsers extends pulumi.ComponentResource {
  /** Id of the group that the cache admits. */
  public readonly groupId: pulumi.Output<string>;
  /** User of each workload. */
  public readonly byWorkload: Readonly<Record<string, CacheUser>>;

  public constructor(name: string, args: CacheUsersArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:data:CacheUsers", name, {}, opts);
    const entries = Object.entries(args.users);
    const users = entries.map(([workload, access]) =>
      this.user(`${name}-${workload}`, args, { workload, access }),
    );
    const nobody = this.nobody(`${name}-default`, args);
    const groupId = physicalName("cache-user-group", args.store.scope, args.store.name);
    const group = new aws.elasticache.UserGroup(
      name,
      {
        engine: "valkey",
        userGroupId: groupId,
        userIds: [nobody.userId, ...users.map(({ userId }) => userId)],
        tags: storeTags(args.store.name, groupId, args.store),
      },
      { parent: this },
    );

    this.groupId = group.userGroupId;
    this.byWorkload = Object.fromEntries(
      entries.map(([workload, access], index) => [
        workload,
        { name: userId(args, workload), arn: users[index]?.arn ?? "", access },
      ]),
    );
    this.registerOutputs({ groupId: this.groupId });
  }

  private user(
    name: string,
    args: CacheUsersArgs,
    { workload, access }: { readonly workload: string; readonly access: Access },
  ): aws.elasticache.User {
    // ElastiCache wants a user that signs in by IAM to have its id as its name.
    const id = userId(args, workload);
    return new aws.elasticache.User(
      name,
      {
        userId: id,
        userName: id,
        engine: "valkey",
        accessString: permissions[access],
        authenticationMode: { type: "iam" },
        tags: storeTags(args.store.name, id, args.store),
      },
      { parent: this },
    );
  }

  /** Who connects without a name is Valkey's user `default`: switched off, and allowed nothing. So it needs no password. */
  private nobody(name: string, args: CacheUsersArgs): aws.elasticache.User {
    const id = userId(args, "default");
    return new aws.elasticache.User(
      name,
      {
        userId: id,
        userName: "default",
        engine: "valkey",
        accessString: "off -@all",
        authenticationMode: { type: "no-password-required" },
        tags: storeTags(args.store.name, id, args.store),
      },
      { parent: this },
    );
  }
}

function userId({ store }: CacheUsersArgs, workload: string): string {
  return physicalName("cache-user", store.scope, `${store.name}-${workload}`);
}
