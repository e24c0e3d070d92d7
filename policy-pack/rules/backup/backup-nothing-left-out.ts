import { type ArnOf, arnPart, coverageOf, SELECTIONS } from "../../aws/backup-coverage";
import { BUCKETS } from "../../aws/buckets";
import { CLUSTERS, INSTANCES, replicaOf } from "../../aws/databases";
import { TABLES } from "../../aws/dynamodb-tables";
import { FILE_SYSTEMS } from "../../aws/file-systems";
import { tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** Clusters of documents and of graphs: AWS names them among those of RDS. */
const RELATED_CLUSTERS = tokens("docdb/cluster:Cluster", "neptune/cluster:Cluster");
/** Disks that stand for themselves. */
const VOLUMES = tokens("ebs/volume:Volume");

/** What holds data of its own, and how its ARN goes on behind the account. */
const STATEFUL: readonly (readonly [types: readonly string[], arnOf: ArnOf])[] = [
  [INSTANCES, ({ props }) => ({ service: "rds", path: `db:${arnPart(props.at("identifier"))}` })],
  [
    [...CLUSTERS, ...RELATED_CLUSTERS],
    ({ props }) => ({ service: "rds", path: `cluster:${arnPart(props.at("clusterIdentifier"))}` }),
  ],
  [TABLES, ({ props }) => ({ service: "dynamodb", path: `table/${arnPart(props.at("name"))}` })],
  [BUCKETS, ({ props }) => ({ service: "s3", path: arnPart(props.at("bucket")) })],
  [
    FILE_SYSTEMS,
    ({ outputs }) => ({ service: "elasticfilesystem", path: `file-system/${arnPart(outputs.at("id"))}` }),
  ],
  [VOLUMES, ({ outputs }) => ({ service: "ec2", path: `volume/${arnPart(outputs.at("id"))}` })],
];

/** A stack without a selection says nothing of backups. */
const elsewhere = notApplicable("The stack selects nothing: another one may own the backups");

function judge(stack: StackIndex, resource: StackResource, arnOf: ArnOf): Outcome {
  if (replicaOf(resource.props)) return notApplicable("A replica holds what its source holds");
  const { taken, waitsFor } = coverageOf(stack, resource, arnOf);
  if (taken === "yes") return pass;
  if (taken === "maybe") return undetermined("", waitsFor);
  return fail("", text`the stack backs things up, and no backup selection of it takes this resource.`);
}

function judgeAll(stack: StackIndex): readonly Located[] {
  const selects = stack.ofTypes(SELECTIONS).length > 0;
  return STATEFUL.flatMap(([types, arnOf]) =>
    stack
      .ofTypes(types)
      .map((resource) => located(resource, selects ? judge(stack, resource, arnOf) : elsewhere)),
  );
}

export const control = defineControl({
  id: "BKP-07",
  name: "backup-nothing-left-out",
  title: "A stack that backs things up leaves nothing that holds data out",
  why: "What is new, or has lost its tag, is missed on the day of the restore. What needs no backup is exempted, with a reason, an owner and an end.",
  fix: "Give the resource the tag by which a plan selects, name it in an aws.backup.Selection, or record an exemption.",
  severity: "medium",
  enforcement: "advisory",
  types: STATEFUL.flatMap(([types]) => types),
  stack: judgeAll,
  references: { nist80053: ["CP-9", "CP-10"], wellArchitected: ["REL09-BP01", "REL09-BP03"] },
});
