import * as assert from "node:assert/strict";

import { statementMistakes } from "../../../infra/core/policy-statement";
import type { MonitoringArgs } from "../../../infra/monitoring";
import { traceGrant } from "../../../infra/monitoring";
import { topicKeyStatements } from "../../../infra/monitoring/notification-policy";
import { savedQueries } from "../../../infra/monitoring/saved-queries";
import type { SimulatedResource, Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { build, monitoringArgs } from "./built";
import { isAllowed } from "../../support/policy-evaluation";
import { samples, scope } from "./things";

describe("telemetry", function () {
  this.timeout(60_000);
  let simulation: Simulation;
  before(async () => {
    ({ simulation } = await build(monitoringArgs));
  });
  const only = (type: string): SimulatedResource => {
    const [first, ...others] = simulation.ofType(type);
    assert.ok(first !== undefined && others.length === 0, type);
    return first;
  };

  it("masks personal data and credentials in every workload's log, and counts what it masks", () => {
    const { inputs } = only("aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy");
    assert.equal(inputs.logGroupName, "/dev/workload/orders");
    const { Statement: statements } = JSON.parse(text(inputs.policyDocument)) as {
      readonly Statement: readonly {
        readonly DataIdentifier: readonly string[];
        readonly Operation: object;
      }[];
    };
    assert.deepEqual(
      statements.map(({ Operation }) => Object.keys(Operation)),
      [["Audit"], ["Deidentify"]],
    );
    // AWS refuses a policy whose two statements differ in what they look for.
    assert.deepEqual(statements[0]?.DataIdentifier, statements[1]?.DataIdentifier);
    assert.ok(statements[0]?.DataIdentifier.some((identifier) => identifier.endsWith("/EmailAddress")));
  });

  it("looks for what is unusual, encrypted with a key that lets it", () => {
    const { inputs } = only("aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector");
    assert.deepEqual(inputs.logGroupArnLists, [
      "arn:aws:logs:eu-west-1:111122223333:log-group:/dev/workload/orders",
    ]);
    assert.equal(inputs.enabled, true);
    assert.equal(inputs.kmsKeyId, only("aws:kms/key:Key").outputs.arn);
    const use = (context: Readonly<Record<string, string>>): boolean =>
      isAllowed(topicKeyStatements(scope), {
        ...{ service: "logs.eu-west-1.amazonaws.com", action: "kms:GenerateDataKey" },
        ...{ resource: "arn:aws:kms:eu-west-1:111122223333:key/1", context },
      });
    const detector = "arn:aws:logs:eu-west-1:111122223333:anomaly-detector:1";
    assert.equal(use({ "kms:EncryptionContext:aws:logs:arn": detector }), true);
    assert.equal(use({ "kms:EncryptionContext:aws-crypto-ec:aws:logs:arn": detector }), true);
    assert.equal(use({ "kms:EncryptionContext:aws:logs:arn": detector.replace("1111", "9999") }), false);
  });

  it("saves what people ask first, for each workload", () => {
    const queries = simulation.ofType("aws:cloudwatch/queryDefinition:QueryDefinition");
    assert.deepEqual(
      queries.map(({ inputs }) => text(inputs.name)).sort(),
      savedQueries.map(({ word }) => `dev/orders/${word}`).sort(),
    );
    for (const { inputs } of queries) assert.deepEqual(inputs.logGroupNames, ["/dev/workload/orders"]);
  });

  it("traces whom the catalogue says, by the name that the workload gives itself", () => {
    const { inputs } = only("aws:xray/group:Group");
    const { settings } = traceGrant(scope, "orders", monitoringArgs.sizes.telemetry);
    assert.equal(inputs.filterExpression, `service("${settings.OTEL_SERVICE_NAME as string}")`);
    assert.equal(only("aws:xray/samplingRule:SamplingRule").inputs.fixedRate, 0.05);
  });

  it("has the same things however closely it looks", async () => {
    const { sizes } = monitoringArgs;
    const other = await build({
      ...monitoringArgs,
      sizes: { ...sizes, telemetry: { tracePercent: 0, anomalies: false } },
    });
    const things = (each: Simulation): readonly string[] =>
      each
        .resources()
        .map(({ type, name }) => `${type} ${name}`)
        .sort();
    assert.deepEqual(things(other.simulation), things(simulation));
  });

  it("counts visitors from the log of the web ACL, where there is one", async () => {
    assert.equal(simulation.ofType("aws:cloudwatch/contributorInsightRule:ContributorInsightRule").length, 0);
    const name = "aws-waf-logs-dev-front-door";
    const { family, kind, owner, criticality, sizes } = samples["log-group"];
    const log = { family, kind, owner, criticality, sizes, name, quiet: true };
    const subjects: MonitoringArgs["subjects"] = [
      ...monitoringArgs.subjects,
      { ...log, dimensions: { LogGroupName: name } },
    ];
    const counted = await build({ ...monitoringArgs, subjects });
    const rules = counted.simulation.ofType("aws:cloudwatch/contributorInsightRule:ContributorInsightRule");
    assert.equal(rules.length, 2);
    for (const { inputs } of rules) {
      const { LogGroupNames: names } = JSON.parse(text(inputs.ruleDefinition)) as {
        readonly LogGroupNames: readonly string[];
      };
      assert.deepEqual(names, ["aws-waf-logs-dev-front-door"]);
    }
  });
});

describe("what a traced workload gets", () => {
  const grant = traceGrant(scope, "orders", { tracePercent: 5, anomalies: true });

  it("is the right to send traces and nothing else", () => {
    assert.deepEqual(
      grant.statements.flatMap(({ actions }) => actions.filter((action) => !action.startsWith("xray:"))),
      [],
    );
    assert.deepEqual(statementMistakes(grant.statements), []);
  });

  it("is where to send them, and how many", () => {
    const { settings } = grant;
    assert.equal(
      settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
      "https://xray.eu-west-1.amazonaws.com/v1/traces",
    );
    assert.equal(settings.OTEL_TRACES_SAMPLER_ARG, "0.05");
  });

  it("is a name that X-Ray takes, however long the workload's is", () => {
    const { settings } = traceGrant(scope, "a".repeat(100), { tracePercent: 5, anomalies: true });
    assert.ok(typeof settings.OTEL_SERVICE_NAME === "string" && settings.OTEL_SERVICE_NAME.length <= 32);
  });
});
