import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";

/** What {@link agentAssociation} is made from. */
export interface AgentAssociation {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name of the fleet. */
  readonly fleet: string;
  /** Parameter that holds the agent's configuration. */
  readonly parameter: aws.ssm.Parameter;
  /** Auto Scaling group of the instances. */
  readonly group: aws.autoscaling.Group;
}

/**
 * Brings the CloudWatch agent's configuration to instances that run already: by themselves they read it when they start, and
 * never again.
 */
export function agentAssociation(
  name: string,
  { scope, fleet, parameter, group }: AgentAssociation,
  parent: pulumi.Resource,
): aws.ssm.Association {
  const associationName = physicalName("ssm-association", scope, `agent-${fleet}`);
  return new aws.ssm.Association(
    `${name}-agent`,
    {
      name: "AmazonCloudWatch-ManageAgent",
      associationName,
      parameters: {
        action: "configure",
        mode: "ec2",
        optionalConfigurationSource: "ssm",
        optionalConfigurationLocation: parameter.name,
        optionalRestart: "yes",
      },
      targets: [{ key: "tag:aws:autoscaling:groupName", values: [group.name] }],
      scheduleExpression: "rate(1 day)",
      complianceSeverity: "MEDIUM",
      maxConcurrency: "10%",
      maxErrors: "10%",
      tags: { Name: associationName },
    },
    { parent },
  );
}
