import * as assert from "node:assert/strict";

import { statementMistakes } from "../../../infra/core/policy-statement";
import {
  publishers,
  topicKeyStatements,
  topicStatements,
  undeliveredStatements,
} from "../../../infra/monitoring/notification-policy";
import { isAllowed, type Request } from "./policy-evaluation";
import { scope } from "./things";

const topicArn = "arn:aws:sns:eu-west-1:111122223333:dev-page";
const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1";

/**
 * What each publisher really says of itself, as AWS documents it. EventBridge says nothing to an encrypted topic's key
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).
 */
const says: Readonly<Record<string, Request["context"]>> = {
  "cloudwatch.amazonaws.com": {
    "aws:SourceAccount": "111122223333",
    "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:dev-service-orders-cpu",
  },
  "events.amazonaws.com": {},
  "backup.amazonaws.com": { "aws:SourceAccount": "111122223333" },
  "budgets.amazonaws.com": {
    "aws:SourceAccount": "111122223333",
    "aws:SourceArn": "arn:aws:budgets::111122223333:budget/dev",
  },
  "costalerts.amazonaws.com": { "aws:SourceAccount": "111122223333" },
  "events.rds.amazonaws.com": {
    "aws:SourceAccount": "111122223333",
    "aws:SourceArn": "arn:aws:rds:eu-west-1:111122223333:es:dev-databases",
  },
};

const elsewhere = (context: Request["context"]): Request["context"] =>
  Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, value.replace("111122223333", "999988887777")]),
  );

const tls = { "aws:SecureTransport": "true" };

describe("the way of notifications", () => {
  it("has a publisher for each service that tells something", () => {
    assert.deepEqual(
      publishers.map(({ service }) => `${service}.amazonaws.com`).sort(),
      Object.keys(says).sort(),
    );
  });

  for (const [service, context] of Object.entries(says)) {
    it(`lets ${service} publish, and use the key`, () => {
      const publish = { service, action: "sns:Publish", resource: topicArn, context: { ...context, ...tls } };
      assert.equal(isAllowed(topicStatements(scope, topicArn), publish), true);
      for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
        const use = { service, action, resource: keyArn, context };
        assert.equal(isAllowed(topicKeyStatements(scope), use), true, action);
      }
    });

    it(`does not let ${service} publish without TLS, do anything else, or act for another account`, () => {
      const statements = topicStatements(scope, topicArn);
      const request = { service, action: "sns:Publish", resource: topicArn, context: { ...context, ...tls } };
      const plain = { ...request, context: { ...context, "aws:SecureTransport": "false" } };
      assert.equal(isAllowed(statements, plain), false);
      assert.equal(isAllowed(statements, { ...request, action: "sns:DeleteTopic" }), false);
      if (Object.keys(context).length === 0) return;
      assert.equal(isAllowed(statements, { ...request, context: { ...elsewhere(context), ...tls } }), false);
      const key = { service, action: "kms:Decrypt", resource: keyArn, context: elsewhere(context) };
      assert.equal(isAllowed(topicKeyStatements(scope), key), false);
    });
  }

  it("lets nobody else publish or use the key", () => {
    const service = "lambda.amazonaws.com";
    const context = { "aws:SourceAccount": "111122223333" };
    assert.equal(
      isAllowed(topicStatements(scope, topicArn), {
        service,
        action: "sns:Publish",
        resource: topicArn,
        context: tls,
      }),
      false,
    );
    assert.equal(
      isAllowed(topicKeyStatements(scope), { service, action: "kms:Decrypt", resource: keyArn, context }),
      false,
    );
  });

  it("puts aside what topics and rules of the environment could not deliver, and nothing else", () => {
    const queueArn = "arn:aws:sqs:eu-west-1:111122223333:dev-monitoring-undelivered";
    const send = (service: string, source: string): boolean =>
      isAllowed(undeliveredStatements(scope, queueArn), {
        ...{ service, action: "sqs:SendMessage", resource: queueArn },
        context: { ...tls, "aws:SourceArn": source },
      });
    assert.equal(send("sns.amazonaws.com", topicArn), true);
    assert.equal(send("events.amazonaws.com", "arn:aws:events:eu-west-1:111122223333:rule/dev-alert"), true);
    assert.equal(send("sns.amazonaws.com", "arn:aws:sns:eu-west-1:999988887777:dev-page"), false);
    assert.equal(send("events.amazonaws.com", "arn:aws:events:eu-west-1:111122223333:rule/prod-x"), false);
  });

  it("gives every bare wildcard its reason", () => {
    assert.deepEqual(statementMistakes(topicKeyStatements(scope)), []);
    assert.deepEqual(statementMistakes(topicStatements(scope, topicArn)), []);
  });
});
