import type * as pulumi from "@pulumi/pulumi";

import type { PolicyStatement } from "./policy-statement";

/**
 * What a workload needs in order to use one thing: rights, settings, and a way through the network. The component that
 * builds a thing says what using it takes; the component that runs the workload puts it into the workload's role,
 * environment and security group. No right exists that no edge of the catalogue asks for.
 */
export interface Grant {
  /** What is used, and how, as people read it: `database sales, read and write`. */
  readonly to: string;
  /** Statements for the workload's role. Each names its resources, and its sid is unique among all grants. */
  readonly statements: readonly PolicyStatement<pulumi.Input<string>>[];
  /** Settings that the workload reads, by name of environment variable (`settingName`). Never a secret. */
  readonly settings: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * What the workload connects to over the network.
   *
   * @default - nothing: it is reached through AWS's APIs
   */
  readonly connection?: Connection;
}

/** An end of a connection that a security group guards. */
export interface Connection {
  /** Security group that has to admit the workload. */
  readonly securityGroupId: pulumi.Input<string>;
  /** TCP port that is listened on. */
  readonly port: number;
}

/** Name of the environment variable that holds a setting: `settingName("database", "sales", "host")` is `DATABASE_SALES_HOST`. */
export function settingName(...words: readonly string[]): string {
  return words
    .join("_")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}

/** Sid of a statement from words: `statementId("read", "table", "quote-requests")` is `ReadTableQuoteRequests`. */
export function statementId(...words: readonly string[]): string {
  return words
    .flatMap((word) => word.split(/[^A-Za-z0-9]+/))
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
