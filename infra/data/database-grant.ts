import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import { type Grant, settingName, statementId } from "../core/grant";
import type { DatabaseSpec } from "./data-args";
import { databaseUser, engineFacts, longestDatabaseUser } from "./database-engines";
import { describeUse, type StoreUse } from "./grants";
import type { StoreArgs } from "./store";

/** A database that was built, as its users know it. */
export interface BuiltDatabase {
  /** What RDS calls it in permissions; it stays the same when the database is renamed. */
  readonly resourceId: pulumi.Input<string>;
  /** Host that takes writes. */
  readonly writer: pulumi.Input<string>;
  /** Host that answers reads; the same one where there are no readers. */
  readonly reader: pulumi.Input<string>;
  /** Its security group. */
  readonly securityGroupId: pulumi.Input<string>;
}

/**
 * What using a database takes: a signed token in place of a password, for the database's user that has the workload's
 * name in snake case. What that user may do inside is the database's own matter; IAM tells no read from a write there.
 *
 * @throws Error where the engine takes no user of such a name
 */
export function databaseGrant(args: StoreArgs<DatabaseSpec>, built: BuiltDatabase, use: StoreUse): Grant {
  const { scope, spec, name } = args;
  const { port } = engineFacts[spec.engine];
  const longest = longestDatabaseUser(spec.engine);
  const user = databaseUser(use.workload);
  if (user.length > longest) {
    throw new Error(`database "${name}": ${spec.engine} takes users of ${longest} characters, not "${user}"`);
  }
  const setting = (word: string): string => settingName("database", name, word);
  const host = use.access === "read" ? built.reader : built.writer;
  return {
    to: describeUse("database", name, use),
    statements: [
      {
        sid: statementId("connect", "to", "database", name),
        actions: ["rds-db:connect"],
        resources: [
          pulumi.interpolate`${regionalArn(scope, "rds-db", "dbuser:")}${built.resourceId}/${user}`,
        ],
      },
    ],
    settings: {
      [setting("host")]: host,
      [setting("reader_host")]: built.reader,
      [setting("port")]: String(port),
      [setting("name")]: spec.databaseName,
      [setting("user")]: user,
    },
    connection: { securityGroupId: built.securityGroupId, port },
  };
}
