import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { adoption } from "../core/adoption";
import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import { auditControls } from "./audit-controls";
import { AuditReports } from "./audit-reports";
import type { ImageSizes } from "./image-problems";
import { ImageReplication } from "./image-replication";
import { managedInFull, optIns } from "./region-optins";
import { reporterArn } from "./report-policies";

/** Arguments of {@link AccountBackup}. */
export interface AccountBackupArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Regions where something is backed up, or copied to, each once. */
  readonly regions: readonly Region[];
  /** Days until a key is deleted once somebody asks for that, 7 to 30. */
  readonly keyDeletionWindowDays: number;
  /** What the account has already, and is taken over as it is: `reports-role` is the role in which AWS writes reports. */
  readonly adopt: readonly "reports-role"[];
  /**
   * Container images that other Regions get.
   *
   * @default - none
   */
  readonly images?: ImageSizes;
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
    const reporter = this.reporter(name, args);
    this.images(name, args);
    const reports = args.regions.map((region) => {
      this.settings(name, region);
      const framework = this.framework(name, region);
      const { scope, keyDeletionWindowDays, criticality, owner } = args;
      return new AuditReports(
        `${name}-reports-${region}`,
        { scope: { ...scope, region }, framework, reporter, keyDeletionWindowDays, criticality, owner },
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

  /**
   * The role in which AWS writes reports. AWS makes it with the first report, and not before: neither a key nor a bucket can
   * name it until then.
   *
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-console.html, 2026-11
   */
  private reporter(name: string, { scope, adopt }: AccountBackupArgs): aws.iam.ServiceLinkedRole {
    const known = adopt.includes("reports-role") ? reporterArn(scope) : undefined;
    return new aws.iam.ServiceLinkedRole(
      `${name}-reports`,
      { awsServiceName: "reports.backup.amazonaws.com" },
      { parent: this, ...adoption(known, ["description", "tags", "tagsAll"]) },
    );
  }

  private images(name: string, { scope, images, keyDeletionWindowDays }: AccountBackupArgs): void {
    if (images === undefined) return;
    new ImageReplication(`${name}-images`, { scope, sizes: images, keyDeletionWindowDays }, { parent: this });
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
