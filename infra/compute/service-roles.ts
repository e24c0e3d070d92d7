import type * as pulumi from "@pulumi/pulumi";

import { regionalArn, servicePrincipal } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import { isRegion } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceTrust, serviceTrustIfTold } from "../core/service-trust";
import { withoutResource } from "./actions-without-resource";
import { parseImage } from "./image";

type Statement = PolicyStatement<pulumi.Input<string>>;

/** A log group, as rights to it name it. */
export interface LogDestination {
  /** Name of the group. */
  readonly name: string;
  /** Its ARN, known before it exists. */
  readonly knownArn: string;
}

/** Who may take a task's roles: ECS, for tasks of this account in this Region. */
export function taskTrust(scope: Scope): readonly PolicyStatement[] {
  const { region, accountId } = scope;
  return serviceTrust("TasksOfThisAccount", servicePrincipal("ecs-tasks", region), accountId, {
    ArnLike: regionalArn(scope, "ecs", "*"),
  });
}

/** Who may take a role by which ECS works for services: itself, for those of this account. */
export function serviceOwnTrust(scope: Scope): readonly PolicyStatement[] {
  const { region, accountId } = scope;
  const services = regionalArn(scope, "ecs", "*");
  return serviceTrustIfTold("ServicesOfThisAccount", servicePrincipal("ecs", region), accountId, services);
}

/**
 * What ECS needs in order to start a task: its own image, and its own log. It reads no secret: workloads read theirs by
 * ARN with their own role, so that a secret is in no task's definition.
 */
export function executionStatements(image: string, log: LogDestination): readonly PolicyStatement[] {
  return [...pullStatements(image), writeLog("WriteOwnLog", log)];
}

/** Lets a principal write into streams of one log group. */
export function writeLog(sid: string, { knownArn }: LogDestination): PolicyStatement {
  return {
    sid,
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [`${knownArn}:log-stream:*`],
  };
}

function pullStatements(image: string): readonly PolicyStatement[] {
  const { repository, ecr } = parseImage(image) ?? {};
  if (repository === undefined || ecr === undefined || !isRegion(ecr.region)) return [];
  return [
    {
      sid: "SignInToRegistry",
      actions: ["ecr:GetAuthorizationToken"],
      resources: ["*"],
      wildcards: { resources: withoutResource },
    },
    {
      sid: "PullOwnImage",
      actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      resources: [
        regionalArn({ region: ecr.region, accountId: ecr.accountId }, "ecr", `repository/${repository}`),
      ],
    },
  ];
}

/** Where shells in containers are recorded. */
export interface ShellRecord {
  /** Log group of what was typed and answered. */
  readonly log: LogDestination;
  /** Key that encrypts a session between the person and the container. */
  readonly keyArn: pulumi.Input<string>;
}

const sessionActions = [
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

/**
 * Whether people may open a shell in a container. Where they may not, the role says so itself, whatever an operator
 * switches on by hand.
 */
export function shellStatements(allowed: boolean, { log, keyArn }: ShellRecord): readonly Statement[] {
  if (!allowed) {
    return [{ sid: "NoShell", effect: "Deny", actions: sessionActions, resources: ["*"] }];
  }
  return [
    {
      sid: "OpenShell",
      actions: sessionActions,
      resources: ["*"],
      wildcards: { resources: withoutResource },
    },
    { sid: "EncryptShell", actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [keyArn] },
    writeLog("RecordShell", log),
    { sid: "FindShellRecord", actions: ["logs:DescribeLogStreams"], resources: [log.knownArn] },
    {
      sid: "FindShellLog",
      actions: ["logs:DescribeLogGroups"],
      resources: [log.knownArn.replace(/:log-group:.*$/, ":log-group:*")],
    },
  ];
}
