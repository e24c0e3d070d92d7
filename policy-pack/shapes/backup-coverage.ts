import { type ArnOf, coverageOf } from "../aws/backup-coverage";
import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";
import { type Owned, owned } from "./ownership";

/** The parameter of controls that ask for a backup plan. */
export const ownsBackups = owned(
  "The backup plans for these resources belong to this stack: each must be in one. Without it, only what a plan of " +
    "this stack covers is told.",
);

/** Each resource of some types is in a plan of AWS Backup, where the stack owns the plans. */
export function inBackupPlan(
  types: readonly string[],
  arnOf: ArnOf,
): (stack: StackIndex, context: { readonly parameters: Owned }) => Iterable<Located> {
  const judge = (stack: StackIndex, resource: StackResource, isOwned: boolean): Outcome => {
    const { taken, waitsFor } = coverageOf(stack, resource, arnOf);
    if (taken === "yes") return pass;
    if (!isOwned) return notApplicable("Backup plans may belong to another stack");
    return taken === "maybe"
      ? undetermined("", waitsFor)
      : fail("", text`no backup selection of the stack takes the resource.`);
  };
  return (stack, { parameters }) =>
    stack.ofTypes(types).map((resource) => located(resource, judge(stack, resource, parameters.owned)));
}
