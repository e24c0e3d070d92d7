import { fixtures } from "../../support/fixtures";
import { publicFixtures } from "../../support/resource-policies";

const shared = publicFixtures("sns/topicPolicy:TopicPolicy", "sns/topic:Topic", { arn: "t" });

fixtures("sns-topic-policy-not-public", shared);
