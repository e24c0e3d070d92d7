import * as assert from "node:assert/strict";

import type { SimulatedResource } from "../../../simulator/mocks";
import { always, buildAll, keyArn, statements, text } from "./built";

interface Redrive {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

const queueType = "aws:sqs/queue:Queue";
const isFinal = ({ inputs }: SimulatedResource): boolean => inputs.messageRetentionSeconds === 1_209_600;

describe("queues of the integration", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "are encrypted with the key of the domain that their events belong to",
    always(({ simulation, args }) => {
      for (const [event, { domain, consumers }] of Object.entries(args.catalogue.events)) {
        for (const consumer of Object.keys(consumers)) {
          for (const end of ["", "_dead"]) {
            const queue = simulation.resource(queueType, `integration-event_${event}_${consumer}${end}`);
            assert.equal(queue.inputs.kmsMasterKeyId, keyArn(simulation, domain), queue.name);
          }
        }
      }
      for (const { inputs, name } of simulation.ofType(queueType)) assert.ok(inputs.kmsMasterKeyId, name);
    }),
  );

  it(
    "refuse plain HTTP, and admit EventBridge for the one rule that fills them",
    always(({ simulation }) => {
      const rules = simulation.ofType("aws:cloudwatch/eventRule:EventRule");
      const targets = simulation.ofType("aws:cloudwatch/eventTarget:EventTarget");
      for (const queue of simulation.ofType(queueType)) {
        const policy = simulation
          .ofType("aws:sqs/queuePolicy:QueuePolicy")
          .find(({ inputs }) => inputs.queueUrl === queue.id);
        assert.ok(policy !== undefined, queue.name);
        const [deny, allow, ...others] = statements(policy);
        assert.deepEqual(others, []);
        assert.deepEqual(
          [deny?.Effect, deny?.Condition],
          ["Deny", { Bool: { "aws:SecureTransport": "false" } }],
        );
        const filling = targets.filter(({ inputs }) => inputs.arn === queue.outputs.arn);
        if (filling.length === 0) continue;
        const filler = rules.find(({ inputs }) => inputs.name === filling[0]?.inputs.rule);
        assert.deepEqual(allow?.Condition?.ArnLike?.["aws:SourceArn"], [filler?.outputs.arn]);
      }
    }),
  );

  it(
    "have a dead-letter queue each, which keeps longer and takes from nobody else",
    always(({ simulation }) => {
      const queues = simulation.ofType(queueType);
      const redrives = simulation.ofType("aws:sqs/redrivePolicy:RedrivePolicy");
      const allowed = simulation.ofType("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy");
      for (const queue of queues) {
        const redrive = redrives.find(({ inputs }) => inputs.queueUrl === queue.id);
        const allow = allowed.find(({ inputs }) => inputs.queueUrl === queue.id);
        assert.ok(allow !== undefined, queue.name);
        if (isFinal(queue)) {
          assert.equal(redrive, undefined, queue.name);
          continue;
        }
        assert.ok(redrive !== undefined, queue.name);
        const { deadLetterTargetArn } = JSON.parse(text(redrive, "redrivePolicy")) as Redrive;
        const dead = queues.find(({ outputs }) => outputs.arn === deadLetterTargetArn);
        assert.ok(dead !== undefined && isFinal(dead), queue.name);
        const back = allowed.find(({ inputs }) => inputs.queueUrl === dead.id);
        assert.ok(back !== undefined);
        assert.deepEqual(JSON.parse(text(back, "redriveAllowPolicy")), {
          redrivePermission: "byQueue",
          sourceQueueArns: [queue.outputs.arn],
        });
        assert.equal(text(allow, "redriveAllowPolicy"), '{"redrivePermission":"denyAll"}');
      }
    }),
  );

  it(
    "are never waited for without end: every target has limits and a dead-letter queue",
    always(({ simulation }) => {
      const queues = new Set(simulation.ofType(queueType).map(({ outputs }) => outputs.arn));
      const targets = simulation.ofType("aws:cloudwatch/eventTarget:EventTarget");
      assert.ok(targets.length > 0);
      for (const { inputs, name } of targets) {
        const { arn } = inputs.deadLetterConfig as { readonly arn: string };
        assert.ok(queues.has(arn), name);
        assert.ok(inputs.retryPolicy !== undefined, name);
      }
    }),
  );
});
