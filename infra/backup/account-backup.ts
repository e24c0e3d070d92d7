import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import { auditControls } from "./audit-controls";
import { AuditReports } from "./audit-reports";
import { managedInFull, optIns } from "./region-optins";

/** Arguments of {@link AccountBackup}. */
export interface AccountBackupArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Regions where something is backed up, or copied to, each once. */
  readonly regions: readonly Region[];
  /** Days until a key is deleted once somebody asks for that, 7 to 30. */
  readonly keyDeletionWindowDays: number;
  /** How much the business depends on what is audited. */
  readonly criticality: Criticality;
  /** Who is called when a key fails. */
  readonly owner: string;
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
    const reports = args.regions.map((region) => {
      this.settings(name, region);
      const framework = this.framework(name, region);
      const { scope, keyDeletionWindowDays, criticality, owner } = args;
      return new AuditReports(
        `${name}-reports-${region}`,
        { scope: { ...scope, region }, framework, keyDeletionWindowDays, criticality, owner },
        { parent: this },
      );
    });
    this.declarations = [
      ...reports.flatMap(({ declarations }) => declarations),
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
        how: "An audit looks every day at what is in plans, encrypted, locked, copied and kept long enough, in each Region, and reports it.",
      },
    ];
    this.registerOutputs({});
  }

  private settings(name: string, region: Region): void {
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

  private framework(name: string, region: Region): aws.backup.Framework {
    return new aws.backup.Framework(
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
}
