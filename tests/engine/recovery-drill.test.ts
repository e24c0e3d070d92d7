import * as assert from "node:assert/strict";
import { join } from "node:path";

import type { Deployment } from "@pulumi/pulumi/automation";

import {
  type RestoredKind,
  restoredKinds,
  type RestoreStep,
  restoreSteps,
} from "../../infra/backup/settings";
import { FileStore } from "../../simulator/file-store";
import type { WorldResource } from "../../simulator/world";
import { type Call, callsOf, needed } from "./drill/call";
import { tokens } from "./drill/restored";
import { SimulatedRecovery } from "./drill/simulated-recovery";
import { changed } from "./engine-view";
import { openSandbox, requirePulumiCli, sandboxOfSuite, temporaryFolder } from "./pulumi-cli";

const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";

/** What is lost, and what goes down with it. */
const losses: Readonly<Record<RestoredKind, { type: string; name: string; along: readonly string[] }>> = {
  Aurora: {
    type: tokens.cluster,
    name: "sales",
    along: ["aws:rds/clusterInstance:ClusterInstance", ROTATION],
  },
  RDS: { type: tokens.instance, name: "workshop", along: [ROTATION] },
  DynamoDB: { type: tokens.table, name: "stock", along: [] },
  S3: {
    type: tokens.bucket,
    name: "documents",
    along: [
      "aws:s3/bucketPolicy:BucketPolicy",
      "aws:s3/bucketVersioning:BucketVersioning",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    ],
  },
};

/** A thing that is lost, as whoever brings it back sees it. */
interface Drill {
  /** AWS, which has a recovery point of it. */
  readonly aws: SimulatedRecovery;
  /** What stands for each word of the runbook. */
  readonly words: Map<string, string>;
}

