import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const count = new pulumi.Config("bench").requireNumber("count");
const provider = new aws.Provider("here", { region: "eu-west-1", allowedAccountIds: ["111122223333"] });

for (let position = 0; position < count; position++) {
  new aws.sqs.Queue(`queue-${position}`, { tags: { Position: String(position) } }, { provider });
}
