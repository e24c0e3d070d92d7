import type { Runbook } from "../runbook";
import { api, call, textOutput } from "../step";
import { reviewed } from "./parameters";
import { summarizeCost, summarizeRestoreTests } from "./scripts";

const item = (title: string, category: string, summary: string) =>
  call("openReview", "Open an item that holds the numbers, for a person to go through", "ssm.CreateOpsItem", {
    inputs: {
      Title: `<environment>: ${title}`,
      Description: summary,
      Source: "runbook",
      Category: category,
      Priority: 4,
    },
    outputs: [textOutput("Item", "$.OpsItemId")],
  });

/** Runbooks that are due at fixed times. */
export const reviewRunbooks: readonly Runbook[] = [
  {
    id: "review-restore-test",
    title: "Review restore tests",
    purpose:
      "Go through what restore tests came to, so that a backup that cannot be restored is found before it is needed",
    ...{ runner: "data-owner", escalation: "platform-owner", safe: true, dryRun: false },
    triggers: [{ kind: "alarm" }, { kind: "schedule", expression: "cron(0 7 ? * MON *)" }],
    parameters: {
      Days: { type: "Integer", says: "Days that are looked back", default: 8 },
    },
    steps: [
      {
        kind: "script",
        name: "summarize",
        says: "Count restore tests, good and failed, and the time the slowest took",
        source: summarizeRestoreTests,
        inputs: { days: "{{ Days }}" },
        outputs: [
          textOutput("Summary", "$.Payload.Summary"),
          { name: "Failed", selector: "$.Payload.Failed", type: "Integer" },
        ],
        calls: [api("backup.ListRestoreJobs")],
      },
      item("review of restore tests", "Recovery", "{{ summarize.Summary }}"),
    ],
    outputs: ["summarize.Summary", "summarize.Failed", "openReview.Item"],
    expected: "An item holds the numbers; its owner compares them with the objectives and closes it",
    lastChanged: reviewed,
  },
  {
    id: "review-monthly-cost",
    title: "Review the month's cost",
    purpose: "Go through what the last month cost against the one before, service by service",
    ...{ runner: "platform-owner", escalation: "platform-owner", safe: true, dryRun: false },
    triggers: [{ kind: "alarm" }, { kind: "schedule", expression: "cron(0 7 3 * ? *)" }],
    parameters: {},
    steps: [
      {
        kind: "script",
        name: "summarize",
        says: "Add up both months by service of AWS, for the environment's tag",
        source: summarizeCost,
        inputs: { environment: "<environment>" },
        outputs: [textOutput("Summary", "$.Payload.Summary")],
        calls: [api("ce.GetCostAndUsage")],
      },
      item("review of the month's cost", "Cost", "{{ summarize.Summary }}"),
    ],
    outputs: ["summarize.Summary", "openReview.Item"],
    expected: "An item holds the numbers; its owner explains every step up, or files work to undo it",
    lastChanged: reviewed,
  },
];
