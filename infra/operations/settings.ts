/**
 * The layer's second door: its words and its own judgement of settings, none of which builds anything. Configuration
 * comes through here, so that a typing mistake is reported without loading the AWS SDK.
 */
export type * from "./operations-args";
export { operationsProblems } from "./operations-problems";
export { pairingMistakes } from "./pairing";
export { runbookIndex, runbookPage } from "./page";
export { runbooks, runbooksOf } from "./runbooks";
export { experimentWords } from "./game-days/experiments";
export { gameDayThings } from "./game-days/game-day-things";
export { weekdays } from "./game-days/schedule";
