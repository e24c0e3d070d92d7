import { AwsError } from "../aws-error";
import { digest } from "../identity";
import {
  type Created,
  type InputRule,
  regionalArn,
  type ResourceTypes,
  textOf,
  textRule,
  unique,
} from "./definition";

/** A key lies in the Region that it is used in; RDS reports another one's as not accessible. */
function keyIsHere({ inputs, settings }: Created): boolean {
  const [, , , region] = textOf(inputs.kmsKeyId).split(":");
  return region === undefined || region === settings.region;
}

const replicationArn = regionalArn(
  "rds",
  ({ urn, generation }) => `auto-backup:ab-${digest(`${urn}#${generation}`, 39)}`,
);

const retention: InputRule = {
  property: "retentionPeriod",
  code: "InvalidParameterValue",
  requires: "must be 1 to 35",
  holds: (value) => typeof value === "number" && value >= 1 && value <= 35,
};

/** What is kept ready for the loss of a zone or a Region. */
export const RECOVERY_TYPES: ResourceTypes = {
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": {
    id: (creation) => replicationArn({ ...creation, id: "" }),
    defaults: { retentionPeriod: 7 },
    forceNew: ["kmsKeyId", "preSignedUrl", "retentionPeriod", "sourceDbInstanceArn"],
    references: {
      kmsKeyId: { types: ["aws:kms/key:Key"], missing: "KMSKeyNotAccessibleFault", except: /:alias\// },
      sourceDbInstanceArn: { types: ["aws:rds/instance:Instance"], missing: "DBInstanceNotFound" },
    },
    rules: [
      retention,
      textRule({
        property: "sourceDbInstanceArn",
        code: "InvalidParameterValue",
        pattern: /^arn:[^:]+:rds:[^:]+:\d{12}:db:.+$/,
        requires: "must be the ARN of a database instance",
      }),
    ],
    refuse: (created) => {
      if (!keyIsHere(created)) {
        throw new AwsError(
          "KMSKeyNotAccessibleFault",
          `${textOf(created.inputs.kmsKeyId)} is no key of ${created.settings.region}`,
        );
      }
      unique(["sourceDbInstanceArn"], "InvalidDBInstanceState")(created);
    },
  },
};
