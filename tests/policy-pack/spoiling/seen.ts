import { createRequire } from "node:module";

import type { AnalyzeRequest, AnalyzerResource } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { Props } from "../support/pack-messages";
import type { Recording } from "../support/recording";

/** How the policy SDK turns the engine's values into those that a policy sees; its declarations leave it out. */
const { deserializeProperties } = createRequire(__filename)("@pulumi/policy/deserialize") as {
  readonly deserializeProperties: (properties: Struct | undefined, proxySecrets: boolean) => Props;
};

/** A resource as a policy pack sees it: what the program asked for, and what came of it in a preview. */
export interface SeenResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly inputs: Props;
  readonly outputs: Props;
  readonly provider: Props | undefined;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** Every resource of a stack that has been recorded. */
export function seen({ resources, stack }: Recording): readonly SeenResource[] {
  const asked = new Map(resources.map((request) => [request.getUrn(), request]));
  return stack.getResourcesList().map((resource) => seenResource(resource, asked.get(resource.getUrn())));
}

function seenResource(resource: AnalyzerResource, request: AnalyzeRequest | undefined): SeenResource {
  const outputs = deserializeProperties(resource.getProperties(), false);
  const provider = request?.getProvider();
  return {
    urn: resource.getUrn(),
    type: resource.getType(),
    name: resource.getName(),
    parent: resource.getParent() || undefined,
    inputs: request ? deserializeProperties(request.getProperties(), false) : outputs,
    outputs,
    provider: provider && deserializeProperties(provider.getProperties(), false),
    dependencies: resource.getDependenciesList(),
    propertyDependencies: Object.fromEntries(
      [...resource.getPropertydependenciesMap().entries()].map(([name, urns]) => [name, urns.getUrnsList()]),
    ),
  };
}
