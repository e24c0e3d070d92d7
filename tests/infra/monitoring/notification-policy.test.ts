import * as assert from "node:assert/strict";

import { statementMistakes } from "../../../infra/core/policy-statement";
import { publishersEncrypt, topicPublishers } from "../../../infra/core/topic-publishers";
import { topicKeyStatements } from "../../../infra/monitoring/notification-policy";
import { isAllowed } from "../../support/policy-evaluation";
import { scope } from "./things";

const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1";

describe("the key of notifications", () => {
  it("is used by every service that may tell something on topics", () => {
    const statements = topicKeyStatements(scope);
    for (const statement of publishersEncrypt(scope, topicPublishers)) {
      assert.ok(
        statements.some((own) => JSON.stringify(own) === JSON.stringify(statement)),
        statement.sid,
      );
    }
  });

  it("is used by topics that put something aside, and by nobody else", () => {
    const uses = (service: string): boolean =>
      isAllowed(topicKeyStatements(scope), {
        ...{ service, action: "kms:Decrypt", resource: keyArn },
        context: { "aws:SourceAccount": "111122223333" },
      });
    assert.deepEqual([uses("sns.amazonaws.com"), uses("lambda.amazonaws.com")], [true, false]);
  });

  it("gives every bare wildcard its reason", () => {
    assert.deepEqual(statementMistakes(topicKeyStatements(scope)), []);
  });
});
