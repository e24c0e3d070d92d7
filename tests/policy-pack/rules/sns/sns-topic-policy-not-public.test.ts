import { fixtures } from "../../support/fixtures";
import { publicFixtures } from "../../support/resource-policies";

fixtures(
  "sns-topic-policy-not-public",
  publicFixtures("sns/topicPolicy:TopicPolicy", "sns/topic:Topic", { arn: "t" }),
);
