import {
  type BackupTier,
  backupTiers,
  type RestoredKind,
  recoveryMetrics,
  recoveryNamespace,
  restoredKinds,
  restoreSchedule,
  restoreSteps,
  rulesOf,
} from "../../infra/backup/settings";
import { criticalities } from "../../infra/core/criticality";
import type { DatumPlan, RecoveryPlan, WorkloadPlan } from "./plan";

/** The written plan, in Markdown. */
export function recoveryPlanText(plan: RecoveryPlan): string {
  return [
    ...opening,
    ...words(),
    ...data(plan.data),
    ...workloads(plan.workloads),
    ...order(plan.stages),
    ...lostRegion,
    ...runbooks(),
    ...proof,
    "",
  ].join("\n");
}

const opening = [
  "# Disaster recovery",
  "",
  "Generated from the catalogue and the table of tiers by `npm run generate`; do not edit. Everything in it follows from one word on each",
  "thing, its criticality. `<environment>` is the stack that is recovered.",
];

function words(): readonly string[] {
  return [
    "",
    "## What each word means",
    "",
    "RPO is the most data that may be lost, RTO the longest time until it works again. Restores are tried as often as stated.",
    "",
    table(
      ["word", "RPO", "RTO", "kept", "restores tried", "meant for the loss of a Region", "a failure is"],
      criticalities.map((word) => {
        const tier = backupTiers[word];
        return [
          word,
          duration(tier.rpoMinutes),
          target(tier),
          rulesOf(tier)
            .map(({ name, keepDays }) => `${name} ${keepDays} d`)
            .join(", "),
          tier.restoreTest === undefined
            ? "never"
            : `${tier.restoreTest.frequency}, \`${restoreSchedule(tier.restoreTest)}\``,
          tier.recovery,
          tier.severity,
        ];
      }),
    ),
    "",
    "The RPO holds for what a Region can lose by mistake, attack or failure of a zone. Where a whole Region is lost, what is left are the copies in the",
    "other one, which are made every day: up to 24 hours are lost then, whatever the word. Less is lost of database instances that stand by: their automated",
    "backups are replicated as they are made, and go back to any second until minutes before. Why Aurora is not: decision 20. The stack `dr` stands by there",
    "with the same program; data is restored into it, in the order below.",
  ];
}

function data(all: readonly DatumPlan[]): readonly string[] {
  return [
    "",
    "## Data",
    "",
    table(
      ["datum", "word", "RPO", "RTO", "copies", "restored by"],
      all.map(({ id, entry, tier, restoredKind, copies }) => [
        `${id}: ${entry.description}`,
        entry.criticality,
        restoredKind === undefined ? "–" : duration(tier.rpoMinutes),
        target(tier),
        copies.length === 0 ? "none" : copies.join("; "),
        restoredKind === undefined ? withoutBackup(id) : `[${restoredKind}](#${anchor(restoredKind)})`,
      ]),
    ),
  ];
}

/** What holds no original data, and how it is there again. */
function withoutBackup(id: string): string {
  return id.startsWith("cache ")
    ? "nothing to restore: it is filled anew"
    : "set again by its owner, from whoever issued it";
}

function workloads(all: readonly WorkloadPlan[]): readonly string[] {
  const broken = all.filter(({ slower }) => slower.length > 0);
  return [
    "",
    "## Services, fleets and workflows",
    "",
    table(
      ["workload", "word", "RTO", "needs"],
      all.map(({ id, entry, tier, needs }) => [
        `${id}: ${entry.description}`,
        entry.criticality,
        target(tier),
        needs.length === 0 ? "nothing" : needs.join(", "),
      ]),
    ),
    "",
    broken.length === 0
      ? "Nothing needs what may be away for longer than it may itself."
      : "These need, directly or not, what may be away for longer than they may themselves. Their own word holds only as far as that: raise the other's word, or make it something that they can do without.",
    ...(broken.length === 0
      ? []
      : [
          "",
          ...broken.map(({ id, entry, slower }) => `- ${id} (${entry.criticality}): ${slower.join(", ")}`),
        ]),
  ];
}

function order(stages: RecoveryPlan["stages"]): readonly string[] {
  return [
    "",
    "## Order of recovery",
    "",
    "From the catalogue's edges: what is in one stage needs nothing of a later one. Within a stage, the most critical first. Before the first stage come",
    "the account's stack and the environment's network and keys, which `pulumi up` makes; keys are never lost with what they encrypt, since they are",
    "protected, and their deletion takes as long as the stack's file says.",
    "",
    ...stages.map((things, position) => `${position + 1}. ${things.join(", ")}`),
  ];
}

