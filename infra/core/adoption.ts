import type * as pulumi from "@pulumi/pulumi";

import type { Region } from "./region";

/**
 * Options that take over what an account has already, instead of failing to make it again. As long as they are given,
 * it stays as it is: an import whose values differ would be refused. Without them, the next update makes it as it is meant.
 *
 * @param id what AWS knows it by, from {@link inRegion} where it belongs to a Region; nothing where it is to be made
 * @param kept properties that stay as they are meanwhile
 */
export function adoption(
  id: string | undefined,
  kept: readonly string[],
): Pick<pulumi.CustomResourceOptions, "import" | "ignoreChanges"> {
  return id === undefined ? {} : { import: id, ignoreChanges: [...kept] };
}

/**
 * Id by which something of a Region is taken over. An import is told nothing but the id: without the Region in it, the
 * provider would look in its own.
 *
 * Source: "Import command with appended @<region>" in the acceptance tests of terraform-provider-aws 6, 2026-11
 */
export function inRegion(id: string | undefined, region: Region): string | undefined {
  return id === undefined ? undefined : `${id}@${region}`;
}
