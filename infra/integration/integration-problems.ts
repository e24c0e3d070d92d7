import { unless, wholeNumber } from "../core/checks";
import { platformDomain } from "../core/encryption-key";
import { logRetentionDays } from "../core/log-retention";
import type { Problem } from "../core/problem";
import { entryProblems } from "./entry-problems";
import { eventProblems } from "./event-problems";
import type { IntegrationArgs } from "./integration-args";
import { partnerProblems } from "./partner-problems";
import { workflowProblems } from "./workflow-problems";

/** Longest time that an archive's events are kept, in days: ten years. */
const maximumArchiveDays = 3650;

/** Says everything for which the integration cannot be built as asked; empty where all is fine. */
export function integrationProblems(args: IntegrationArgs): readonly Problem[] {
  const { keys, catalogue, sizes } = args;
  return [
    ...unless(
      Object.hasOwn(keys, platformDomain),
      ["keys", platformDomain],
      undefined,
      "the key of the bus and the logs",
    ),
    ...entryProblems(catalogue),
    ...eventProblems(args),
    ...workflowProblems(catalogue),
    ...partnerProblems(args),
    ...wholeNumber(["sizes", "archiveDays"], sizes.archiveDays, [1, maximumArchiveDays]),
    ...unless(
      logRetentionDays.includes(sizes.logRetentionDays),
      ["sizes", "logRetentionDays"],
      sizes.logRetentionDays,
      logRetentionDays.join(", "),
    ),
  ];
}
