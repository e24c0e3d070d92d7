/** The layer's second door: its words, and its own judgement of what it is asked for. It builds nothing. */
export { patchedSystems } from "./systems-args";
export { systemsAlerts } from "./systems-alerts";
export { systemsProblems } from "./systems-problems";
