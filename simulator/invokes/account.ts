import { availabilityZones, findZone, type AvailabilityZone } from "../availability-zones";
import { AwsError } from "../aws-error";
import { arnOf, partitionOf } from "../identity";
import { textOf } from "../resource-types/definition";
import { isWireList, type Wire, type WireObject } from "../wire";
import type { Answerer, Call } from "./definition";

function texts(value: Wire | undefined): string[] {
  return isWireList(value) ? value.map((item) => textOf(item)) : [];
}

function zones({ args, settings }: Call): WireObject {
  const excluded = new Set([...texts(args.excludeNames), ...texts(args.excludeZoneIds)]);
  const kept = availabilityZones(settings.region).filter(
    ({ name, zoneId }) => !excluded.has(name) && !excluded.has(zoneId),
  );
  return {
    id: settings.region,
    region: settings.region,
    names: kept.map(({ name }) => name),
    zoneIds: kept.map(({ zoneId }) => zoneId),
    groupNames: [`${settings.region}-zg-1`],
  };
}

function zoneDetails({ name, zoneId }: AvailabilityZone, region: string): WireObject {
  return {
    id: name,
    name,
    zoneId,
    region,
    groupName: `${region}-zg-1`,
    groupLongName: `${region} availability zones`,
    nameSuffix: name.slice(region.length),
    networkBorderGroup: region,
    optInStatus: "opt-in-not-required",
    parentZoneId: "",
    parentZoneName: "",
    state: "available",
    zoneType: "availability-zone",
  };
}

function zone({ args, settings }: Call): WireObject {
  const asked = textOf(args.name) || textOf(args.zoneId);
  const found = findZone(settings.region, asked);
  if (found === undefined) {
    const known = availabilityZones(settings.region).flatMap(({ name, zoneId }) => [name, zoneId]);
    throw new AwsError(
      "InvalidParameterValue",
      `zone is ${JSON.stringify(asked)}; it must be one of ${known.join(", ")}`,
    );
  }
  return zoneDetails(found, settings.region);
}

function caller({ settings }: Call): WireObject {
  const { accountId, region } = settings;
  const partition = partitionOf(region).name;
  const resource = "assumed-role/simulated/session";
  return {
    id: accountId,
    accountId,
    arn: arnOf({ partition, service: "sts", region: "", accountId, resource }),
    userId: "AROASIMULATED00000000:session",
  };
}

function partition({ settings }: Call): WireObject {
  const { name, dnsSuffix, reverseDnsPrefix } = partitionOf(settings.region);
  return { id: name, partition: name, dnsSuffix, reverseDnsPrefix };
}

function region({ args, settings }: Call): WireObject {
  const name = textOf(args.name) || settings.region;
  return {
    id: name,
    name,
    region: name,
    description: name,
    endpoint: `ec2.${name}.${partitionOf(name).dnsSuffix}`,
  };
}

function servicePrincipal({ args, settings }: Call): WireObject {
  const service = textOf(args.serviceName);
  return {
    id: `${service}.${settings.region}.amazonaws.com`,
    name: `${service}.amazonaws.com`,
    region: settings.region,
    suffix: "amazonaws.com",
  };
}

/** Functions about the account, its Regions and zones. */
export const ACCOUNT_FUNCTIONS: Readonly<Record<string, Answerer>> = {
  "aws:index/getAvailabilityZones": zones,
  "aws:index/getAvailabilityZone": zone,
  "aws:index/getCallerIdentity": caller,
  "aws:index/getPartition": partition,
  "aws:index/getRegion": region,
  "aws:index/getServicePrincipal": servicePrincipal,
  "aws:index/getDefaultTags": ({ settings }) => ({
    id: partitionOf(settings.region).name,
    tags: settings.defaultTags,
  }),
};
