import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { Region } from "../core/region";
import { managedInFull, optIns } from "./region-optins";

/** Arguments of {@link AccountBackup}. */
export interface AccountBackupArgs {
  /** Regions where something is backed up, or copied to, each once. */
  readonly regions: readonly Region[];
}

/** What AWS Backup has one of for each Region of an account: which services it saves at all, and how. */
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
    }
    this.declarations = [
      {
        family: "answers",
        practices: ["REL09-BP01"],
        by: name,
        how: "Every service that the platform stores data in is opted in to AWS Backup, in each Region.",
      },
    ];
    this.registerOutputs({});
  }
}
