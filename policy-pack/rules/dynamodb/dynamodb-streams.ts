import { TABLES } from "../../aws/dynamodb-tables";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "DDB-08",
  name: "dynamodb-streams",
  title: "Tables have a stream of their changes",
  why: "Some programmes ask for it; a stream that nobody reads does nothing, so it is off unless it is enabled.",
  fix: "Set streamEnabled and streamViewType on the aws.dynamodb.Table.",
  severity: "low",
  enforcement: "disabled",
  types: TABLES,
  resource: oneOf("streamEnabled", [true], false),
  references: {
    nist80053: ["AU-12", "SI-4"],
    wellArchitected: ["OPS04-BP02"],
    pulumi: ["PB:dynamodb-streams-enabled"],
  },
});
