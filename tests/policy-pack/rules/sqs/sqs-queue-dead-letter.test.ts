import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const queue = (props: object = {}) => aws("sqs/queue:Queue", { ...props });
const redrive = (queueUrl: unknown) =>
  aws("sqs/redrivePolicy:RedrivePolicy", { queueUrl, redrivePolicy: UNKNOWN });
const target = "arn:aws:sqs:eu-west-1:111122223333:dead";
const dead = aws("sqs/queue:Queue", {}, { outputs: { arn: target } });

fixtures("sqs-queue-dead-letter", {
  pass: {
    "a queue with a target, and the target, which needs none": {
      queue: queue({ redrivePolicy: ref("dead") }),
      dead: queue(),
    },
    "a target that is known": {
      queue: queue({ redrivePolicy: JSON.stringify({ deadLetterTargetArn: target, maxReceiveCount: 3 }) }),
      dead,
    },
    "a redrive policy of its own": { queue: queue(), redrive: redrive(ref("queue")) },
  },
  fail: {
    "a queue without": { queue: queue() },
    "a queue beside the known target of another": {
      queue: aws("sqs/queue:Queue", {}, { outputs: { arn: "arn:aws:sqs:eu-west-1:111122223333:alone" } }),
      other: queue({ redrivePolicy: JSON.stringify({ deadLetterTargetArn: target, maxReceiveCount: 3 }) }),
      dead,
    },
    "a queue beside the redrive policy of another": { queue: queue(), redrive: redrive("other") },
    "a redrive policy without a target": { queue: queue({ redrivePolicy: "{}" }) },
  },
  unknown: { "a redrive policy that cannot be joined": { queue: queue(), redrive: redrive(UNKNOWN) } },
  unset: { "a queue with other settings": ["fail", { queue: queue({ delaySeconds: 5 }) }] },
  alias: { none: "one token" },
  notApplicable: {
    "a queue that says from whom it takes": { queue: queue({ redriveAllowPolicy: UNKNOWN }) },
    "a queue that another resource says it of": {
      queue: queue(),
      allowed: aws("sqs/redriveAllowPolicy:RedriveAllowPolicy", {
        queueUrl: ref("queue"),
        redriveAllowPolicy: "{}",
      }),
    },
    "what EventBridge could not deliver goes to": {
      dead: queue(),
      target: aws("cloudwatch/eventTarget:EventTarget", { deadLetterConfig: { arn: ref("dead") } }),
    },
    "what a function could not process goes to": {
      dead,
      worker: aws("lambda/function:Function", { deadLetterConfig: { targetArn: target } }),
    },
    "the target of a subscription": {
      dead: queue(),
      subscription: aws("sns/topicSubscription:TopicSubscription", { redrivePolicy: ref("dead") }),
    },
  },
});
