import type { SavedKind } from "./restore-plan";

/** A step of a restore: what is done, and the call that does it. */
export interface RestoreStep {
  /** What is done, as an order. */
  readonly does: string;
  /**
   * The call, with `<words>` for what the person knows.
   *
   * @default - something that people do, without a call of their own
   */
  readonly call?: string;
}

/** Kinds of which a runbook tells how each is restored. */
export type RestoredKind = Extract<SavedKind, "Aurora" | "RDS" | "DynamoDB" | "S3">;

/** Kinds of which a runbook tells how each is restored. */
export const restoredKinds: readonly RestoredKind[] = ["Aurora", "RDS", "DynamoDB", "S3"];

const findPoint: RestoreStep = {
  does: "Find the newest recovery point that is sound: before the damage, and without findings of malware",
  call: "aws backup list-recovery-points-by-resource --resource-arn <arn>",
};

const waitForRestore: RestoreStep = {
  does: "Wait until the restore is COMPLETED",
  call: "aws backup describe-restore-job --restore-job-id <id>",
};

/** The program owns what was restored by its name; what AWS Backup set otherwise is set right, and nothing else is touched. */
const converge: readonly RestoreStep[] = [
  { does: "Let the program see what is there now", call: "pulumi refresh --stack <stack>" },
  {
    does: "Read what it would change: settings of what was restored, and nothing replaced or deleted but the rotation of an owner's password; then do it",
    call: "pulumi up --stack <stack>",
  },
  { does: "See that nothing is left to do", call: "pulumi preview --stack <stack> --expect-no-changes" },
];

/**
 * What a restore from a snapshot loses: the owner's password that RDS kept in Secrets Manager. Without this step the password is
 * nobody's, is never rotated again, and the program's secret does not exist.
 *
 * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html (limitations), as of 2026-11
 */
function managedPassword(kind: "Aurora" | "RDS"): RestoreStep {
  const what =
    kind === "Aurora" ? "db-cluster --db-cluster-identifier" : "db-instance --db-instance-identifier";
  return {
    does: "Let RDS manage the owner's password again, which a restore from a snapshot loses",
    call: `aws rds modify-${what} <identifier> --manage-master-user-password --master-user-secret-kms-key-id <key-arn> --apply-immediately`,
  };
}

/**
 * RDS gives an instance that comes back a resource id of its own, by which the provider knows instances: the program would look for
 * the one that is lost or damaged, and try to make another one of the same name. Clusters are known by their names.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/pull/31232, released in 5.0.0
 */
function takeIn(kind: "Aurora" | "RDS"): readonly RestoreStep[] {
  if (kind === "Aurora") return [];
  return [
    {
      does: "See which resource id RDS gave to what came back",
      call: "aws rds describe-db-instances --db-instance-identifier <identifier> --query DBInstances[0].DbiResourceId --output text",
    },
    {
      does: "Put it in the place of the one that the program knows, so that it takes what came back for its own",
      call: "pulumi stack export --stack <stack> --file state.json && sed -i s/<old-id>/<new-id>/g state.json && pulumi stack import --stack <stack> --file state.json",
    },
  ];
}

function database(kind: "Aurora" | "RDS"): readonly RestoreStep[] {
  const rename =
    kind === "Aurora"
      ? "aws rds modify-db-cluster --db-cluster-identifier <identifier> --new-db-cluster-identifier <identifier>-damaged --apply-immediately"
      : "aws rds modify-db-instance --db-instance-identifier <identifier> --new-db-instance-identifier <identifier>-damaged --apply-immediately";
  const identifier = kind === "Aurora" ? "DBClusterIdentifier" : "DBInstanceIdentifier";
  return [
    findPoint,
    { does: "Rename what is damaged, if it is still there, so that its name is free", call: rename },
    {
      does: "Restore under the name that the program knows, into its own subnets and security group",
      call: `aws backup start-restore-job --recovery-point-arn <recovery-point> --iam-role-arn <restore-role> --metadata ${identifier}=<identifier>,DBSubnetGroupName=<group>,VpcSecurityGroupIds=<security-group>`,
    },
    waitForRestore,
    managedPassword(kind),
    ...(kind === "Aurora"
      ? [
          {
            does: "A cluster comes back without instances; the program makes the writer, autoscaling the readers",
          },
        ]
      : []),
    ...takeIn(kind),
    ...converge,
    {
      does: "Rotate the owner's password once, so that nobody who read the old one can use it",
      call: "aws secretsmanager rotate-secret --secret-id <secret>",
    },
  ];
}

/** How a thing of a kind is restored, step by step. */
export function restoreSteps(kind: RestoredKind): readonly RestoreStep[] {
  switch (kind) {
    case "Aurora":
    case "RDS":
      return database(kind);
    case "DynamoDB":
      return [
        findPoint,
        {
          does: "Restore beside the damaged table, since a table cannot be renamed; where it is lost altogether, under its own name, without `-restored`",
          call: "aws backup start-restore-job --recovery-point-arn <recovery-point> --iam-role-arn <restore-role> --metadata targetTableName=<table>-restored,encryptionType=KMS,kmsMasterKeyArn=<key-arn>",
        },
        waitForRestore,
        {
          does: "If the damaged table is there, copy back the items that are wrong",
        },
        {
          does: "Switch on again what a restore leaves out: point-in-time recovery, time to live, deletion protection, tags",
          call: "pulumi refresh --stack <stack> && pulumi up --stack <stack>",
        },
        ...converge.slice(2),
      ];
    case "S3":
      return [
        findPoint,
        {
          does: "If the bucket itself is gone, let the program make it anew",
          call: "pulumi refresh --stack <stack> && pulumi up --stack <stack>",
        },
        {
          does: "Restore into the same bucket: versions that are there stay, and what is restored is the newest",
          call: "aws backup start-restore-job --recovery-point-arn <recovery-point> --iam-role-arn <restore-role> --metadata DestinationBucketName=<bucket>,NewBucket=false,EncryptionType=original",
        },
        waitForRestore,
        { does: "Compare a sample of objects with what they should be" },
        ...converge,
      ];
  }
}
