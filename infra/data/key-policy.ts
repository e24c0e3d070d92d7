import { arn, regionalArn, roleArn, servicePrincipal } from "../core/arn";
import { platformDomain } from "../core/encryption-key";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { logGroupArn } from "./store-names";

/** What a key's policy depends on. */
export interface KeyUse {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Domain that the key belongs to. */
  readonly domain: string;
  /** Log groups that it encrypts; the platform's key encrypts any of the account's in the Region. */
  readonly logGroupArns: readonly string[];
}

/** A service that uses a key in its own name, on behalf of the account's resources. */
interface ServiceUse {
  /** What for. */
  readonly sid: string;
  /** Service, as its principal names it. */
  readonly service: string;
  /** Namespace and resource part of the ARNs of what it acts for. */
  readonly sources: readonly (readonly [service: string, resource: string])[];
}

const encryptAndDecrypt = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncrypt*",
  "kms:GenerateDataKey*",
  "kms:DescribeKey",
];

/** Events reach queues of any domain; rules put them there. */
const everywhere: readonly ServiceUse[] = [
  { sid: "EventsReachQueues", service: "events", sources: [["events", "rule/*"]] },
];

/** What buses, topics, alarms and deliveries of logs need of the platform's key. */
const onPlatform: readonly ServiceUse[] = [
  {
    sid: "EventsOnBuses",
    service: "events",
    sources: [["events", "event-bus/*"]],
  },
  { sid: "TopicsReachQueues", service: "sns", sources: [["sns", "*"]] },
  { sid: "AlarmsReachTopics", service: "cloudwatch", sources: [["cloudwatch", "alarm:*"]] },
  { sid: "DatabaseEventsReachTopics", service: "events.rds", sources: [["rds", "*"]] },
  { sid: "LogsAreDelivered", service: "delivery.logs", sources: [["logs", "*"]] },
];

/**
 * Policy of a domain's key. The account administers it and gives its principals rights by IAM; services in their own
 * name get them only for resources of this account, and CloudWatch Logs only for named log groups. Databases, tables,
 * caches, buckets and secrets need nothing here: they use the key with the rights of who calls them.
 */
export function keyStatements(use: KeyUse): readonly PolicyStatement[] {
  const { scope, domain } = use;
  const platform = domain === platformDomain;
  const services = platform ? [...everywhere, ...onPlatform] : everywhere;
  return [
    keyAdministration(scope),
    ...logStatements(use, platform),
    ...services.map((service) => serviceStatement(scope, service)),
    describeStatement(scope),
    sensitiveDataStatement(scope),
    ...(platform ? [archiveStatement(scope), ...autoScalingStatements(scope)] : []),
  ];
}

function logStatements({ scope, logGroupArns }: KeyUse, platform: boolean): readonly PolicyStatement[] {
  const groups = platform ? [logGroupArn(scope, "*")] : logGroupArns;
  if (groups.length === 0) return [];
  return [
    {
      sid: "LogsAreEncrypted",
      principals: { Service: [servicePrincipal("logs", scope.region)] },
      actions: encryptAndDecrypt,
      resources: ["*"],
      conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": groups } },
      wildcards: { resources: thisKey },
    },
  ];
}

function serviceStatement(scope: Scope, { sid, service, sources }: ServiceUse): PolicyStatement {
  return {
    sid,
    principals: { Service: [`${service}.amazonaws.com`] },
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    conditions: {
      StringEquals: { "aws:SourceAccount": scope.accountId },
      ArnLike: {
        "aws:SourceArn": sources.map(([namespace, resource]) => regionalArn(scope, namespace, resource)),
      },
    },
    wildcards: { resources: thisKey },
  };
}

/** EventBridge looks at a key before it uses it, and does not always say for whom. It learns nothing but the key's state. */
function describeStatement({ accountId }: Scope): PolicyStatement {
  return {
    sid: "EventsSeeKey",
    principals: { Service: ["events.amazonaws.com"] },
    actions: ["kms:DescribeKey"],
    resources: ["*"],
    conditions: { StringEqualsIfExists: { "aws:SourceAccount": accountId } },
    wildcards: { resources: thisKey },
  };
}

/**
 * Archives name neither account nor source, only the bus whose events they keep.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html
 */
function archiveStatement({ region, accountId }: Scope): PolicyStatement {
  const bus = {
    partition: partitionOf(region),
    service: "events",
    region,
    accountId,
    resource: "event-bus/*",
  };
  return {
    sid: "EventsAreArchived",
    principals: { Service: ["events.amazonaws.com"] },
    actions: ["kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncrypt*"],
    resources: ["*"],
    conditions: { ArnLike: { "kms:EncryptionContext:aws:events:event-bus:arn": arn(bus) } },
    wildcards: { resources: thisKey },
  };
}

/**
 * What a service-linked role needs. The role is named in a condition: AWS makes it with an account's first use of the
 * service, and KMS refuses a policy that names a principal which is not there.
 */
function byServiceRole(scope: Scope, role: string) {
  const principalArn = roleArn(scope, `aws-service-role/${role}`);
  return {
    byRole: {
      principals: { AWS: ["*"] },
      resources: ["*"],
      wildcards: { principals: "the condition admits one role of this account alone", resources: thisKey },
    },
    isRole: { ArnEquals: { "aws:PrincipalArn": principalArn } },
  };
}

/**
 * Macie passes over what it cannot decrypt.
 *
 * Source: https://docs.aws.amazon.com/macie/latest/user/discovery-supported-encryption-types.html
 */
function sensitiveDataStatement(scope: Scope): PolicyStatement {
  const { byRole, isRole } = byServiceRole(scope, "macie.amazonaws.com/AWSServiceRoleForAmazonMacie");
  return { ...byRole, sid: "SensitiveDataIsFound", actions: ["kms:Decrypt"], conditions: isRole };
}

/** Auto Scaling starts instances, and their volumes, by its service-linked role. */
function autoScalingStatements(scope: Scope): readonly PolicyStatement[] {
  const { byRole, isRole } = byServiceRole(scope, "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
  return [
    { ...byRole, sid: "AutoScalingUsesKey", actions: encryptAndDecrypt, conditions: isRole },
    {
      ...byRole,
      sid: "AutoScalingGrantsKey",
      actions: ["kms:CreateGrant"],
      conditions: { ...isRole, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
