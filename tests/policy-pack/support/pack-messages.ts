import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { LedgerLine } from "../../../policy-pack/verdict/ledger";

/** Values as they travel on Pulumi's wire. */
export type Props = Readonly<Record<string, unknown>>;

/** A resource as the engine shows it to a pack. */
export interface WireResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Props;
  readonly outputs: Props;
  readonly provider?: Props;
  readonly parent?: string;
  readonly ignoreChanges?: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** Configuration as the engine sends it, by name of the policy. */
export type WireConfiguration = Readonly<
  Record<string, { readonly level: string; readonly properties?: Props }>
>;

/** What a pack tells of a violation. */
export interface Told {
  readonly policy: string;
  readonly message: string;
  readonly level: string;
  readonly severity: number;
  readonly urn: string;
}

/** What a test asks of a pack, wherever it runs. */
export interface AskedPack {
  configure(configuration: WireConfiguration): Promise<void>;
  analyze(resource: WireResource): Promise<readonly Told[]>;
  analyzeStack(resources: readonly WireResource[]): Promise<readonly Told[]>;
  /** Verdicts since the last time of asking. */
  verdicts(): readonly LedgerLine[];
}

const LEVELS: Readonly<Record<string, analyzer.EnforcementLevel>> = {
  advisory: analyzer.EnforcementLevel.ADVISORY,
  mandatory: analyzer.EnforcementLevel.MANDATORY,
  disabled: analyzer.EnforcementLevel.DISABLED,
  remediate: analyzer.EnforcementLevel.REMEDIATE,
};
function struct(props: Props): Struct {
  // Fixtures are written as plain JSON values.
  return Struct.fromJavaScript(props as Record<string, JavaScriptValue>);
}

/** The engine's question about one resource. */
export function resourceRequest(resource: WireResource): analyzer.AnalyzeRequest {
  const request = new analyzer.AnalyzeRequest();
  request.setUrn(resource.urn);
  request.setType(resource.type);
  request.setName(resource.name);
  request.setProperties(struct(resource.inputs));
  const options = new analyzer.AnalyzerResourceOptions().setParent(resource.parent ?? "");
  request.setOptions(options.setIgnorechangesList([...(resource.ignoreChanges ?? [])]));
  if (resource.provider) request.setProvider(providerOf(resource.provider));
  return request;
}

/** The engine's question about the whole stack. */
export function stackRequest(resources: readonly WireResource[]): analyzer.AnalyzeStackRequest {
  const request = new analyzer.AnalyzeStackRequest();
  request.setResourcesList(resources.map(stackResource));
  return request;
}

/** The engine's message of the configuration. */
export function configureRequest(configuration: WireConfiguration): analyzer.ConfigureAnalyzerRequest {
  const request = new analyzer.ConfigureAnalyzerRequest();
  for (const [name, { level, properties = {} }] of Object.entries(configuration)) {
    const policy = new analyzer.PolicyConfig();
    policy.setEnforcementlevel(LEVELS[level] ?? analyzer.EnforcementLevel.ADVISORY);
    policy.setProperties(struct(properties));
    request.getPolicyconfigMap().set(name, policy);
  }
  return request;
}

function providerOf(props: Props): analyzer.AnalyzerProviderResource {
  const provider = new analyzer.AnalyzerProviderResource();
  provider.setType("pulumi:providers:aws");
  provider.setName("aws");
  provider.setUrn("urn:pulumi:test::test::pulumi:providers:aws::aws");
  provider.setProperties(struct(props));
  return provider;
}

function stackResource(resource: WireResource): analyzer.AnalyzerResource {
  const message = new analyzer.AnalyzerResource();
  message.setUrn(resource.urn);
  message.setType(resource.type);
  message.setName(resource.name);
  message.setProperties(struct(resource.outputs));
  message.setOptions(new analyzer.AnalyzerResourceOptions());
  if (resource.parent !== undefined) message.setParent(resource.parent);
  for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
    const dependencies = new analyzer.AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  message.setDependenciesList([...new Set(Object.values(resource.propertyDependencies).flat())]);
  return message;
}

/** What a pack answers. */
export function told(response: analyzer.AnalyzeResponse): readonly Told[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    policy: diagnostic.getPolicyname(),
    message: diagnostic.getMessage(),
    level: Object.keys(LEVELS).find((level) => LEVELS[level] === diagnostic.getEnforcementlevel()) ?? "",
    severity: diagnostic.getSeverity(),
    urn: diagnostic.getUrn(),
  }));
}
