import { runbookWords } from "../../core/runbook-words";
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
