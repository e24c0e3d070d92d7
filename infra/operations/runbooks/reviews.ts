import { credentialRuleNames, longestUnusedDays, oldestKeyDays } from "../../core/credential-rules";
import type { Runbook } from "../runbook";
import { api, call, listOutput, numberOutput, textOutput, wait } from "../step";
import { reviewed } from "./parameters";
import { summarizeCredentials } from "./credential-script";
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
    id: "review-credentials",
    title: "Review credentials",
    purpose:
      "Prove that credentials of the account change in time, go when nobody uses them, and take a second factor; list those that do not",
    ...{ runner: "security", escalation: "platform-owner", safe: true, dryRun: false },
    triggers: [{ kind: "alarm" }, { kind: "schedule", expression: "cron(0 7 2 * ? *)" }],
    parameters: {
      KeyDays: {
        type: "Integer",
        says: "Days after which an access key is old",
        default: oldestKeyDays,
      },
      UnusedDays: {
        type: "Integer",
        says: "Days without use after which a password or a key is no longer needed",
        default: longestUnusedDays,
      },
    },
    steps: [
      wait(
        "makeReport",
        "Have IAM list its users and when their credentials were made and used: a list that is at most four hours old",
        "iam.GenerateCredentialReport",
        { inputs: {}, selector: "$.State", wanted: ["COMPLETE"], seconds: 600 },
      ),
      {
        kind: "script",
        name: "summarize",
        says: "Find keys that are old, passwords and keys that nobody uses, console users without a second factor, the root user's keys, and what rules of Config find; none of it is a secret",
        source: summarizeCredentials,
        inputs: { keyDays: "{{ KeyDays }}", unusedDays: "{{ UnusedDays }}", rules: credentialRuleNames },
        outputs: [
          textOutput("Summary", "$.Payload.Summary"),
          numberOutput("Count", "$.Payload.Count"),
          listOutput("Findings", "$.Payload.Findings"),
        ],
        calls: [api("iam.GetCredentialReport"), api("config.DescribeComplianceByConfigRule")],
      },
      item("review of credentials", "Security", "{{ summarize.Summary }}"),
    ],
    expected:
      "An item holds what was found, or that nothing was; its owner has keys replaced, takes away what nobody uses, and closes it",
    lastChanged: reviewed,
  },
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
        outputs: [textOutput("Summary", "$.Payload.Summary"), numberOutput("Failed", "$.Payload.Failed")],
        calls: [api("backup.ListRestoreJobs")],
      },
      item("review of restore tests", "Recovery", "{{ summarize.Summary }}"),
    ],
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
    expected: "An item holds the numbers; its owner explains every step up, or files work to undo it",
    lastChanged: reviewed,
  },
];
