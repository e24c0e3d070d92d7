import { tokens } from "./tokens";

/** Queues, which can carry their policy themselves. */
export const QUEUES = tokens("sqs/queue:Queue");

/** Policies of queues as resources of their own. */
export const QUEUE_POLICIES = tokens("sqs/queuePolicy:QueuePolicy");

/** Topics, which can carry their policy themselves. */
export const TOPICS = tokens("sns/topic:Topic");

/** Policies of topics as resources of their own. */
export const TOPIC_POLICIES = tokens("sns/topicPolicy:TopicPolicy");
