import { createHash } from "node:crypto";

/** A resource's URN taken apart. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** The resource's own type, without the types of its parents. */
  readonly type: string;
  /** The logical name: what the program calls the resource. */
  readonly name: string;
}

/** Takes a URN apart; the name may itself contain `::`. */
export function urnParts(urn: string): UrnParts {
  const [head = "", project = "", types = "", ...name] = urn.split("::");
  return {
    stack: head.replace(/^urn:pulumi:/, ""),
    project,
    type: types.split("$").at(-1) ?? "",
    name: name.join("::"),
  };
}

/** The URN of a resource: the types of its parents, except the stack's, precede its own type. */
export function childUrn(request: {
  stack: string;
  project: string;
  parent: string;
  type: string;
  name: string;
}): string {
  const parentTypes = request.parent.split("::")[2] ?? "";
  const chain = parentTypes === "" || parentTypes === "pulumi:pulumi:Stack" ? "" : `${parentTypes}$`;
  return `urn:pulumi:${request.stack}::${request.project}::${chain}${request.type}::${request.name}`;
}

/** A hexadecimal fingerprint of `text`, the same in every run. */
export function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}

/** A fingerprint in the form of a UUID. */
export function uuid(text: string): string {
  const hex = digest(text, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}

/** A fingerprint as a whole number below 2³². */
export function fingerprintNumber(text: string): number {
  return Number.parseInt(digest(text, 8), 16);
}

const PARTITIONS: readonly (readonly [
  prefix: string,
  partition: string,
  dnsSuffix: string,
  reverseDns: string,
])[] = [
  ["cn-", "aws-cn", "amazonaws.com.cn", "cn.com.amazonaws"],
  ["us-gov-", "aws-us-gov", "amazonaws.com", "com.amazonaws"],
  ["us-isob-", "aws-iso-b", "sc2s.sgov.gov", "gov.sgov.sc2s"],
  ["us-iso-", "aws-iso", "c2s.ic.gov", "gov.ic.c2s"],
  ["eusc-", "aws-eusc", "amazonaws.eu", "eu.amazonaws"],
];

/** A group of Regions that shares accounts, ARNs and DNS names. */
export interface Partition {
  readonly name: string;
  readonly dnsSuffix: string;
  readonly reverseDnsPrefix: string;
}

/** The partition of a Region. */
export function partitionOf(region: string): Partition {
  const found = PARTITIONS.find(([prefix]) => region.startsWith(prefix));
  const [, name, dnsSuffix, reverseDnsPrefix] = found ?? ["", "aws", "amazonaws.com", "com.amazonaws"];
  return { name, dnsSuffix, reverseDnsPrefix };
}

/** The ARN of a resource; leave `region` or `accountId` empty where the service has none. */
export function arnOf(parts: {
  partition: string;
  service: string;
  region: string;
  accountId: string;
  resource: string;
}): string {
  return ["arn", parts.partition, parts.service, parts.region, parts.accountId, parts.resource].join(":");
}
