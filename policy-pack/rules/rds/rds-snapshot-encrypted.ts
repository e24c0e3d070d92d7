import {
  CLUSTER_SNAPSHOT_COPIES,
  CLUSTER_SNAPSHOTS,
  type Encryption,
  encryptionOf,
  SNAPSHOT_COPIES,
  SNAPSHOTS,
} from "../../aws/database-encryption";
import { isSet } from "../../reading/set";
import { defineControl, type Located, located } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";
import type { StackIndex } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const COPIES = [...SNAPSHOT_COPIES, ...CLUSTER_SNAPSHOT_COPIES];
const TYPES = [...SNAPSHOTS, ...CLUSTER_SNAPSHOTS, ...COPIES];

function judge({ state, hasKey, place }: Encryption, isCopy: boolean): Outcome {
  if (state === "plain") return fail(place, text`the snapshot is not encrypted, as its source is not.`);
  if (isCopy && hasKey === false && state === "encrypted") {
    return fail("kmsKeyId", text`neither the copy nor its source has a key of your own.`);
  }
  const isOpen = state === "open" || (isCopy && hasKey === undefined);
  return isOpen ? undetermined(place) : pass;
}

function judgeAll(stack: StackIndex): readonly Located[] {
  const bySource = stack.ofTypes(TYPES).filter(({ props }) => !isSet(props.at("kmsKeyId")));
  return bySource.map((snapshot) =>
    located(snapshot, judge(encryptionOf(stack, snapshot), COPIES.includes(snapshot.type))),
  );
}

export const control = defineControl({
  id: "RDS-33",
  name: "rds-snapshot-encrypted",
  title: "Snapshots of databases are encrypted, and copies of them with a key of your own",
  why: "A snapshot is the whole database, outside of its network and its users.",
  fix: "Encrypt the database, and set kmsKeyId on the copy of its snapshot.",
  severity: "medium",
  enforcement: "advisory",
  types: TYPES,
  resource: (subject) =>
    isSet(subject.props.at("kmsKeyId"))
      ? customerKey("kmsKeyId")(subject)
      : notApplicable("Judged with its source"),
  stack: judgeAll,
  references: {
    securityHub: ["RDS.4"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_146", "CKV_AWS_266"],
    awsConfig: ["rds-snapshot-encrypted"],
    prowler: ["rds_snapshots_encrypted"],
  },
});