const lostRegion = [
  "",
  "## When a Region is lost",
  "",
  "The stack `dr` knows what `prod` has left in its Region: `platform:standsInFor` in its file names `prod`, whose outputs it reads and checks each time it",
  "is deployed. Its own output `recoverFrom` repeats them, and needs nothing of the Region that is lost:",
  "",
  "1. What is there to restore from: `pulumi stack output recoverFrom --stack dr`.",
  "2. What `dr` itself has under the name that is wanted goes out of the way first: step 2 of the runbook below.",
  "3. Database instances, to the last minute from their replicated backups. They come back under the key of the copies, and `dr` wants its own and would",
  "   replace them: so they come back beside it, and a copy of their snapshot under its key becomes the database:",
  "",
  "   `aws rds restore-db-instance-to-point-in-time --source-db-instance-automated-backups-arn <arn> --target-db-instance-identifier <identifier>-found --use-latest-restorable-time`",
  "",
  "   `aws rds create-db-snapshot --db-instance-identifier <identifier>-found --db-snapshot-identifier <identifier>-found`",
  "",
  "   `aws rds copy-db-snapshot --source-db-snapshot-identifier <identifier>-found --target-db-snapshot-identifier <identifier>-own --kms-key-id <key-arn>`",
  "",
  "   `aws rds restore-db-instance-from-db-snapshot --db-snapshot-identifier <identifier>-own --db-instance-identifier <identifier> --db-subnet-group-name <group> --vpc-security-group-ids <security-group>`",
  "",
  "4. Clusters of Aurora, from the newest recovery point in the vault of copies, under the key of `dr` at once:",
  "",
  "   `aws rds restore-db-cluster-from-snapshot --snapshot-identifier <recovery-point> --db-cluster-identifier <identifier> --engine <engine> --kms-key-id <key-arn> --db-subnet-group-name <group> --vpc-security-group-ids <security-group>`",
  "",
  "5. Both go on as the runbooks below do after their restore, from the managed password on, with `dr` for `<stack>`. Everything else comes from the vaults",
  "   of copies by its runbook.",
  "",
  "6. `dr` grows, and the domain moves to it, by the runbook `dr-switch-region` in the Region of `dr`, with the plan that `pulumi stack output regionSwitch --stack dr` names. Start it early:",
  "   what is critical, and what it calls, grows while data is restored. Then the plan waits for the role `account-approver`: whoever has restored the data and tried them answers, and only then",
  "   the domain moves. A recovery within the hour of `critical` is what each run is measured by.",
  "7. Put the sizes in the file of `dr` up before its next `pulumi up`, which would take away again what the switch has given.",
  "8. To return, bring the data back in the same way, and run `prod-switch-region` in the Region of `prod` with the same plan.",
  "",
  "Until somebody says otherwise the domain leads to `prod`, whatever fails: no check moves it, since `dr` has nothing but what was restored. `dr` is reached by",
  "the name of its Region in front of the domain meanwhile, `eu-central-1.shop.example.com`, so that it can be tried before anybody else sees it. What switches the domain is",
  "the health check under `platform:compute.frontDoor.failover.healthCheckId` in the file of `prod`, one of the plan's (`regionSwitch.healthCheckIds`, put there by hand once; until then each",
  "deployment of `dr` warns): unhealthy, and `dr` answers; healthy again, and `prod` does. That",
  "nobody gets through to a front door is told by the alarm `<environment>-front-door-reach` in `us-east-1`, which needs nothing of the Region that is lost.",
];

function runbooks(): readonly string[] {
  return [
    "",
    "## Runbooks",
    "",
    "Words in angle brackets are for you to fill in. Ids, identifiers, groups and keys are in the stack's state (`pulumi stack export`) and have the names that the",
    "program gives them. The restore role is `<environment>-backup-restore-role-<region>`.",
    ...restoredKinds.flatMap((kind: RestoredKind) => [
      "",
      `### Restore: ${kind}`,
      "",
      ...restoreSteps(kind).flatMap(({ does, call }, position) => [
        `${position + 1}. ${does}${call === undefined ? "." : ":"}`,
        ...(call === undefined ? [] : ["", `   \`${call}\``, ""]),
      ]),
    ]),
  ];
}

const proof = [
  "",
  "## Where to see that it works",
  "",
  "- The last restore test of each thing: AWS Backup, restore testing, plans `<environment>_<word>`; its verdict is what the state machine",
  "  `<environment>-backup-restore-validation` found.",
  `- How long it took, beside its target: CloudWatch, \`${recoveryNamespace}\`, \`${recoveryMetrics.seconds}\` by \`Environment\` and \`Criticality\`; the alarm`,
  "  `<environment>-restore-test-<word>-late` goes off above the RTO.",
  "- Failed, expired and aborted jobs, and whoever takes backups away: monitoring's own events (`docs/alarms.md`); of copies, the topic `<environment>-backup-copy-events`.",
  "- How everything fares in the audit, and which jobs ran: daily reports in the account's bucket `account-backup-reports-…` of each Region.",
  "- `low` fails an audit's 35 days by design, and is left out of it by the tag `BackupAudit`.",
];

function target({ rtoMinutes }: BackupTier): string {
  return rtoMinutes === undefined ? "when there is time" : duration(rtoMinutes);
}

function duration(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${minutes / 60} h`;
}

function anchor(kind: RestoredKind): string {
  return `restore-${kind.toLowerCase()}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
