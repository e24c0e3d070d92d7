import { AwsError } from "../aws-error";
import { isWireList, isWireObject, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type ResourceTypes,
} from "./definition";

const objects = (value: Wire | undefined): WireObject[] =>
  isWireList(value) ? value.filter(isWireObject) : [];

/** Attributes that the keys of a table and its indexes name. */
function keyed(inputs: WireObject): Set<string> {
  const indexes = [...objects(inputs.globalSecondaryIndexes), ...objects(inputs.localSecondaryIndexes)];
  const names = [inputs, ...indexes].flatMap((key) => [
    textOf(key.hashKey),
    textOf(key.rangeKey),
    ...objects(key.keySchemas).map(({ attributeName }) => textOf(attributeName)),
  ]);
  return new Set(names.filter((name) => name !== ""));
}

/** Source: DynamoDB API, CreateTable: attributes are those of keys, and all of them. */
function refuseOtherAttributes({ inputs }: Created): void {
  const defined = objects(inputs.attributes).map(({ name }) => textOf(name));
  const needed = keyed(inputs);
  if (defined.length === needed.size && defined.every((name) => needed.has(name))) return;
  throw new AwsError(
    "ValidationException",
    `attributes are ${defined.join(", ")}; they must be those of the keys: ${[...needed].join(", ")}`,
  );
}

function refuseMissingCapacity({ inputs }: Created): void {
  const provisioned = inputs.billingMode !== "PAY_PER_REQUEST";
  const given = [inputs.readCapacity, inputs.writeCapacity].every(
    (value) => typeof value === "number" && value >= 1,
  );
  if (!provisioned || given) return;
  throw new AwsError(
    "ValidationException",
    "billingMode PROVISIONED requires readCapacity and writeCapacity of at least 1",
  );
}

/** DynamoDB tables. */
export const TABLE_TYPES: ResourceTypes = {
  "aws:dynamodb/table:Table": {
    id: inputId("name"),
    arn: regionalArn("dynamodb", ({ id }) => `table/${id}`),
    defaults: { billingMode: "PROVISIONED" },
    computed: ({ inputs }) => ({
      pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 0 },
      serverSideEncryption: { enabled: false, kmsKeyArn: "" },
      ttl: { attributeName: "", enabled: false },
      ...(inputs.billingMode === "PAY_PER_REQUEST" ? { readCapacity: 0, writeCapacity: 0 } : {}),
    }),
    forceNew: ["hashKey", "importTable", "localSecondaryIndexes", "name", "rangeKey", "restoreSourceName"],
    rules: [
      textRule({
        property: "name",
        code: "ValidationException",
        pattern: /^[A-Za-z0-9_.-]{3,255}$/,
        requires: "must be 3 to 255 letters, digits or _.-",
      }),
      choiceRule("billingMode", "ValidationException", ["PAY_PER_REQUEST", "PROVISIONED"]),
    ],
    refuse: (created) => {
      unique(["name"], "ResourceInUseException")(created);
      refuseOtherAttributes(created);
      refuseMissingCapacity(created);
    },
  },
};
