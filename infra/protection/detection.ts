import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import { AutomaticRemediation } from "./automatic-remediation";
import type { DetectionArgs } from "./detection-args";
import { detectionProblems } from "./detection-problems";
import { Records } from "./records";
import { RegionDetection } from "./region-detection";

/** The record of what is done and how things are configured, and what looks for threats in it. An account has exactly one. */
export class Detection extends pulumi.ComponentResource {
  /** What the key says about itself, and what is answered. */
  public readonly declarations: readonly Declaration[];

  /**
   * @throws Error telling everything that is wrong with the arguments, overdue exceptions among it
   */
  public constructor(name: string, args: DetectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:Detection", name, {}, opts);
    const problems = detectionProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`detection "${name}"`, problems));

    const records = new Records(`${name}-records`, args, { parent: this });
    const regions = args.regions.map((region) => {
      const here = new RegionDetection(`${name}-${region}`, { ...args, region, records }, { parent: this });
      return { region, recording: here.recording };
    });
    for (const remediation of args.remediations) {
      new AutomaticRemediation(
        `${name}-${remediation}`,
        { scope: args.scope, remediation, regions },
        { parent: this },
      );
    }
    const { criticality, owner } = args;
    this.declarations = [
      {
        family: "monitored",
        kind: "key",
        name: `${name}-records`,
        criticality,
        owner,
        dimensions: { KeyId: records.keyId },
      },
      {
        family: "answers",
        practices: ["SEC04-BP01", "SEC04-BP02"],
        by: name,
        how: "What is done in any Region is recorded, validated, encrypted and locked; how things are configured, too.",
      },
      ...(args.macie ? [answerOfMacie(name)] : []),
      {
        family: "answers",
        practices: ["SEC01-BP03", "SEC01-BP07", "SEC06-BP01"],
        by: name,
        how: "Each Region is checked against two standards; a control that is off has a reason, an owner and an end.",
      },
    ];
    this.registerOutputs({});
  }
}

function answerOfMacie(by: string): Declaration {
  return {
    family: "answers",
    practices: ["SEC07-BP01", "SEC07-BP03"],
    by,
    how: "Macie watches every bucket, and looks weekly into a sample of those that are confidential or restricted.",
  };
}
