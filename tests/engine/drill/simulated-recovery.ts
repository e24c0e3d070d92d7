import type { FileStore } from "../../../simulator/file-store";
import type { WireObject } from "../../../simulator/wire";
import type { WorldResource } from "../../../simulator/world";
import { type Call, needed, pairsOf } from "./call";
import { restored, tokens } from "./restored";

/** Option of `start-restore-job` that names what is made, by the type that comes back. */
const nameOf: Readonly<Record<string, string>> = {
  [tokens.cluster]: "DBClusterIdentifier",
  [tokens.instance]: "DBInstanceIdentifier",
  [tokens.table]: "targetTableName",
  [tokens.bucket]: "DestinationBucketName",
};

/**
 * A simulation of what AWS does with a runbook's calls: AWS Backup restores, RDS manages passwords again, all by what the call
 * says. What it does not know it refuses.
 */
export class SimulatedRecovery {
  private readonly jobs = new Map<string, string>();

  /**
   * @param world where things are lost and come back
   * @param saved what was backed up, as it was then, by its ARN
   */
  public constructor(
    private readonly world: () => FileStore,
    private readonly saved: ReadonlyMap<string, WorldResource>,
  ) {}

  /** Makes a call. What it answers is known to the calls after it, by the word that stands for it in them. */
  public call(call: Call): Readonly<Record<string, string>> {
    switch (call.operation) {
      case "backup list-recovery-points-by-resource":
        return { "recovery-point": this.pointOf(needed(call, "resource-arn")) };
      case "backup start-restore-job":
        return { id: this.restore(call) };
      case "backup describe-restore-job":
        if (!this.jobs.has(needed(call, "restore-job-id"))) throw new Error("no such restore job");
        return {};
      case "rds describe-db-instances":
        return { "new-id": this.instanceId(needed(call, "db-instance-identifier")) };
      case "rds modify-db-cluster":
        return this.modify(tokens.cluster, needed(call, "db-cluster-identifier"), call);
      case "rds modify-db-instance":
        return this.modify(tokens.instance, needed(call, "db-instance-identifier"), call);
      case "secretsmanager rotate-secret":
        this.rotate(needed(call, "secret-id"));
        return {};
      default:
        throw new Error(`${call.operation} is not simulated`);
    }
  }

  private pointOf(arn: string): string {
    if (!this.saved.has(arn)) throw new Error(`nothing is saved of ${arn}`);
    return `recovery-point:${arn}`;
  }

  private restore(call: Call): string {
    const saved = this.saved.get(needed(call, "recovery-point-arn").replace(/^recovery-point:/, ""));
    if (saved === undefined) throw new Error("no such recovery point");
    needed(call, "iam-role-arn");
    const metadata = pairsOf(needed(call, "metadata"));
    const name = metadata.get(nameOf[saved.type] ?? "") ?? "";
    if (name === "") throw new Error(`a restore of ${saved.type} needs a name`);
    const back = restored(saved, name, metadata);
    this.world().update((all) => {
      const existing = all.resources.find(({ type, id }) => type === saved.type && id === back.id);
      if (saved.type === tokens.bucket) {
        // Objects come back into a bucket that is there.
        if (existing === undefined) throw new Error(`bucket ${name} does not exist`);
        return;
      }
      if (existing !== undefined) throw new Error(`${name} exists already`);
      all.resources.push(back);
    });
    const job = `job-${this.jobs.size}`;
    this.jobs.set(job, name);
    return job;
  }

  private modify(type: string, name: string, { options }: Call): Readonly<Record<string, string>> {
    const renamed = options.get("new-db-cluster-identifier") ?? options.get("new-db-instance-identifier");
    if (renamed !== undefined) {
      // Nothing is renamed where it is lost altogether.
      if (this.find(type, name) !== undefined) throw new Error("a rename is not simulated: lose it instead");
      return {};
    }
    if (!options.has("manage-master-user-password")) throw new Error("a modification without a purpose");
    const kmsKeyId = options.get("master-user-secret-kms-key-id") ?? "";
    const secretArn = `arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!${name}-anew00`;
    this.change(type, name, {
      masterUserSecrets: [{ kmsKeyId, secretArn, secretStatus: "active" }],
    });
    return { secret: secretArn };
  }

  private instanceId(name: string): string {
    const found = this.find(tokens.instance, name);
    if (found === undefined) throw new Error(`${name} does not exist`);
    return found.id;
  }

  private rotate(secretArn: string): void {
    const managed = this.world().view(({ resources }) =>
      resources.some(({ attributes }) =>
        JSON.stringify(attributes.masterUserSecrets ?? []).includes(secretArn),
      ),
    );
    if (!managed) throw new Error(`${secretArn} is no secret of a database`);
  }

  private find(type: string, name: string): WorldResource | undefined {
    return this.world().view(({ resources }) =>
      resources.find((resource) => resource.type === type && isCalled(resource, name)),
    );
  }

  private change(type: string, name: string, changes: WireObject): void {
    this.world().update((all) => {
      const index = all.resources.findIndex((resource) => resource.type === type && isCalled(resource, name));
      const found = all.resources[index];
      if (found === undefined) throw new Error(`${name} does not exist`);
      all.resources[index] = { ...found, attributes: { ...found.attributes, ...changes } };
    });
  }
}

function isCalled({ id, attributes }: WorldResource, name: string): boolean {
  return id === name || attributes.identifier === name || attributes.clusterIdentifier === name;
}
