import { fixtures } from "../../support/fixtures";
import { publicFixtures } from "../../support/resource-policies";

fixtures(
  "sqs-queue-policy-not-public",
  publicFixtures("sqs/queuePolicy:QueuePolicy", "sqs/queue:Queue", { queueUrl: "q" }),
);
