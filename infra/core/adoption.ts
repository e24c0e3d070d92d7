import type * as pulumi from "@pulumi/pulumi";

/**
 * Options that take over what an account has already, instead of failing to make it again. As long as they are given,
 * it stays as it is: an import whose values differ would be refused. Without them, the next update makes it as it is meant.
 *
 * @param id what AWS knows it by; nothing where it is to be made
 * @param kept properties that stay as they are meanwhile
 */
export function adoption(
  id: string | undefined,
  kept: readonly string[],
): Pick<pulumi.CustomResourceOptions, "import" | "ignoreChanges"> {
  return id === undefined ? {} : { import: id, ignoreChanges: [...kept] };
}
