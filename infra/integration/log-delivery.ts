import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn, servicePrincipal } from "../core/arn";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";
import { named } from "./integration-names";

/** Arguments of {@link LogDelivery}. */
export interface LogDeliveryArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
}

/**
 * Lets AWS's log delivery write into all vended log groups of an environment, by one policy: a Region has ten, and AWS
 * would otherwise write one of its own that grows with every group until it is full.
 */
export class LogDelivery extends pulumi.ComponentResource {
  /** The policy; what delivers depends on it. */
  public readonly policy: pulumi.Resource;

  public constructor(name: string, { scope }: LogDeliveryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:LogDelivery", name, {}, opts);
    const groups = regionalArn(scope, "logs", `log-group:/aws/vendedlogs/${scope.environment}/*`);

    this.policy = new aws.cloudwatch.LogResourcePolicy(
      name,
      {
        policyName: named("log-delivery", scope, name),
        policyDocument: policyDocument([
          {
            sid: "LogDeliveryWrites",
            principals: { Service: [servicePrincipal("delivery.logs", scope.region)] },
            actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
            resources: [`${groups}:log-stream:*`],
            conditions: {
              StringEquals: { "aws:SourceAccount": scope.accountId },
              ArnLike: { "aws:SourceArn": regionalArn(scope, "logs", "*") },
            },
          },
        ]),
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
