import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { adoption } from "../core/adoption";
import type { DataClass } from "../core/data-class";
import type { Region } from "../core/region";

/** What {@link SensitiveData} is made of. */
export interface SensitiveDataArgs {
  /** Region that is searched. */
  readonly region: Region;
  /** Environment of the account's stack: its records are no data of the business. */
  readonly environment: string;
  /** Share of the objects of a bucket that are looked into, in percent; what is looked into is charged by its size. */
  readonly samplePercent: number;
  /**
   * By what AWS knows Macie of the Region, where it is on already.
   *
   * @default - it is switched on
   */
  readonly found: string | undefined;
}

/** Classes of data that nobody but those who need it may see: where they are, is worth to know. */
const searched = ["confidential", "restricted"] as const satisfies readonly DataClass[];

/** Carries one of these tags. */
function tagged(tagValues: readonly { readonly key: string; readonly value: string }[]) {
  return { tagCriterion: { comparator: "EQ", tagValues: [...tagValues] } };
}

/** Macie in a Region: it watches every bucket, and once a week looks into a sample of what is classified. */
export class SensitiveData extends pulumi.ComponentResource {
  public constructor(
    name: string,
    { region, environment, samplePercent, found }: SensitiveDataArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:protection:SensitiveData", name, {}, opts);
    const account = new aws.macie2.Account(
      name,
      { region, status: "ENABLED", findingPublishingFrequency: "FIFTEEN_MINUTES" },
      { parent: this, ...adoption(found, ["findingPublishingFrequency", "status"]) },
    );
    new aws.macie2.ClassificationJob(
      name,
      {
        region,
        name,
        description: "Looks into a sample of buckets that are confidential or restricted",
        jobType: "SCHEDULED",
        jobStatus: "RUNNING",
        scheduleFrequency: { weeklySchedule: "SUNDAY" },
        initialRun: true,
        samplingPercentage: samplePercent,
        s3JobDefinition: {
          bucketCriteria: {
            includes: { ands: [tagged(searched.map((value) => ({ key: "DataClass", value })))] },
            excludes: { ands: [tagged([{ key: "Environment", value: environment }])] },
          },
        },
        tags: { Name: name },
      },
      { parent: this, dependsOn: account },
    );
    this.registerOutputs({});
  }
}
