import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { CLUSTER_INSTANCES, CLUSTERS, INSTANCES } from "./databases";
import { tokens } from "./tokens";

/** A parameter as a database gets it; `place` is where the database names its group. */
export type Parameter = { readonly place: View } & (
  | { readonly state: "set"; readonly value: string }
  /** Its group leaves it at what AWS takes for the family, such as `postgres16`, where that is known. */
  | { readonly state: "default"; readonly family: string | undefined }
  | { readonly state: "open"; readonly waitsFor?: string }
);

const GROUPS = tokens("rds/parameterGroup:ParameterGroup");
const CLUSTER_GROUPS = tokens("rds/clusterParameterGroup:ClusterParameterGroup");

const GROUP_OF: readonly (readonly [of: readonly string[], property: string, groups: readonly string[]])[] = [
  [INSTANCES, "parameterGroupName", GROUPS],
  [CLUSTERS, "dbClusterParameterGroupName", CLUSTER_GROUPS],
  [CLUSTER_INSTANCES, "dbParameterGroupName", GROUPS],
];

/** The family whose default group a database without a group gets. */
function familyOf(props: View): string | undefined {
  const engine = known(props.at("engine").string());
  const version = known(props.at("engineVersion").string());
  if (engine === undefined || version === undefined) return undefined;
  const [major = "", minor = ""] = version.split(".");
  return `${engine}${engine.includes("postgres") ? major : `${major}.${minor}`}`;
}

function inGroup(group: StackResource, names: readonly string[], place: View): Parameter {
  const parameters = group.props.at("parameters");
  const open: Parameter = { state: "open", place, waitsFor: group.urn };
  if (parameters.isUnknown) return open;
  const items = parameters.items();
  const item = items.find((each) => names.includes(known(each.at("name").string()) ?? ""));
  const value = item && known(item.at("value").string());
  if (value !== undefined) return { state: "set", place, value };
  const isVague = item !== undefined || items.some((each) => each.at("name").isUnknown);
  return isVague ? open : { state: "default", place, family: known(group.props.at("family").string()) };
}

/** The first of some parameters that the parameter group of an instance or cluster sets, or its default. */
export function parameterOf(stack: StackIndex, owner: StackResource, names: readonly string[]): Parameter {
  const [, property = "", types = []] = GROUP_OF.find(([of]) => of.includes(owner.type)) ?? [];
  const place = owner.props.at(property);
  if (place.isAbsent) return { state: "default", place, family: familyOf(owner.props) };
  const name = known(place.string()) ?? "";
  if (name.startsWith("default.")) {
    return { state: "default", place, family: name.slice("default.".length) };
  }
  const [group] = stack.targets(owner, property, types).found;
  return group ? inGroup(group, names, place) : { state: "open", place };
}
