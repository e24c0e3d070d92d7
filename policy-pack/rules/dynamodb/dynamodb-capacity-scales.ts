import { TABLES } from "../../aws/dynamodb-tables";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

const TARGETS = tokens("appautoscaling/target:Target");
const POLICIES = tokens("appautoscaling/policy:Policy");

const DIMENSIONS = { read: "dynamodb:table:ReadCapacityUnits", write: "dynamodb:table:WriteCapacityUnits" };

function isFor(stack: StackIndex, scaling: StackResource, table: StackResource): boolean {
  const name = known(table.outputs.at("name").string()) ?? known(table.props.at("name").string());
  const id = known(scaling.props.at("resourceId").string());
  if (id !== undefined) return name !== undefined && id === `table/${name}`;
  return stack.targets(scaling, "resourceId", [table.type]).found.includes(table);
}

/** Scaling whose table or dimension cannot be told. */
function mightBeFor(stack: StackIndex, scaling: StackResource, dimension: string): boolean {
  const { props } = scaling;
  const stated = props.at("scalableDimension");
  if (!stated.isUnknown && known(stated.string()) !== dimension) return false;
  return stated.isUnknown || stack.targets(scaling, "resourceId", [...TABLES, ...TARGETS]).isOpen;
}

function judgeDimension(stack: StackIndex, table: StackResource, kind: "read" | "write"): Outcome {
  const dimension = DIMENSIONS[kind];
  const ofDimension = (types: readonly string[]) =>
    stack.ofTypes(types).filter(({ props }) => known(props.at("scalableDimension").string()) === dimension);
  const targets = ofDimension(TARGETS).filter((target) => isFor(stack, target, table));
  const policies = ofDimension(POLICIES).filter(
    (policy) =>
      isFor(stack, policy, table) ||
      stack.targets(policy, "resourceId", TARGETS).found.some((target) => targets.includes(target)),
  );
  if (targets.length > 0 && policies.length > 0) return pass;
  const open = stack
    .ofTypes([...TARGETS, ...POLICIES])
    .find((scaling) => mightBeFor(stack, scaling, dimension));
  if (open) return undetermined("billingMode", open.urn);
  const missing = targets.length > 0 ? text`policy` : text`target`;
  return fail(
    "billingMode",
    text`the ${setting(kind)} capacity is fixed: no scaling ${missing} belongs to the table.`,
    kind,
  );
}

function judge(stack: StackIndex, table: StackResource): readonly Outcome[] {
  const mode = table.props.at("billingMode");
  if (mode.isUnknown) return [undetermined(mode)];
  if (known(mode.string())?.toUpperCase() === "PAY_PER_REQUEST") return [pass];
  return [judgeDimension(stack, table, "read"), judgeDimension(stack, table, "write")];
}

function judgeAll(stack: StackIndex): readonly Located[] {
  return stack
    .ofTypes(TABLES)
    .flatMap((table) => judge(stack, table).map((outcome) => located(table, outcome)));
}

export const control = defineControl({
  id: "DDB-04",
  name: "dynamodb-capacity-scales",
  title: "The capacity of tables follows the load",
  why: "A fixed capacity, which is the default, turns a busy hour into refused requests.",
  fix: "Set billingMode to PAY_PER_REQUEST, or add an aws.appautoscaling.Target and Policy for reading and for writing.",
  severity: "medium",
  enforcement: "advisory",
  types: TABLES,
  stack: judgeAll,
  references: {
    securityHub: ["DynamoDB.1"],
    nist80053: ["CP-10", "CP-2(2)", "CP-6(2)", "SC-36", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL07-BP01"],
    checkov: ["CKV2_AWS_16"],
    cdkNag: ["DynamoDBAutoScalingEnabled"],
    awsConfig: ["dynamodb-autoscaling-enabled"],
    prowler: ["dynamodb_table_autoscaling_enabled"],
    pulumi: ["PB:dynamodb-auto-scaling-enabled"],
  },
});
