import { INSTANCES, LAUNCH_CONFIGURATIONS, LAUNCH_TEMPLATES, SPOT_REQUESTS } from "../../aws/instances";
import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { key, list, setting, text } from "../../verdict/text";

interface Parameters {
  readonly instanceTypes: readonly string[];
  readonly tenancies: readonly string[];
  readonly databaseClasses: readonly string[];
}

/** Properties that name a type, a tenancy or a class, whichever resource they are of. */
const PLACES: Readonly<Record<keyof Parameters, readonly string[]>> = {
  instanceTypes: ["instanceType"],
  tenancies: ["tenancy", "placement.tenancy", "placementTenancy"],
  databaseClasses: ["instanceClass"],
};

/** `t3.*` stands for every size of a family. */
function isAllowed(value: string, allowed: readonly string[]): boolean {
  return allowed.some((each) => (each.endsWith("*") ? value.startsWith(each.slice(0, -1)) : value === each));
}

function judge(place: View, allowed: readonly string[]): Outcome {
  if (place.isUnknown) return undetermined(place);
  return isAllowed(known(place.string()) ?? "", allowed)
    ? pass
    : fail(
        place,
        text`${key(place.path)} has another value; allowed: ${list(allowed.map(setting))}.`,
        place.path,
      );
}

const patterns = {
  type: "array" as const,
  items: { type: "string" as const },
  default: [],
};

export const control = defineControl<Parameters>({
  id: "EC2-35",
  name: "instance-type-allowed",
  title: "Instances are of an allowed type, tenancy and class",
  why: "One large type that was chosen by mistake costs more than the rest of the stack.",
  fix: "Take one of the allowed values, or add to the control's list.",
  severity: "low",
  enforcement: "advisory",
  types: [
    ...INSTANCES,
    ...SPOT_REQUESTS,
    ...LAUNCH_TEMPLATES,
    ...LAUNCH_CONFIGURATIONS,
    ...tokens("rds/instance:Instance", "rds/clusterInstance:ClusterInstance"),
  ],
  parameters: {
    instanceTypes: { ...patterns, description: "Allowed instance types, such as t3.*; none means all." },
    tenancies: { ...patterns, description: "Allowed tenancies, such as default; none means all." },
    databaseClasses: {
      ...patterns,
      description: "Allowed classes of databases, such as db.t4g.*; none means all.",
    },
  },
  resource: ({ props }, { parameters }) => {
    const asked = (["instanceTypes", "tenancies", "databaseClasses"] as const)
      .filter((name) => parameters[name].length > 0)
      .flatMap((name) => PLACES[name].map((path) => ({ place: props.at(path), allowed: parameters[name] })))
      .filter(({ place }) => !place.isAbsent);
    if (asked.length === 0) return notApplicable("Nothing is asked of what it sets");
    return asked.map(({ place, allowed }) => judge(place, allowed));
  },
  references: {
    nist80053: ["CM-2", "CM-6"],
    wellArchitected: ["COST06-BP02"],
    awsConfig: ["desired-instance-type", "desired-instance-tenancy"],
  },
});
