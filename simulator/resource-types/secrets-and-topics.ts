import { digest } from "../identity";
import {
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Creation,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { documentRules } from "./policy-documents";

const SECRET = "aws:secretsmanager/secret:Secret";
const TOPIC = "aws:sns/topic:Topic";

/** Secrets that RDS manages are made with the database, and are not resources of a program. */
const OF_SECRET: Reference = {
  types: [SECRET],
  missing: "ResourceNotFoundException",
  except: /:secret:rds!/,
};

/** Secrets Manager puts six characters behind a name, so that a secret made anew has another ARN. */
const secretArn = (creation: Creation): string =>
  regionalArn(
    "secretsmanager",
    ({ inputs, urn, generation }) => `secret:${textOf(inputs.name)}-${digest(`${urn}#${generation}`, 6)}`,
  )({ ...creation, id: "" });

const topicArn = (creation: Creation): string =>
  regionalArn("sns", ({ inputs }) => textOf(inputs.name))({ ...creation, id: "" });

/** Secrets Manager's secrets, and SNS topics. */
export const SECRET_AND_TOPIC_TYPES: ResourceTypes = {
  [SECRET]: {
    id: secretArn,
    arn: secretArn,
    defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
    computed: () => ({ namePrefix: "", policy: "" }),
    forceNew: ["name", "namePrefix", "type"],
    references: {
      kmsKeyId: {
        types: ["aws:kms/key:Key"],
        missing: "InvalidParameterException",
        except: /^alias\/|:alias\//,
      },
    },
    rules: [
      textRule({
        property: "name",
        code: "InvalidParameterException",
        pattern: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
        requires: "must be 1 to 512 letters, digits or /_+=.@-",
      }),
      {
        property: "recoveryWindowInDays",
        code: "InvalidParameterException",
        requires: "must be 0, or 7 to 30 days",
        holds: (value) => value === 0 || (typeof value === "number" && value >= 7 && value <= 30),
      },
    ],
    refuse: unique(["name"], "ResourceExistsException"),
  },
  "aws:secretsmanager/secretPolicy:SecretPolicy": {
    id: inputId("secretArn"),
    forceNew: ["secretArn"],
    references: { secretArn: OF_SECRET },
    rules: documentRules("policy", 20_480, "MalformedPolicyDocumentException"),
  },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    id: inputId("secretId"),
    defaults: { rotateImmediately: true },
    computed: () => ({ rotationEnabled: true }),
    forceNew: ["secretId"],
    references: { secretId: OF_SECRET },
  },
  [TOPIC]: {
    id: topicArn,
    arn: topicArn,
    autoname: {
      property: "name",
      maxLength: 80,
      transform: (name, inputs) => (inputs.fifoTopic === true ? `${name}.fifo` : name),
    },
    defaults: { contentBasedDeduplication: false, fifoTopic: false },
    computed: ({ settings }) => ({ namePrefix: "", owner: settings.accountId, signatureVersion: 1 }),
    forceNew: ["fifoTopic", "name", "namePrefix"],
    references: {
      kmsMasterKeyId: { types: ["aws:kms/key:Key"], missing: "KMSNotFound", except: /^alias\/|:alias\// },
    },
    rules: [
      textRule({
        property: "name",
        code: "InvalidParameter",
        pattern: /^[A-Za-z0-9_-]{1,256}(\.fifo)?$/,
        requires: "must be 1 to 256 letters, digits or _-",
      }),
    ],
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    id: inputId("arn"),
    computed: ({ settings }) => ({ owner: settings.accountId }),
    forceNew: ["arn"],
    references: { arn: { types: [TOPIC], missing: "NotFound" } },
    rules: documentRules("policy", 30_720, "InvalidParameter"),
  },
};
