/** The layer's second door: its words, and its own judgement of what it is asked for. It builds nothing. */
export { type AdoptedDetection, conformancePacks, remediations, standards } from "./detection-args";
export { detectionProblems } from "./detection-problems";
