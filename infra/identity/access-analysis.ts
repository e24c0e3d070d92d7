import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { adoption, inRegion } from "../core/adoption";
import { physicalName } from "../core/names";
import type { Analysis, IdentityArgs } from "./identity-args";

/** Identity, and the Region that is looked at. */
interface RegionArgs extends IdentityArgs {
  /** Region that is looked at. */
  readonly region: IdentityArgs["scope"]["region"];
}

/** How AWS calls an analysis, and what it is told. */
const lookingFor: Readonly<
  Record<Analysis, (args: RegionArgs) => Pick<aws.accessanalyzer.AnalyzerArgs, "type" | "configuration">>
> = {
  external: () => ({ type: "ACCOUNT" }),
  internal: ({ internalAccess, region }) => ({
    type: "ACCOUNT_INTERNAL_ACCESS",
    configuration: {
      internalAccess: {
        analysisRule: { inclusions: [{ resourceArns: [...(internalAccess[region] ?? [])] }] },
      },
    },
  }),
  unused: ({ unusedAccessDays }) => ({
    type: "ACCOUNT_UNUSED_ACCESS",
    configuration: { unusedAccess: { unusedAccessAge: unusedAccessDays } },
  }),
};

/**
 * Finds who from outside can reach what, in every Region, who of the account can reach what is named, and which access nobody
 * uses, once: IAM is the same everywhere. What is meant to be is archived with its reason.
 */
export class AccessAnalysis extends pulumi.ComponentResource {
  public constructor(name: string, args: IdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:identity:AccessAnalysis", name, {}, opts);
    for (const region of args.regions) {
      this.analyse(`${name}-external-${region}`, "external", { ...args, region });
      if ((args.internalAccess[region] ?? []).length > 0)
        this.analyse(`${name}-internal-${region}`, "internal", { ...args, region });
    }
    this.analyse(`${name}-unused`, "unused", { ...args, region: args.scope.region });
    this.registerOutputs({});
  }

  private analyse(name: string, analysis: Analysis, args: RegionArgs): void {
    const { region } = args;
    const found = args.adoptAnalyzers[region]?.[analysis];
    const analyzerName = found ?? physicalName("access-analyzer", args.scope, analysis);
    const analyzer = new aws.accessanalyzer.Analyzer(
      name,
      { region, analyzerName, ...lookingFor[analysis](args), tags: { Name: analyzerName } },
      { parent: this, ...adoption(inRegion(found, region), ["configuration", "tags", "tagsAll"]) },
    );
    this.archive(name, analysis, analyzer, args);
  }

  private archive(
    name: string,
    analysis: Analysis,
    analyzer: aws.accessanalyzer.Analyzer,
    { archived, region }: RegionArgs,
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
