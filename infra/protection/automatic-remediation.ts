import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { partitionOf, type Region } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceTrust } from "../core/service-trust";
import type { Remediation } from "./detection-args";
import { type RemediationFacts, remediationFacts } from "./remediation-table";

/** What {@link AutomaticRemediation} is made of. */
export interface AutomaticRemediationArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** What is put right. */
  readonly remediation: Remediation;
  /** Regions in which it is, with what records there. */
  readonly regions: readonly { readonly region: Region; readonly recording: pulumi.Resource }[];
}

/** Finds something that must not be, in each Region, and puts it right without a person, with a role that can do that alone. */
export class AutomaticRemediation extends pulumi.ComponentResource {
  public constructor(name: string, args: AutomaticRemediationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:AutomaticRemediation", name, {}, opts);
    const facts = remediationFacts[args.remediation];
    const role = this.role(name, args, facts);
    for (const { region, recording } of args.regions) {
      const rule = this.rule(`${name}-${region}`, { ...args, region, recording }, facts);
      this.remedy(`${name}-${region}`, region, { facts, role, rule });
    }
    this.registerOutputs({});
  }

  private role(
    name: string,
    { scope, remediation }: AutomaticRemediationArgs,
    { rights }: RemediationFacts,
  ): aws.iam.Role {
    const { accountId } = scope;
    const roleName = physicalName("iam-role", scope, `remedy-${remediation}`);
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        description: `Lets AWS Config put right what it finds: ${remediation}`,
        assumeRolePolicy: policyDocument(
          serviceTrust("RunbooksOfThisAccount", "ssm.amazonaws.com", accountId),
        ),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    const policy = policyDocument(rights({ partition: partitionOf(scope.region), accountId }));
    new aws.iam.RolePolicy(name, { role: role.name, policy }, { parent: this });
    return role;
  }

  private rule(
    name: string,
    at: AutomaticRemediationArgs & { readonly region: Region; readonly recording: pulumi.Resource },
    { rule, description, resourceType }: RemediationFacts,
  ): aws.cfg.Rule {
    const ruleName = physicalName("config-rule", at.scope, at.remediation);
    return new aws.cfg.Rule(
      name,
      {
        region: at.region,
        name: ruleName,
        description,
        source: { owner: "AWS", sourceIdentifier: rule },
        scope: { complianceResourceTypes: [resourceType] },
        tags: { Name: ruleName },
      },
      { parent: this, dependsOn: at.recording },
    );
  }

  /** A few tries: what does not work then is for a person, who hears of the finding in any case. */
  private remedy(
    name: string,
    region: Region,
    {
      facts,
      role,
      rule,
    }: { readonly facts: RemediationFacts; readonly role: aws.iam.Role; readonly rule: aws.cfg.Rule },
  ): void {
    new aws.cfg.RemediationConfiguration(
      name,
      {
        region,
        configRuleName: rule.name,
        resourceType: facts.resourceType,
        targetType: "SSM_DOCUMENT",
        targetId: facts.document,
        automatic: true,
        maximumAutomaticAttempts: 3,
        retryAttemptSeconds: 300,
        parameters: [
          { name: "AutomationAssumeRole", staticValue: role.arn },
          { name: facts.target, resourceValue: "RESOURCE_ID" },
        ],
        executionControls: { ssmControls: { concurrentExecutionRatePercentage: 10, errorPercentage: 20 } },
      },
      { parent: this },
    );
  }
}
