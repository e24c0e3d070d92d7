import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn, servicePrincipal } from "../core/arn";
import { computed, withKnownParts } from "../core/known-parts";
import { runbookDocumentName, runbookRoleName } from "../core/runbook-names";
import type { Scope } from "../core/scope";
import { serviceRole } from "../core/service-role";
import { serviceTrust } from "../core/service-trust";
import { automationDocument, type DocumentFacts } from "./document";
import { runbookStatements } from "./role-statements";
import type { Runbook } from "./runbook";

/** Arguments of {@link RunbookDocument}. */
export interface RunbookDocumentArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What to do. */
  readonly runbook: Runbook;
  /** What the document is made of beside the runbook. */
  readonly facts: Omit<DocumentFacts, "roleArn">;
}

/** A runbook as an Automation document, and the role in which it acts: whoever runs it needs none of its rights. */
export class RunbookDocument extends pulumi.ComponentResource {
  /** Name of the document. */
  public readonly documentName: string;
  /** ARN of the document as a definition of automations. */
  public readonly definitionArn: string;
  /** ARN of the role in which it acts. */
  public readonly roleArn: pulumi.Output<string>;

  public constructor(name: string, args: RunbookDocumentArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:operations:RunbookDocument", name, {}, opts);
    const { scope, runbook, facts } = args;
    this.documentName = runbookDocumentName(scope, runbook.id);
    this.definitionArn = regionalArn(scope, "ssm", `automation-definition/${this.documentName}`);
    this.roleArn = this.role(name, args);
    const content = (roleArn: string) => automationDocument(runbook, { ...facts, roleArn });
    new aws.ssm.Document(
      name,
      {
        name: this.documentName,
        documentType: "Automation",
        documentFormat: "JSON",
        content: withKnownParts(
          this.roleArn.apply((roleArn) => JSON.stringify(content(roleArn))),
          content(computed),
        ),
        tags: { Name: this.documentName },
      },
      { parent: this },
    );
    this.registerOutputs({ definitionArn: this.definitionArn, roleArn: this.roleArn });
  }

  /** The role, once it has its rights. */
  private role(name: string, { scope, runbook }: RunbookDocumentArgs): pulumi.Output<string> {
    const { region, accountId } = scope;
    return serviceRole(
      name,
      {
        roleName: runbookRoleName(scope, runbook.id),
        description: `${runbook.title}: rights of its steps, and no others`,
        trust: serviceTrust("AutomationActs", servicePrincipal("ssm", region), accountId, {
          ArnLike: regionalArn(scope, "ssm", "automation-execution/*"),
        }),
        rights: runbookStatements(runbook, scope),
        rightsName: "steps",
      },
      this,
    );
  }
}
