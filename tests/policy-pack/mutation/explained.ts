import type { Survivor } from "./record";

/** Why single mutants live on, by source and what is changed. Each was looked at by itself. */
interface Explained {
  readonly why: string;
  /** Source, then what is changed, and to what where one and the same text is changed to several. */
  readonly mutants: readonly (readonly [source: string, from: string, to?: string])[];
}

const EXPLAINED: readonly Explained[] = [
  {
    why: "The same: nothing is ever equal there, or what is equal comes to the same.",
    mutants: [
      ["aws/database-versions.ts", "<"],
      ["cidr/range.ts", ">"],
    ],
  },
  {
    why: "The same: what lies before the beginning or behind the end is nothing.",
    mutants: [
      ["aws/filter-pattern.ts", "0"],
      ["aws/filter-pattern.ts", "1"],
      ["aws/schedule.ts", "0"],
      ["reading/patterns.ts", "<"],
      ["reading/patterns.ts", '"."'],
    ],
  },
  {
    why: "The same: both numbers are one day's or one hour's, and the hour behind the last is the first of the next day.",
    mutants: [["aws/schedule.ts", "1"]],
  },
  {
    why: "The same: any text stands for what is not known that no ARN, no version and no name is.",
    mutants: [
      ["aws/backup-coverage.ts", '"\\u0000"'],
      ["aws/database-versions.ts", '"15"'],
      ["rules/iam/iam-cross-account-role-narrow.ts", '"no"'],
      ["rules/s3/bucket-policy-denies-http.ts", '"*"'],
      ["stack/run.ts", '"pass"'],
    ],
  },
  {
    why: "The same: the two that are compared are equal, or every resource of a stack has the stack's name in its URN.",
    mutants: [
      ["rules/account/config-recorder.ts", "0"],
      ["stack/run.ts", "0"],
    ],
  },
  {
    why: "The same: it only spares the work of coming to the same verdict on another way.",
    mutants: [
      ["rules/iam/iam-policy-no-escalation.ts", "2"],
      ["shapes/declared-public.ts", "every"],
      ["reading/view.ts", "||"],
      ["reading/view.ts", "0"],
    ],
  },
  {
    why: "The same: the failures of a document come without other outcomes, and a policy names one domain.",
    mutants: [
      ["rules/iam/iam-policy-no-escalation.ts", "some"],
      ["rules/iam/resource-policy-not-public.ts", "every"],
      ["rules/iam/resource-policy-not-public.ts", "some"],
    ],
  },
  {
    why: "The same: another part of the control refuses it anyway, by itself or as part of the whole.",
    mutants: [
      ["rules/auto-scaling/group-multi-az.ts", "0"],
      ["rules/efs/file-system-multi-az.ts", '"availabilityZoneName"'],
      ["rules/api-gateway/api-tls-policy.ts", '"TLS_1_0"'],
      ["rules/tagging/tag-values-well-formed.ts", "==="],
      ["rules/vpc/network-acl-no-admin-ports.ts", "!=="],
    ],
  },
  {
    why: "The same: a copy with a key of its own is found encrypted by it, whichever way it is looked at.",
    mutants: [["rules/rds/rds-snapshot-encrypted.ts", '"kmsKeyId"']],
  },
  {
    why: "A default that a contract may set: where it sets none, every value is long enough.",
    mutants: [["rules/tagging/tag-values-well-formed.ts", "0"]],
  },
  {
    why: "The same: there is one of them, so that some are all.",
    mutants: [
      ["rules/exposure/elastic-ip-not-on-servers.ts", "every"],
      ["rules/vpc/network-acl-no-admin-ports.ts", "every"],
    ],
  },
  {
    why: "The same: nothing asks of a type that is not in the table.",
    mutants: [["aws/public-endpoints.ts", "false"]],
  },
  {
    why: "Decides which place or words a finding names; the verdict is the same.",
    mutants: [
      ["rules/auto-scaling/group-launch-template.ts", '"launchConfiguration"'],
      ["rules/ecr/ecr-repository-scanned.ts", '"imageScanningConfiguration.scanOnPush"'],
      ["shapes/world-exposure.ts", "1"],
    ],
  },
];

/** Why a mutant that was looked at by itself lives on. */
export function explanationOf({ source, from, to }: Survivor): string | undefined {
  return EXPLAINED.find(({ mutants }) =>
    mutants.some(
      ([where, text, other]) => where === source && text === from && (other === undefined || other === to),
    ),
  )?.why;
}
