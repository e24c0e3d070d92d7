import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { Region } from "../core/region";
import { auditControls } from "./audit-controls";
import { managedInFull, optIns } from "./region-optins";

/** Arguments of {@link AccountBackup}. */
export interface AccountBackupArgs {
  /** Regions where something is backed up, or copied to, each once. */
  readonly regions: readonly Region[];
}

/**
 * What AWS Backup has one of for each Region of an account: which services it saves at all, and an audit of all that is saved there,
 * whichever environment it belongs to. The audit asks Config, whose recorder has to be on.
 */
export class AccountBackup extends pulumi.ComponentResource {
  /** What is answered by it. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: AccountBackupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:AccountBackup", name, {}, opts);
    for (const region of args.regions) {
      new aws.backup.RegionSettings(
        `${name}-${region}`,
        {
          region,
          resourceTypeOptInPreference: { ...optIns },
          resourceTypeManagementPreference: { ...managedInFull },
        },
        { parent: this },
      );
      new aws.backup.Framework(
        `${name}-${region}`,
        {
          region,
          // AWS takes letters, digits and underscores.
          name: `${name}_${region}`.replaceAll("-", "_"),
          description: "Backups of everything but what is of low criticality",
          controls: [...auditControls],
          tags: { Name: `${name}-${region}` },
        },
        { parent: this },
      );
    }
    this.declarations = [
      {
        family: "answers",
        practices: ["REL09-BP01"],
        by: name,
        how: "Every service that the platform stores data in is opted in to AWS Backup, in each Region.",
      },
      {
        family: "answers",
        practices: ["REL09-BP03", "SEC08-BP03"],
        by: name,
        how: "An audit looks every day at what is in plans, encrypted, locked, copied and kept long enough, in each Region.",
      },
    ];
    this.registerOutputs({});
  }
}
