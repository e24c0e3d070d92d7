import { isUnknown, isWireList, isWireObject, type Wire, type WireObject } from "../wire";
import { VpcRefusal } from "./refusal";
import { received, type Tracked } from "./tracked";

/** How many NAT gateways there are. */
export type NatStrategy = "None" | "Single" | "OnePerAz";

/** How address ranges are given to subnets. */
export type SubnetStrategy = "Legacy" | "Auto" | "Exact" | "AutoMerge";

/** A subnet wanted in every zone. */
export interface SubnetSpec {
  /** As the program writes it: Public, Private, Isolated or Unused. */
  readonly type: string;
  readonly name?: string;
  /** One block per zone. */
  readonly cidrBlocks?: readonly string[];
  readonly cidrMask?: number;
  /** Number of addresses. */
  readonly size?: number;
  readonly tags: Tracked;
  readonly assignIpv6AddressOnCreation?: boolean;
}

/** What `awsx.ec2.Vpc` was asked for. */
export interface VpcArguments {
  readonly cidrBlock?: string;
  readonly availabilityZoneNames?: readonly string[];
  readonly numberOfAvailabilityZones?: number;
  readonly availabilityZoneCidrMask?: number;
  readonly natStrategy: NatStrategy;
  readonly allocationIds: readonly Tracked[];
  readonly subnetStrategy: SubnetStrategy;
  readonly subnetSpecs?: readonly SubnetSpec[];
  readonly namesByZone: boolean;
  readonly endpointStrategy: "Legacy" | "Auto";
  readonly endpointSpecs: readonly WireObject[];
  readonly assignGeneratedIpv6CidrBlock: Tracked;
  readonly tags: Tracked;
  readonly region: Tracked;
  /** A property by name, for what is handed on as it is. */
  readonly property: (name: string) => Tracked;
}

/** Reads plain arguments one by one and collects what is wrong with them. */
class Reader {
  public readonly problems: string[] = [];

  public constructor(
    private readonly source: WireObject,
    private readonly path = "",
  ) {}

  public text(name: string): string | undefined {
    return this.read(name, "a text", (value) => (typeof value === "string" ? value : undefined));
  }

  public number(name: string): number | undefined {
    return this.read(name, "a number", (value) => (typeof value === "number" ? value : undefined));
  }

  public flag(name: string): boolean | undefined {
    return this.read(name, "true or false", (value) => (typeof value === "boolean" ? value : undefined));
  }

  public texts(name: string): readonly string[] | undefined {
    return this.read(name, "a list of texts", (value) =>
      isWireList(value) && value.every((item) => typeof item === "string" && !isUnknown(item))
        ? value.map((item) => item as string)
        : undefined,
    );
  }

  public objects(name: string): readonly WireObject[] | undefined {
    return this.read(name, "a list of objects", (value) =>
      isWireList(value) && value.every((item) => isWireObject(item)) ? value : undefined,
    );
  }

  public choice<T extends string>(name: string, allowed: readonly T[], preset: T): T {
    const found = this.read(name, `one of ${allowed.join(", ")}`, (value) =>
      allowed.find((word) => typeof value === "string" && word.toLowerCase() === value.toLowerCase()),
    );
    return found ?? preset;
  }

  private read<T>(name: string, wanted: string, accept: (value: Wire) => T | undefined): T | undefined {
    const value = received(this.source[name]).value;
    if (value === undefined) return undefined;
    const accepted = isUnknown(value) ? undefined : accept(value);
    if (accepted === undefined) {
      const shown = isUnknown(value) ? "not known yet" : JSON.stringify(value);
      this.problems.push(`${this.path}${name} is ${shown}; it must be ${wanted}`);
    }
    return accepted;
  }
}

function subnetSpec(source: WireObject, index: number, problems: string[]): SubnetSpec {
  const reader = new Reader(source, `subnetSpecs[${index}].`);
  const spec = {
    type: reader.text("type") ?? "Private",
    name: reader.text("name"),
    cidrBlocks: reader.texts("cidrBlocks"),
    cidrMask: reader.number("cidrMask"),
    size: reader.number("size"),
    tags: received(source.tags),
    assignIpv6AddressOnCreation: reader.flag("assignIpv6AddressOnCreation"),
  };
  problems.push(...reader.problems);
  return spec;
}

function natOf(inputs: WireObject): { reader: Reader; allocationIds: Tracked[] } {
  const nat = received(inputs.natGateways).value;
  const source = isWireObject(inputs.natGateways) ? inputs.natGateways : isWireObject(nat) ? nat : {};
  const ids = source.elasticIpAllocationIds;
  const list = isWireList(ids) ? ids : [];
  return { reader: new Reader(source, "natGateways."), allocationIds: list.map((id) => received(id)) };
}

/**
 * Reads the arguments of `awsx.ec2.Vpc`.
 * @throws VpcRefusal with everything that is not of its type.
 */
export function readArguments(
  inputs: WireObject,
  inputDependencies: Readonly<Record<string, readonly string[]>>,
): VpcArguments {
  const reader = new Reader(inputs);
  const { reader: nat, allocationIds } = natOf(inputs);
  const property = (name: string): Tracked => received(inputs[name], inputDependencies[name]);
  const specProblems: string[] = [];
  const parsed: VpcArguments = {
    cidrBlock: reader.text("cidrBlock"),
    availabilityZoneNames: reader.texts("availabilityZoneNames"),
    numberOfAvailabilityZones: reader.number("numberOfAvailabilityZones"),
    availabilityZoneCidrMask: reader.number("availabilityZoneCidrMask"),
    natStrategy: nat.choice("strategy", ["None", "Single", "OnePerAz"], "OnePerAz"),
    allocationIds,
    subnetStrategy: reader.choice("subnetStrategy", ["Legacy", "Auto", "Exact", "AutoMerge"], "Legacy"),
    subnetSpecs: reader.objects("subnetSpecs")?.map((spec, index) => subnetSpec(spec, index, specProblems)),
    namesByZone:
      reader.choice("subnetNameTagStrategy", ["Legacy", "AvailabilityZone"], "Legacy") === "AvailabilityZone",
    endpointStrategy: reader.choice("vpcEndpointStrategy", ["Legacy", "Auto"], "Legacy"),
    endpointSpecs: reader.objects("vpcEndpointSpecs") ?? [],
    assignGeneratedIpv6CidrBlock: property("assignGeneratedIpv6CidrBlock"),
    tags: property("tags"),
    region: property("region"),
    property,
  };
  const problems = [...reader.problems, ...nat.problems, ...specProblems];
  if (problems.length > 0) throw new VpcRefusal(problems);
  return parsed;
}
