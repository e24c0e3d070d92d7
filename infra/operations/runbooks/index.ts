import type { Runner } from "../../core/account-roles";
import { type RunbookWord, runbookWords } from "../../core/runbook-words";
import type { Runbook } from "../runbook";
import { accessRunbooks } from "./access";
import { databaseRunbooks } from "./databases";
import { gameDayRunbooks } from "./game-days";
import { instanceRunbooks } from "./instances";
import { regionRunbooks } from "./regions";
import { reviewRunbooks } from "./reviews";
import { serviceRunbooks } from "./services";
import { storeRunbooks } from "./stores";

/** All runbooks, in the order of their words. */
export const runbooks: readonly Runbook[] = [
  ...serviceRunbooks,
  ...regionRunbooks,
  ...instanceRunbooks,
  ...databaseRunbooks,
  ...storeRunbooks,
  ...accessRunbooks,
  ...gameDayRunbooks,
  ...reviewRunbooks,
].sort((one, other) => runbookWords.indexOf(one.id) - runbookWords.indexOf(other.id));

/** Ids of the runbooks that a group of people answers for. */
export function runbooksOf(runner: Runner): readonly RunbookWord[] {
  return runbooks.filter((runbook) => runbook.runner === runner).map(({ id }) => id);
}
