import { aws, type Program, ref } from "../support/fixtures";
import { document } from "./documents";

const ACCOUNT = "111122223333";
const trust = (principal: object, condition?: object) =>
  document({
    ...{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" },
    ...(condition && { Condition: condition }),
  });
const role = (assumeRolePolicy: string) => aws("iam/role:Role", { assumeRolePolicy });
const taskRole = role(
  trust({ Service: "ecs-tasks.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
);
const key = (...statements: readonly object[]) =>
  aws("kms/key:Key", {
    description: "What it encrypts",
    enableKeyRotation: true,
    policy: document(
      { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
      ...statements,
    ),
  });
const fromHere = { StringEquals: { "aws:SourceAccount": ACCOUNT } };
const queue = (props: object = {}) => aws("sqs/queue:Queue", { sqsManagedSseEnabled: true, ...props });

/** Roles, keys, queues and topics as people have them. */
export const identity: Readonly<Record<string, Program>> = {
  "a task's role with named actions on named things": {
    role: taskRole,
    policy: aws("iam/rolePolicy:RolePolicy", {
      role: ref("role"),
      policy: document({
        Effect: "Allow",
        Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
        Resource: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`,
      }),
    }),
  },
  "a role that may pass one role on": {
    role: taskRole,
    policy: aws("iam/rolePolicy:RolePolicy", {
      role: ref("role"),
      policy: document({
        Effect: "Allow",
        Action: ["iam:PassRole", "ecs:RunTask"],
        Resource: [
          `arn:aws:iam::${ACCOUNT}:role/worker`,
          `arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/worker:*`,
        ],
      }),
    }),
  },
  "a role that lists and describes everything": {
    role: taskRole,
    policy: aws("iam/rolePolicy:RolePolicy", {
      role: ref("role"),
      policy: document({ Effect: "Allow", Action: ["ec2:Describe*", "s3:ListAllMyBuckets"], Resource: "*" }),
    }),
  },
  "a role that denies more than it allows": {
    role: taskRole,
    policy: aws("iam/rolePolicy:RolePolicy", {
      role: ref("role"),
      policy: document({ Effect: "Deny", Action: "*", Resource: "*" }),
    }),
  },
  "a role of a pipeline that GitHub assumes for one branch": {
    role: role(
      document({
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": "repo:shop/platform:ref:refs/heads/main",
          },
        },
      }),
    ),
  },
  "a role for a monitoring company, with an external id": {
    role: role(
      trust(
        { AWS: "arn:aws:iam::444455556666:role/collector" },
        { StringEquals: { "sts:ExternalId": "8a3b" } },
      ),
    ),
  },
  "a role with a policy that AWS keeps for functions": {
    role: role(trust({ Service: "lambda.amazonaws.com" }, fromHere)),
    attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", {
      role: ref("role"),
      policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    }),
  },
  "a key that the account administers and logs use": {
    key: key({
      Effect: "Allow",
      Principal: { Service: "logs.eu-west-1.amazonaws.com" },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:${ACCOUNT}:*` } },
    }),
  },
  "a key that everyone of the account uses through one service": {
    key: key({
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: {
        StringEquals: { "kms:CallerAccount": ACCOUNT, "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
      },
    }),
  },
  "a queue with the queue of what it could not do": {
    letters: queue({ messageRetentionSeconds: 1209600 }),
    work: queue({ redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn", maxReceiveCount: 3 }) }),
    allowed: aws("sqs/redriveAllowPolicy:RedriveAllowPolicy", {
      queueUrl: ref("letters"),
      redriveAllowPolicy: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: ["arn"] }),
    }),
  },
  "a queue that a topic of the account fills": {
    queue: queue(),
    policy: aws("sqs/queuePolicy:QueuePolicy", {
      queueUrl: ref("queue"),
      policy: document({
        Effect: "Allow",
        Principal: { Service: "sns.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:q`,
        Condition: { ArnEquals: { "aws:SourceArn": `arn:aws:sns:eu-west-1:${ACCOUNT}:t` } },
      }),
    }),
  },
  "a topic with the policy that AWS fills in": {
    topic: aws("sns/topic:Topic", { kmsMasterKeyId: "alias/topics" }),
    policy: aws("sns/topicPolicy:TopicPolicy", {
      arn: ref("topic"),
      policy: document({
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["sns:Publish", "sns:Subscribe"],
        Resource: `arn:aws:sns:eu-west-1:${ACCOUNT}:t`,
        Condition: { StringEquals: { "AWS:SourceOwner": ACCOUNT } },
      }),
    }),
  },
  "a secret that only this account may touch": {
    secret: aws("secretsmanager/secret:Secret", { kmsKeyId: "alias/secrets" }),
    policy: aws("secretsmanager/secretPolicy:SecretPolicy", {
      secretArn: ref("secret"),
      blockPublicPolicy: true,
      policy: document({
        Effect: "Deny",
        Principal: "*",
        Action: "secretsmanager:*",
        Resource: "*",
        Condition: { StringNotEquals: { "aws:PrincipalAccount": ACCOUNT } },
      }),
    }),
  },
};
