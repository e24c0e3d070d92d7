import * as assert from "node:assert/strict";

import { deadLetterStatements, topicsPutAsideEncrypted } from "../../../infra/core/dead-letter-queue";
import { isAllowed } from "../../support/policy-evaluation";

const scope = { environment: "dev", accountId: "111122223333", region: "eu-west-1" } as const;
const queueArn = "arn:aws:sqs:eu-west-1:111122223333:dev-undelivered";

const sends = (service: string, source: string, secure = "true"): boolean =>
  isAllowed(deadLetterStatements(scope, queueArn), {
    ...{ service, action: "sqs:SendMessage", resource: queueArn },
    context: { "aws:SecureTransport": secure, "aws:SourceArn": source },
  });

describe("a queue for dead letters", () => {
  const topic = "arn:aws:sns:eu-west-1:111122223333:dev-page";
  const rule = "arn:aws:events:eu-west-1:111122223333:rule/dev-alert";

  it("takes what topics and rules of its environment could not deliver", () => {
    assert.equal(sends("sns.amazonaws.com", topic), true);
    assert.equal(sends("events.amazonaws.com", rule), true);
  });

  it("takes nothing of another account, another environment or another service, and nothing without TLS", () => {
    assert.equal(sends("sns.amazonaws.com", topic.replace("111122223333", "999988887777")), false);
    assert.equal(sends("events.amazonaws.com", rule.replace("dev-alert", "prod-x")), false);
    assert.equal(sends("lambda.amazonaws.com", topic), false);
    assert.equal(sends("sns.amazonaws.com", topic, "false"), false);
  });

  it("has a key that topics of its own account use alone", () => {
    const uses = (account: string): boolean =>
      isAllowed([topicsPutAsideEncrypted(scope)], {
        ...{ service: "sns.amazonaws.com", action: "kms:GenerateDataKey", resource: "key" },
        context: { "aws:SourceAccount": account },
      });
    assert.deepEqual([uses("111122223333"), uses("999988887777")], [true, false]);
  });
});
