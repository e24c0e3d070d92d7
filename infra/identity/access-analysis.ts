import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import type { IdentityArgs } from "./identity-args";

type Analysis = "external" | "unused";

/**
 * Finds who from outside can reach what, in every Region, and which access nobody uses, once: IAM is the same everywhere.
 * What is meant to be is archived with its reason.
 */
export class AccessAnalysis extends pulumi.ComponentResource {
  public constructor(name: string, args: IdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:identity:AccessAnalysis", name, {}, opts);
    for (const region of args.regions) {
      const analyzer = this.analyzer(`${name}-external-${region}`, "external", region, args);
      this.archive(`${name}-external-${region}`, "external", analyzer, { ...args, region });
    }
    const { region } = args.scope;
    const unused = this.analyzer(`${name}-unused`, "unused", region, args);
    this.archive(`${name}-unused`, "unused", unused, { ...args, region });
    this.registerOutputs({});
  }

  private analyzer(
    name: string,
    analysis: Analysis,
    region: IdentityArgs["scope"]["region"],
    { scope, unusedAccessDays }: IdentityArgs,
  ): aws.accessanalyzer.Analyzer {
    const analyzerName = physicalName("access-analyzer", scope, analysis);
    const unused = {
      type: "ACCOUNT_UNUSED_ACCESS",
      configuration: { unusedAccess: { unusedAccessAge: unusedAccessDays } },
    };
    return new aws.accessanalyzer.Analyzer(
      name,
      {
        region,
        analyzerName,
        ...(analysis === "unused" ? unused : { type: "ACCOUNT" }),
        tags: { Name: analyzerName },
      },
      { parent: this },
    );
  }

  private archive(
    name: string,
    analysis: Analysis,
    analyzer: aws.accessanalyzer.Analyzer,
    { archived, region }: Pick<IdentityArgs, "archived"> & { readonly region: string },
  ): void {
    for (const rule of archived.filter((each) => each.analysis === analysis)) {
      new aws.accessanalyzer.ArchiveRule(
        `${name}-${rule.name}`,
        {
          region,
          analyzerName: analyzer.analyzerName,
          ruleName: rule.name,
          filters: [
            { criteria: "resourceType", eqs: [rule.resourceType] },
            { criteria: "resource", contains: [rule.resource] },
          ],
        },
        { parent: this },
      );
    }
  }
}
