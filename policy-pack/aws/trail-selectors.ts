import { known, valueOr, type View } from "../reading/view";

/** Kinds of events that controls ask for: of the management of everything, and of all objects in S3. */
export type EventKind = "management" | "objects";

/** What one selector of a trail lets in, whole and as far as it is known. */
interface Selector {
  readonly kinds: readonly EventKind[];
  readonly reads: boolean;
  readonly writes: boolean;
  /** The first place that keeps the rest unknown. */
  readonly open: View | undefined;
}

const ALL_BUCKETS = /^arn:aws[a-z-]*:s3(:::)?$/;

function kindsOf(isManaging: boolean, isOfObjects: boolean): readonly EventKind[] {
  const all: readonly (readonly [EventKind, boolean])[] = [
    ["management", isManaging],
    ["objects", isOfObjects],
  ];
  return all.filter(([, holds]) => holds).map(([kind]) => kind);
}

function basic(place: View): Selector {
  const isManaging =
    valueOr(place.at("includeManagementEvents").boolean(), true) === true &&
    place.at("excludeManagementEventSources").isEmpty;
  const isOfObjects = place
    .at("dataResources")
    .items()
    .filter((resource) => known(resource.at("type").string()) === "AWS::S3::Object")
    .flatMap((resource) => resource.at("values").items())
    .some((value) => ALL_BUCKETS.test(known(value.string()) ?? ""));
  const access = valueOr(place.at("readWriteType").string(), "All") ?? "";
  return {
    kinds: kindsOf(isManaging, isOfObjects),
    reads: ["All", "ReadOnly"].includes(access),
    writes: ["All", "WriteOnly"].includes(access),
    open: place.firstUnknown(),
  };
}

/** Fields that sort events by kind; every other field leaves some of a kind out. */
const WHOLE = ["eventCategory", "readOnly", "resources.type"];

function advanced(place: View): Selector {
  const fields = place.at("fieldSelectors").items();
  const equals = (name: string) =>
    fields
      .filter((field) => known(field.at("field").string()) === name)
      .flatMap((field) => field.at("equals").items())
      .flatMap((value) => known(value.string()) ?? []);
  const isNarrow = fields.some((field) => !WHOLE.includes(known(field.at("field").string()) ?? ""));
  const isOfObjects =
    equals("eventCategory").includes("Data") && equals("resources.type").includes("AWS::S3::Object");
  const kinds = kindsOf(equals("eventCategory").includes("Management"), isOfObjects);
  const access = equals("readOnly");
  const isBoth = !fields.some((field) => known(field.at("field").string()) === "readOnly");
  return {
    kinds: isNarrow ? [] : kinds,
    reads: isBoth || access.includes("true"),
    writes: isBoth || access.includes("false"),
    open: place.firstUnknown(),
  };
}

/** Whether a trail logs all reads and writes of a kind, or the place that would say it. Unset, it logs management. */
export function logsAll(trail: View, kind: EventKind): boolean | View {
  const lists = [trail.at("eventSelectors"), trail.at("advancedEventSelectors")];
  if (lists.every(({ isEmpty }) => isEmpty)) return kind === "management";
  const [ofBasic = [], ofAdvanced = []] = lists.map((list) => list.items());
  const selectors = [...ofBasic.map(basic), ...ofAdvanced.map(advanced)];
  const good = selectors.filter(({ kinds }) => kinds.includes(kind));
  if (good.some(({ reads }) => reads) && good.some(({ writes }) => writes)) return true;
  return (
    [...lists.filter(({ isUnknown }) => isUnknown), ...selectors.map(({ open }) => open)].find(Boolean) ??
    false
  );
}
