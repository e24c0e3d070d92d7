import * as assert from "node:assert/strict";

import { renderStatements, statementMistakes } from "../../../infra/core/policy-statement";
import { keyStatements } from "../../../infra/data/key-policy";
import type { StatementJson } from "./built";

const scope = { environment: "dev", accountId: "111122223333", region: "eu-west-1" } as const;
const logGroupArns = ["arn:aws:logs:eu-west-1:111122223333:log-group:/aws/rds/cluster/dev-orders/postgresql"];

const policyOf = (domain: string, groups = logGroupArns): readonly StatementJson[] => {
  const statements = keyStatements({ scope, domain, logGroupArns: groups });
  assert.deepEqual(statementMistakes(statements), []);
  return (JSON.parse(renderStatements(statements)) as { Statement: StatementJson[] }).Statement;
};

const domains = ["platform", "sales"] as const;

/** Keys of conditions that tie a use to this account. */
const tying = [
  "aws:SourceAccount",
  "aws:PrincipalArn",
  "kms:EncryptionContext:aws:logs:arn",
  "kms:EncryptionContext:aws:events:event-bus:arn",
];

describe("the policy of a domain's key", () => {
  for (const domain of domains) {
    it(`lets the account, and nobody else, do everything: ${domain}`, () => {
      const everything = policyOf(domain).filter(({ Action }) => Action.includes("kms:*"));
      assert.deepEqual(
        everything.map(({ Principal, Condition }) => [Principal, Condition]),
        [[{ AWS: ["arn:aws:iam::111122223333:root"] }, undefined]],
      );
    });

    it(`ties every service and every "anybody" to this account by a condition: ${domain}`, () => {
      for (const { Sid, Principal, Condition = {} } of policyOf(domain).slice(1)) {
        assert.ok(Principal !== undefined, Sid);
        const keys = Object.values(Condition).flatMap((comparison) => Object.keys(comparison));
        assert.ok(
          keys.some((key) => tying.includes(key)),
          Sid,
        );
        assert.ok(JSON.stringify(Condition).includes(scope.accountId), Sid);
      }
    });

    it(`lets nobody but the account change or delete the key: ${domain}`, () => {
      const using = /^kms:(Encrypt|Decrypt|ReEncrypt\*|GenerateDataKey\*?|DescribeKey|CreateGrant)$/;
      const others = policyOf(domain)
        .slice(1)
        .flatMap(({ Action }) => Action);
      assert.deepEqual(
        others.filter((action) => !using.test(action)),
        [],
      );
    });
  }

  it("gives grants to AWS's resources alone, and only to Auto Scaling's role", () => {
    const granting = domains.flatMap((domain) =>
      policyOf(domain).filter(({ Action }) => Action.includes("kms:CreateGrant")),
    );
    assert.deepEqual(
      granting.map(({ Condition }) => Condition),
      [
        {
          ArnEquals: {
            "aws:PrincipalArn":
              "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
          },
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      ],
    );
  });

  it("lets EventBridge archive what buses of the account carry, which names no source", () => {
    const archiving = policyOf("platform").filter(
      ({ Action, Condition = {} }) =>
        Action.includes("kms:ReEncrypt*") &&
        !JSON.stringify(Condition).includes("aws:Source") &&
        JSON.stringify(Condition).includes("arn:aws:events:eu-west-1:111122223333:event-bus/*"),
    );
    assert.deepEqual(
      archiving.map(({ Principal, Action }) => [Principal, Action]),
      [[{ Service: ["events.amazonaws.com"] }, ["kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncrypt*"]]],
    );
  });

  it("encrypts the logs of a domain's own stores, and of nothing where it has none", () => {
    const logs = (groups: string[]): unknown[] =>
      policyOf("sales", groups)
        .filter(({ Sid }) => Sid === "LogsAreEncrypted")
        .map(({ Condition }) => Condition);
    assert.deepEqual(logs(logGroupArns), [
      { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroupArns } },
    ]);
    assert.deepEqual(logs([]), []);
  });

  it("lets events reach queues of every domain, and topics and alarms only the platform's", () => {
    const services = (domain: string): string[] => [
      ...new Set(
        policyOf(domain).flatMap(({ Principal }) => (Principal === "*" ? [] : (Principal?.Service ?? []))),
      ),
    ];
    assert.deepEqual(services("sales"), ["logs.eu-west-1.amazonaws.com", "events.amazonaws.com"]);
    assert.deepEqual(services("platform").sort(), [
      "cloudwatch.amazonaws.com",
      "delivery.logs.amazonaws.com",
      "events.amazonaws.com",
      "events.rds.amazonaws.com",
      "logs.eu-west-1.amazonaws.com",
      "sns.amazonaws.com",
    ]);
  });
});
