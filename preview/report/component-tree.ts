import type { PreviewedResource } from "../result";

/** One resource with what is below it. */
export interface TreeNode {
  readonly resource: PreviewedResource;
  /** Components before resources, otherwise in order of registration. */
  readonly children: readonly TreeNode[];
  /** Components below this one, itself left out. */
  readonly components: number;
  /** Resources below this one, itself left out. */
  readonly resources: number;
}

/** Providers are registered like resources, but AWS holds nothing for them. */
export function isProvider(resource: PreviewedResource): boolean {
  return resource.type.startsWith("pulumi:providers:");
}

/** Whether this is the stack, the root of everything. */
export function isStack(resource: PreviewedResource): boolean {
  return resource.type === "pulumi:pulumi:Stack";
}

function total(children: readonly TreeNode[], kind: "components" | "resources"): number {
  const own = children.filter(
    ({ resource }) => !isProvider(resource) && resource.custom === (kind === "resources"),
  );
  return children.reduce((sum, child) => sum + child[kind], own.length);
}

function node(resource: PreviewedResource, children: readonly TreeNode[]): TreeNode {
  const sorted = [...children].sort((a, b) => Number(a.resource.custom) - Number(b.resource.custom));
  return {
    resource,
    children: sorted,
    components: total(children, "components"),
    resources: total(children, "resources"),
  };
}

/** The roots of the resources: usually the stack alone. A resource whose parent is not among them is a root. */
export function componentTree(resources: readonly PreviewedResource[]): readonly TreeNode[] {
  const known = new Set(resources.map(({ urn }) => urn));
  const children = new Map<string, PreviewedResource[]>();
  const roots: PreviewedResource[] = [];
  for (const resource of resources) {
    const { parent } = resource;
    if (parent === undefined || !known.has(parent)) roots.push(resource);
    else children.set(parent, [...(children.get(parent) ?? []), resource]);
  }
  const build = (resource: PreviewedResource): TreeNode =>
    node(resource, (children.get(resource.urn) ?? []).map(build));
  return roots.map(build);
}

/** How many components and resources a stack has; the stack itself and providers are neither. */
export function stackSize(resources: readonly PreviewedResource[]): {
  components: number;
  resources: number;
} {
  const counted = resources.filter((resource) => !isStack(resource) && !isProvider(resource));
  const custom = counted.filter((resource) => resource.custom).length;
  return { components: counted.length - custom, resources: custom };
}

/** A type token as Pulumi's own command line shows it: `aws:ec2/vpc:Vpc` becomes `aws:ec2:Vpc`. */
export function shortType(token: string): string {
  return token.replace(/^([^:]+:[^:/]+)\/[^:]+:/, "$1:");
}
