import * as assert from "node:assert/strict";

import { statementMistakes } from "../../../infra/core/policy-statement";
import {
  publishersEncrypt,
  topicPublishers,
  topicStatements,
  type TopicPublisher,
} from "../../../infra/core/topic-publishers";
import { isAllowed, type Request } from "../../support/policy-evaluation";

const scope = { environment: "dev", accountId: "111122223333", region: "eu-west-1" } as const;
const topicArn = "arn:aws:sns:eu-west-1:111122223333:dev-page";
const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1";

/**
 * What each publisher really says of itself, as AWS documents it. EventBridge says nothing to an encrypted topic's key
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).
 */
const says: Readonly<Record<TopicPublisher, Request["context"]>> = {
  cloudwatch: {
    "aws:SourceAccount": "111122223333",
    "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:dev-service-orders-cpu",
  },
  events: {},
  backup: { "aws:SourceAccount": "111122223333" },
  budgets: {
    "aws:SourceAccount": "111122223333",
    "aws:SourceArn": "arn:aws:budgets::111122223333:budget/dev",
  },
  costalerts: { "aws:SourceAccount": "111122223333" },
  "events.rds": {
    "aws:SourceAccount": "111122223333",
    "aws:SourceArn": "arn:aws:rds:eu-west-1:111122223333:es:dev-databases",
  },
};

const elsewhere = (context: Request["context"]): Request["context"] =>
  Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, value.replace("111122223333", "999988887777")]),
  );

const tls = { "aws:SecureTransport": "true" };

describe("an encrypted topic and its key", () => {
  for (const word of topicPublishers) {
    const context = says[word];
    const service = `${word}.amazonaws.com`;
    const publish = { service, action: "sns:Publish", resource: topicArn, context: { ...context, ...tls } };
    const uses = ["kms:GenerateDataKey", "kms:Decrypt"].map((action) => ({
      ...{ service, action, resource: keyArn, context },
    }));

    it(`let ${service} tell something where it is named`, () => {
      assert.equal(isAllowed(topicStatements(scope, topicArn, [word]), publish), true);
      for (const use of uses)
        assert.equal(isAllowed(publishersEncrypt(scope, [word]), use), true, use.action);
    });

    it(`do not let ${service} tell anything where only others are named`, () => {
      const others = topicPublishers.filter((other) => other !== word);
      assert.equal(isAllowed(topicStatements(scope, topicArn, others), publish), false);
      for (const use of uses)
        assert.equal(isAllowed(publishersEncrypt(scope, others), use), false, use.action);
    });

    it(`do not let ${service} publish without TLS, do anything else, or act for another account`, () => {
      const statements = topicStatements(scope, topicArn, [word]);
      const plain = { ...publish, context: { ...context, "aws:SecureTransport": "false" } };
      assert.equal(isAllowed(statements, plain), false);
      assert.equal(isAllowed(statements, { ...publish, action: "sns:DeleteTopic" }), false);
      if (Object.keys(context).length === 0) return;
      assert.equal(isAllowed(statements, { ...publish, context: { ...elsewhere(context), ...tls } }), false);
      for (const use of uses) {
        const foreign = { ...use, context: elsewhere(context) };
        assert.equal(isAllowed(publishersEncrypt(scope, [word]), foreign), false);
      }
    });
  }

  it("give every bare wildcard its reason", () => {
    assert.deepEqual(statementMistakes(publishersEncrypt(scope, topicPublishers)), []);
    assert.deepEqual(statementMistakes(topicStatements(scope, topicArn, topicPublishers)), []);
  });
});
