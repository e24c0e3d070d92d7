import { fixtures } from "../../support/fixtures";
import { publicFixtures } from "../../support/resource-policies";

const shared = publicFixtures("sqs/queuePolicy:QueuePolicy", "sqs/queue:Queue", { queueUrl: "q" });

fixtures("sqs-queue-policy-not-public", shared);
