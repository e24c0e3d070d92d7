import { regionalArn, servicePrincipal } from "../core/arn";
import { topicsPutAsideEncrypted } from "../core/dead-letter-queue";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { publishersEncrypt, topicPublishers } from "../core/topic-publishers";

/** Statements of the key that encrypts the topics: the account administers it, and each publisher may use it. */
export function topicKeyStatements(scope: Scope): readonly PolicyStatement[] {
  return [
    keyAdministration(scope),
    ...publishersEncrypt(scope, topicPublishers),
    topicsPutAsideEncrypted(scope),
    ...anomalyStatements(scope),
  ];
}

/**
 * CloudWatch Logs encrypts what it finds unusual, and says by the context of the encryption for which detector.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/LogsAnomalyDetection-KMS.html, 2026-11
 */
function anomalyStatements(scope: Scope): readonly PolicyStatement[] {
  const detectors = regionalArn(scope, "logs", "anomaly-detector:*");
  return ["aws:logs:arn", "aws-crypto-ec:aws:logs:arn"].map((context, position) => ({
    sid: `AnomaliesEncrypted${position}`,
    principals: { Service: [servicePrincipal("logs", scope.region)] },
    actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    conditions: { ArnLike: { [`kms:EncryptionContext:${context}`]: detectors } },
    wildcards: { resources: thisKey },
  }));
}
