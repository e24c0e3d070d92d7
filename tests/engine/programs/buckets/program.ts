import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const provider = new aws.Provider("here", {
  region: "eu-west-1",
  allowedAccountIds: ["111122223333"],
  defaultTags: { tags: { Owner: "tests@example.com" } },
});

const first = new aws.s3.Bucket("first", {}, { provider });
new aws.s3.Bucket("second", { tags: { Beside: first.arn } }, { provider, protect: true });

export const key = new pulumi.Config().requireSecret("key");
export const workingDirectory = process.cwd();
