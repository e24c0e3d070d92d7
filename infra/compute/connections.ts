import type { Connection, Grant } from "../core/grant";

/** A way to something that a workload was granted. */
export interface GrantedConnection {
  /** Words of the grant, fit for a logical name. */
  readonly label: string;
  /** What is used, as the grant says it. */
  readonly to: string;
  /** Where it listens. */
  readonly connection: Connection;
}

/** Words of a grant, fit for a logical name: lower-case letters, digits and single hyphens. */
export function labelOf(to: string): string {
  return to
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Connections of grants, each end once: EC2 refuses a second rule between the same groups for the same port. */
export function connectionsOf(grants: readonly Grant[]): readonly GrantedConnection[] {
  const granted = grants.flatMap(({ to, connection }) =>
    connection === undefined ? [] : [{ label: labelOf(to), to, connection }],
  );
  return granted.filter(
    ({ connection }, position) =>
      granted.findIndex(
        ({ connection: other }) =>
          other.port === connection.port && other.securityGroupId === connection.securityGroupId,
      ) === position,
  );
}
