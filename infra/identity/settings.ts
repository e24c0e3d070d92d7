/** The layer's second door: its words, and its own judgement of what it is asked for. It builds nothing. */
export { accountDeliveryWords, adoptable, analyses } from "./identity-args";
export { identityProblems } from "./identity-problems";
