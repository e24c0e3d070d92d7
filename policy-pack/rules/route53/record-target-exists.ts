import { tokens } from "../../aws/tokens";
import { isPrivate, parseRange } from "../../cidr/range";
import { known, type View } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly owned: boolean;
}

const RECORDS = tokens("route53/record:Record");

/** Names that AWS gives away again once their owner is gone. */
const LET_BY_AWS =
  /\.(amazonaws\.com(\.cn)?|cloudfront\.net|elasticbeanstalk\.com|awsglobalaccelerator\.com|on\.aws|awsapprunner\.com)\.?$/i;

/** Whether somebody else can come to own what a record points at. */
function canBeTakenOver(target: string): boolean {
  const range = parseRange(target);
  return range ? !isPrivate(range) : LET_BY_AWS.test(target);
}

/** Everything that resources of the stack are known to have become. */
function outputsOf(stack: StackIndex): ReadonlySet<string> {
  const values = stack.resources
    .filter(({ type }) => !RECORDS.includes(type))
    .flatMap(({ outputs }) => outputs.keys().map((key) => known(outputs.child(key).string())));
  return new Set(values.flatMap((value) => value?.toLowerCase() ?? []));
}

function judgeTarget(place: View, isComputed: boolean, made: ReadonlySet<string>): Outcome {
  // What is computed comes from a resource of the stack, or from a look-up that has just found it.
  if (isComputed) return pass;
  if (place.isUnknown) return undetermined(place);
  const target = known(place.string()) ?? "";
  if (!canBeTakenOver(target) || made.has(target.toLowerCase())) return pass;
  return fail(
    place,
    text`nothing in the stack is what the record points at; required: a resource of it.`,
    place.path,
  );
}

function judge(record: StackResource, made: ReadonlySet<string>): readonly Outcome[] {
  const [records, aliases] = [record.props.at("records"), record.props.at("aliases")];
  const isComputed = (property: string): boolean => (record.propertyDependencies[property] ?? []).length > 0;
  const open = [records, aliases].filter(({ isUnknown, path }) => isUnknown && !isComputed(path));
  const found = [
    ...open.map((place) => undetermined(place)),
    ...records.items().map((place) => judgeTarget(place, isComputed("records"), made)),
    ...aliases.items().map((alias) => judgeTarget(alias.at("name"), isComputed("aliases"), made)),
  ].filter(({ verdict }) => verdict !== "pass");
  return found.length > 0 ? found : [pass];
}

export const control = defineControl<Parameters>({
  id: "R53-03",
  name: "record-target-exists",
  title: "Records point at resources of the stack, not at what it no longer has",
  why: "An address or name that AWS lets to somebody else hands them your host name with it.",
  fix: "Compute records or aliases from the resource, or remove the record.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { severity: "high", enforcement: "mandatory" },
  },
  types: RECORDS,
  parameters: {
    owned: {
      type: "boolean",
      default: false,
      description: "This stack makes whatever its records of AWS addresses and names point at.",
    },
  },
  stack: (stack, { parameters }) => {
    const made = parameters.owned ? outputsOf(stack) : new Set<string>();
    return stack
      .ofTypes(RECORDS)
      .flatMap((record) =>
        parameters.owned
          ? judge(record, made).map((outcome) => located(record, outcome))
          : [located(record, notApplicable("The stack does not own what its records point at"))],
      );
  },
  references: {
    nist80053: ["CM-8", "SC-20"],
    wellArchitected: ["SEC03-BP07", "COST04-BP03"],
    checkov: ["CKV2_AWS_23"],
    prowler: ["route53_dangling_ip_subdomain_takeover"],
  },
});
