import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const queue = aws("sqs/queue:Queue");
const alarm = (props: object) => aws("cloudwatch/metricAlarm:MetricAlarm", { ...props });

fixtures("resource-has-alarm", {
  pass: {
    "a queue with an alarm": { queue, alarm: alarm({ dimensions: { QueueName: ref("queue") } }) },
    "a queue with an alarm by a query": {
      queue,
      alarm: alarm({ metricQueries: [{ id: "m", metric: { dimensions: { QueueName: ref("queue") } } }] }),
    },
    "a queue that the alarm names": {
      queue: aws("sqs/queue:Queue", { name: "orders" }),
      alarm: alarm({ dimensions: { QueueName: "orders" } }),
    },
  },
  fail: {
    "a queue without": { queue },
    "a queue beside the alarm of another": { queue, alarm: alarm({ dimensions: { QueueName: "other" } }) },
  },
  unknown: { "an alarm that cannot be joined": { queue, alarm: alarm({ dimensions: UNKNOWN }) } },
  unset: { "a queue beside an alarm without dimensions": ["fail", { queue, alarm: alarm({}) }] },
  alias: { "a load balancer by its other token": { balancer: aws("alb/loadBalancer:LoadBalancer") } },
  notApplicable: { "a table, which the list does not name": { table: aws("dynamodb/table:Table") } },
  otherTypes: { "a topic": { topic: aws("sns/topic:Topic") } },
  settings: { properties: { watched: ["queues", "load balancers"] } },
});

describe("of every kind", () => {
  const kinds = {
    "a target group": "lb/targetGroup:TargetGroup",
    "a service": "ecs/service:Service",
    "a function": "lambda/function:Function",
    "an instance of a database": "rds/instance:Instance",
    "a cluster of a database": "rds/cluster:Cluster",
    "a table": "dynamodb/table:Table",
    "a cache": "elasticache/replicationGroup:ReplicationGroup",
  };

  fixtures("resource-has-alarm", {
    pass: { "a queue with an alarm": { queue, alarm: alarm({ dimensions: { QueueName: ref("queue") } }) } },
    fail: Object.fromEntries(
      Object.entries(kinds).map(([title, type]) => [`${title} without`, { watched: aws(type) }]),
    ),
    unknown: { none: "as above" },
    unset: { none: "as above" },
    alias: { "a load balancer by its other token": { balancer: aws("alb/loadBalancer:LoadBalancer") } },
  });
});
