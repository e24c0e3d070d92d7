import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { withKnownParts } from "../core/known-parts";

/**
 * Children of `awsx.ec2.Vpc` by logical name. What stands in place of a resource that nothing constructs (a check that
 * runs without awsx's provider) stands here too, so that what depends on it can still be checked.
 */
export type NamedChildren = pulumi.Output<Readonly<Record<string, pulumi.CustomResource | string>>>;

const placeholder = "placeholder";

/** Names the resources of one of the lists with which `awsx.ec2.Vpc` answers, and whose order is its own. */
export function namedChildren(children: pulumi.Output<pulumi.CustomResource[]>): NamedChildren {
  return children.apply((answered) =>
    pulumi.all(answered.filter(isConstructed).map(({ urn }) => urn)).apply((urns) => byName(answered, urns)),
  );
}

function byName(
  answered: readonly pulumi.CustomResource[],
  urns: readonly string[],
): Readonly<Record<string, pulumi.CustomResource | string>> {
  if (urns.length < answered.length) return { [placeholder]: text(answered[0]) };
  return Object.fromEntries(answered.map((resource, at) => [urns[at]?.split("::").at(-1) ?? "", resource]));
}

/**
 * Id of the child with a logical name. It is taken from the child alone, so that in a preview it is known for a child
 * that exists, whatever else is new.
 */
export function childId(children: NamedChildren, logicalName: string): pulumi.Output<string> {
  const property = (name: "id" | "urn"): pulumi.Output<string> =>
    children.apply((named) => {
      const child = named[logicalName] ?? named[placeholder];
      if (child === undefined) throw new Error(`awsx.ec2.Vpc built nothing named "${logicalName}"`);
      return typeof child === "string" ? pulumi.output(child) : child[name];
    });
  return withKnownParts(property("id"), property("urn"));
}

/** One property of the VPC that `awsx.ec2.Vpc` made, known in a preview of a VPC that exists. */
export function vpcProperty(
  vpc: pulumi.Output<aws.ec2.Vpc>,
  property: "id" | "defaultNetworkAclId" | "defaultRouteTableId" | "ipv6CidrBlock",
): pulumi.Output<string> {
  return vpc.apply((answered) =>
    isConstructed(answered) ? answered[property] : pulumi.output(text(answered)),
  );
}

function isConstructed<Resource extends pulumi.CustomResource>(answered: Resource): answered is Resource {
  return pulumi.CustomResource.isInstance(answered);
}

function text(answered: unknown): string {
  return String(answered);
}