describe("a recovery drill under the real engine", function () {
  this.timeout(240_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  const sandbox = sandboxOfSuite(() =>
    openSandbox(folder, { projectDir: join(__dirname, "programs", "recovery"), stack: "dev" }),
  );
  const world = (): FileStore => new FileStore(sandbox().folder.world);
  const find = (kind: RestoredKind): WorldResource | undefined =>
    world().view(({ resources }) =>
      resources.find(({ type, urn }) => type === losses[kind].type && urn.endsWith(`-${losses[kind].name}`)),
    );
  const text = (value: unknown): string => (typeof value === "string" ? value : "");

  before(async () => {
    assert.deepEqual((await sandbox().up()).errors, []);
  });

  /** What a person fills in: what the stack's state says of the thing, before it was lost. */
  const wordsOf = ({ id, attributes }: WorldResource): Map<string, string> => {
    const groups = attributes.vpcSecurityGroupIds as readonly string[] | undefined;
    const encryption = attributes.serverSideEncryption as { kmsKeyArn?: string } | undefined;
    return new Map(
      Object.entries({
        arn: text(attributes.arn),
        identifier: text(attributes.identifier ?? attributes.clusterIdentifier),
        group: text(attributes.dbSubnetGroupName),
        "security-group": groups?.[0] ?? "",
        "key-arn": text(attributes.kmsKeyId ?? encryption?.kmsKeyArn),
        "restore-role": "arn:aws:iam::111122223333:role/dev-backup-restore-role-eu-west-1",
        "old-id": id,
        stack: "dev",
        table: id,
        bucket: id,
      }),
    );
  };

  /** Loses a thing, with all that cannot be without it. */
  function lose({ id, attributes }: WorldResource, { type, along }: (typeof losses)[RestoredKind]): void {
    const [secret] = (attributes.masterUserSecrets ?? []) as readonly { secretArn: string }[];
    const owners = [text(attributes.clusterIdentifier ?? attributes.bucket) || id, secret?.secretArn];
    const belongs = ({ clusterIdentifier, bucket, secretId }: WorldResource["attributes"]): boolean =>
      [clusterIdentifier, bucket, secretId].some((of) => of !== undefined && owners.includes(text(of)));
    world().update((everything) => {
      everything.resources = everything.resources.filter(
        (other) =>
          !(other.type === type && other.id === id) &&
          !(along.includes(other.type) && belongs(other.attributes)),
      );
    });
  }

  async function assertNothingLeft(): Promise<void> {
    const left = await sandbox().preview();
    assert.deepEqual([left.errors, changed(left)], [[], []]);
  }

  /** State that was written into a file, and what `sed` made of it. */
  let file: Deployment | undefined;

  async function make(call: Call, { aws, words }: Drill): Promise<void> {
    switch (call.operation) {
      case "pulumi refresh":
        assert.deepEqual((await sandbox().refresh()).errors, []);
        return;
      case "pulumi up": {
        const up = await sandbox().up();
        assert.deepEqual(up.errors, []);
        assert.deepEqual(
          changed(up).filter((change) => /replace|delete/.test(change)),
          [],
        );
        return;
      }
      case "pulumi preview": {
        assert.ok(call.options.has("expect-no-changes"));
        await assertNothingLeft();
        return;
      }
      case "pulumi stack export":
        file = await sandbox().exportState();
        return;
      case "sed": {
        const [, from = "", to = ""] = needed(call, "i").split("/");
        const edited = JSON.stringify(file).replaceAll(from, to);
        assert.notEqual(edited, JSON.stringify(file));
        file = JSON.parse(edited) as Deployment;
        return;
      }
      case "pulumi stack import":
        assert.ok(file);
        await sandbox().importState(file);
        return;
      default:
        for (const [word, value] of Object.entries(aws.call(call))) words.set(word, value);
    }
  }

  /** Loses a thing, of which a recovery point is left. */
  function begin(kind: RestoredKind): Drill {
    const saved = find(kind);
    assert.ok(saved, kind);
    lose(saved, losses[kind]);
    assert.equal(find(kind), undefined);
    const aws = new SimulatedRecovery(world, new Map([[text(saved.attributes.arn), saved]]));
    return { aws, words: wordsOf(saved) };
  }

  /** Makes the calls of a runbook, one after the other; `edit` changes it on the way. */
  async function follow(
    steps: readonly RestoreStep[],
    drill: Drill,
    edit = (line: string): string => line,
  ): Promise<void> {
    for (const { call } of steps)
      for (const each of call === undefined ? [] : callsOf(edit(call), drill.words)) await make(each, drill);
  }

  for (const kind of restoredKinds) {
    it(`brings ${kind} back by the runbook's steps, until nothing is left to do`, async () => {
      // The runbook's own words for a table that is lost altogether.
      await follow(restoreSteps(kind), begin(kind), (line) => line.replace("<table>-restored", "<table>"));
      await assertNothingLeft();
      const back = find(kind);
      assert.ok(back);
      if (back.attributes.masterUserSecrets !== undefined)
        assert.notDeepEqual(back.attributes.masterUserSecrets, [], "a password that nobody manages");
    });
  }

  it("gets no further than the program's rotation of an owner's password where nobody let RDS manage it again", async () => {
    const steps = restoreSteps("RDS");
    const forgotten = steps.findIndex(({ call = "" }) => call.includes("--manage-master-user-password"));
    const drill = begin("RDS");
    const without = steps.filter((_, position) => position !== forgotten);
    await assert.rejects(follow(without, drill), /data-databases-workshop-owner/);
    await follow(steps.slice(forgotten, forgotten + 1), drill);
    await follow(steps.slice(-4), drill);
  });

  it("ends before anything is changed where a database came back into other subnets", async () => {
    const drill = begin("Aurora");
    const elsewhere = (line: string): string => line.replace("=<group>", "=default");
    await assert.rejects(follow(restoreSteps("Aurora"), drill, elsewhere), /unable to replace[^]*protect/);
  });
});
