import { QUEUES } from "../../aws/message-policies";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const REDRIVES = tokens("sqs/redrivePolicy:RedrivePolicy");
const ALLOWANCES = tokens("sqs/redriveAllowPolicy:RedriveAllowPolicy");
const SUBSCRIPTIONS = tokens("sns/topicSubscription:TopicSubscription");
/** What names a queue for dead letters in a block of its own. */
const CONFIGURED = tokens("cloudwatch/eventTarget:EventTarget", "lambda/function:Function");

/** Whether the queue takes what others could not deliver, which it says itself, or others point at it. */
function isDeadLetterQueue(stack: StackIndex, queue: StackResource): boolean {
  const isAllowed =
    !queue.props.at("redriveAllowPolicy").isAbsent ||
    stack.referrers(queue, "queueUrl", ALLOWANCES).length > 0;
  const sources = [...QUEUES, ...REDRIVES, ...SUBSCRIPTIONS];
  const arn = known(queue.outputs.at("arn").string());
  return (
    isAllowed ||
    stack.referrers(queue, "redrivePolicy", sources).length > 0 ||
    stack.referrers(queue, "deadLetterConfig", CONFIGURED).length > 0 ||
    stack.ofTypes(sources).some(({ props }) => {
      const target = props.at("redrivePolicy").document().at("deadLetterTargetArn").string();
      return arn !== undefined && known(target) === arn;
    })
  );
}

function judge(stack: StackIndex, queue: StackResource): Outcome {
  if (isDeadLetterQueue(stack, queue)) return notApplicable("It is the dead-letter queue of others");
  const own = queue.props.at("redrivePolicy");
  if (own.isUnknown || !own.document().at("deadLetterTargetArn").isAbsent) return pass;
  if (stack.referrers(queue, "queueUrl", REDRIVES).length > 0) return pass;
  const open = stack.openReferrer(queue, "queueUrl", REDRIVES);
  const missing = text`the queue has no dead-letter queue; required: a redrive policy with a target.`;
  return open ? undetermined("redrivePolicy", open.urn) : fail("redrivePolicy", missing);
}

export const control = defineControl({
  id: "SQS-06",
  name: "sqs-queue-dead-letter",
  title: "Queues hand what cannot be processed to a dead-letter queue",
  why: "A message that always fails is tried until it expires, and is then lost without a trace.",
  fix: "Set redrivePolicy, or add an aws.sqs.RedrivePolicy, with the ARN of another queue.",
  severity: "low",
  enforcement: "advisory",
  types: QUEUES,
  stack: (stack) => stack.ofTypes(QUEUES).map((queue) => located(queue, judge(stack, queue))),
  references: {
    nist80053: ["AU-5", "SI-11"],
    wellArchitected: ["REL05-BP04"],
    cdkNag: ["AwsSolutions-SQS3", "SQSRedrivePolicy"],
    pulumi: ["PB:sqs-dead-letter-queue"],
  },
});
