import { childUrn, uuid } from "../identity";
import { settingsOf, SIMULATED_ACCOUNT, type ProviderSettings } from "../settings";
import type { SimulatedAws } from "../simulated-aws";
import { constructVpc } from "../vpc/construct";
import type { Registrar } from "../vpc/registrar";
import { plainProperties, UNKNOWN, type WireObject } from "../wire";
import { draftOfRegistration, type Draft } from "./draft";
import { TransformRunner } from "./transform-runner";

/** One registration as the engine would have it. */
export interface SimulatedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** The parent's URN; empty without one. */
  readonly parent: string;
  /** Whether a provider makes it; components have none. */
  readonly custom: boolean;
  /** Whether it is a component that another process builds. */
  readonly remote: boolean;
  /** Whether it belongs to somebody else and was only read. */
  readonly external: boolean;
  /** Empty in a preview. */
  readonly id: string;
  /** Inputs as the program gives them, after transforms. */
  readonly requested: WireObject;
  /** Inputs as policies and AWS see them: after the provider's Check. */
  readonly inputs: WireObject;
  readonly outputs: WireObject;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly ignoreChanges: readonly string[];
  /** The provider's reference, `<urn>::<id>`; empty for the default provider. */
  readonly provider: string;
  /** References of the providers a component hands on, by package. */
  readonly providers: Readonly<Record<string, string>>;
}

/** What a registration answers. */
export interface EngineAnswer {
  readonly urn: string;
  readonly id: string;
  readonly outputs: WireObject;
  readonly outputDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** A request to read a resource that belongs to somebody else. */
export interface EngineRead {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly id: string;
  readonly provider: string;
  readonly state: WireObject;
  readonly dependencies: readonly string[];
}

/** Where a {@link MockEngine} runs. */
export interface EngineScope {
  readonly stack: string;
  readonly project: string;
  readonly preview: boolean;
  /** Settings of the default AWS provider. */
  readonly settings: ProviderSettings;
  readonly accountId?: string;
  /** Outputs of other stacks, by full name; none where left out. */
  readonly stackOutputs?: Readonly<Record<string, WireObject>>;
}

const PROVIDER = "pulumi:providers:";
const STACK_REFERENCE = "pulumi:pulumi:StackReference";

/** The engine's part in a unit test: URNs, transforms, providers, components, one AWS. */
export class MockEngine implements Registrar {
  public readonly transforms = new TransformRunner();
  public readonly failures: Error[] = [];
  public readonly resources = new Map<string, SimulatedResource>();
  private readonly settings = new Map<string, ProviderSettings>();

  public constructor(
    private readonly aws: SimulatedAws,
    private readonly scope: EngineScope,
  ) {}

  /** Registers what the program asks for. */
  public async register(asked: Draft): Promise<EngineAnswer> {
    const draft = this.withInheritedProviders(await this.transforms.run(asked));
    if (draft.remote) return this.construct(draft);
    return this.add(draft);
  }

  public registerResource(registration: Parameters<Registrar["registerResource"]>[0]): Promise<EngineAnswer> {
    return this.register(draftOfRegistration(registration));
  }

  public registerOutputs(): Promise<void> {
    return Promise.resolve();
  }

  public invoke(call: { token: string; args: WireObject; provider?: string }): Promise<WireObject> {
    return this.call({ ...call, provider: call.provider ?? "" });
  }

  /** Answers the engine's own functions and those of AWS. */
  public async call(call: { token: string; args: WireObject; provider: string }): Promise<WireObject> {
    if (call.token !== "pulumi:pulumi:getResource") {
      return this.aws.invoke({ ...call, settings: this.settingsOf(call.provider) });
    }
    const urn = typeof call.args.urn === "string" ? call.args.urn : "";
    const found = this.resources.get(urn);
    if (found === undefined) throw new Error(`unknown resource ${urn}`);
    return { urn, id: found.id, state: found.outputs };
  }

  /** Takes the outputs a component gives itself. */
  public registerComponentOutputs(urn: string, outputs: WireObject): void {
    const found = this.resources.get(urn);
    if (found === undefined) throw new Error(`outputs were registered for ${urn}, which is no resource`);
    this.resources.set(urn, { ...found, outputs: plainProperties(outputs) });
  }

  /** Reads what exists; of what does not, only what the program says of it is known. */
  public async read(asked: EngineRead): Promise<EngineAnswer> {
    const urn = this.claim(asked);
    const settings = this.settingsOf(asked.provider);
    const state = plainProperties(asked.state);
    const outputs =
      asked.type === STACK_REFERENCE
        ? this.otherStack(asked.id)
        : await this.readFromAws({ ...asked, urn, settings, state });
    this.resources.set(urn, {
      ...EMPTY,
      ...asked,
      urn,
      custom: true,
      external: true,
      requested: state,
      inputs: state,
      outputs,
    });
    return { urn, id: asked.id, outputs };
  }

  private async readFromAws({
    state,
    ...asked
  }: EngineRead & { readonly urn: string; readonly settings: ProviderSettings }): Promise<WireObject> {
    const { urn, type, id, settings } = asked;
    const found = await this.aws.read({ urn, type, id, inputs: {}, settings });
    return found.id === "" ? state : found.outputs;
  }

  /** What the engine's own provider reads from another stack's state. */
  private otherStack(name: string): WireObject {
    const outputs = this.scope.stackOutputs?.[name];
    if (outputs !== undefined) return { name, outputs, secretOutputNames: [] };
    if (!this.scope.preview) throw new Error(`unknown stack "${name}"`);
    return { name, outputs: UNKNOWN, secretOutputNames: UNKNOWN };
  }

  /** A component hands its parent's providers on; a resource without a provider has that of its parent. */
  private withInheritedProviders(draft: Draft): Draft {
    const parent = this.resources.get(draft.parent);
    const { options } = draft;
    if (parent === undefined || draft.type.startsWith(PROVIDER)) return draft;
    const own = options.getProvidersMap();
    const inherited = draft.custom ? [] : Object.entries(parent.providers);
    for (const [name, reference] of inherited) if (!own.has(name)) own.set(name, reference);
    const fitting =
      parent.providers[packageOf(draft.type)] ??
      (packageOf(parent.type) === packageOf(draft.type) ? parent.provider : "");
    if (draft.custom && options.getProvider() === "") options.setProvider(fitting);
    return draft;
  }

  /** The children of a simulated component are registered as any resource is. */
  private async construct(draft: Draft): Promise<EngineAnswer> {
    if (draft.type !== "awsx:ec2:Vpc") {
      throw new Error(
        `${draft.type} ${draft.name} is built by a provider that is not simulated; awsx:ec2:Vpc is`,
      );
    }
    const { options } = draft;
    const request = {
      name: draft.name,
      parent: draft.parent,
      inputs: draft.inputs,
      inputDependencies: draft.propertyDependencies,
      providers: providersOf(draft),
      ...(options.hasProtect() && { protect: options.getProtect() === true }),
      ...(options.hasRetainOnDelete() && { retainOnDelete: options.getRetainOnDelete() === true }),
      preview: this.scope.preview,
    };
    const component = this.component(draft);
    const { urn, state, stateDependencies } = await constructVpc(request, component);
    const recorded = this.resources.get(urn);
    if (recorded !== undefined) this.resources.set(urn, { ...recorded, outputs: state });
    return { urn, id: "", outputs: state, outputDependencies: stateDependencies };
  }

  /** awsx registers its component once more, without inputs; here the program's own registration stands for both. */
  private component(draft: Draft): Registrar {
    return {
      registerResource: (registration) =>
        registration.type === draft.type && !registration.custom
          ? this.add(draft)
          : this.registerResource(registration),
      registerOutputs: () => this.registerOutputs(),
      invoke: (call) => this.invoke(call),
    };
  }

  private async add(draft: Draft): Promise<EngineAnswer> {
    const urn = this.claim(draft);
    this.transforms.remember(urn, draft);
    const requested = plainProperties(draft.inputs);
    const { options } = draft;
    const recorded: SimulatedResource = {
      ...EMPTY,
      ...draft,
      urn,
      requested,
      inputs: requested,
      dependencies: options.getDependsOnList(),
      protect: options.getProtect() === true,
      retainOnDelete: options.getRetainOnDelete() === true,
      ignoreChanges: options.getIgnoreChangesList(),
      provider: options.getProvider(),
      providers: providersOf(draft),
    };
    this.resources.set(urn, recorded);
    const made = draft.custom ? await this.make(recorded) : { id: "", inputs: requested, outputs: {} };
    this.resources.set(urn, { ...recorded, ...made });
    return { urn, id: made.id, outputs: made.outputs };
  }

  private async make(
    resource: SimulatedResource,
  ): Promise<Pick<SimulatedResource, "id" | "inputs" | "outputs">> {
    const { urn, type, requested } = resource;
    if (type.startsWith(PROVIDER)) return this.makeProvider(resource);
    if (!type.startsWith("aws:")) return { id: uuid(urn), inputs: requested, outputs: requested };
    const settings = this.settingsOf(resource.provider);
    const { inputs, failures } = this.aws.check({ urn, type, inputs: requested, settings });
    if (failures.length > 0) {
      const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`).join("; ");
      throw new Error(`${type} ${resource.name} is refused: ${reasons}`);
    }
    const { id, outputs } = await this.aws.create({
      urn,
      type,
      inputs,
      settings,
      preview: this.scope.preview,
    });
    return { id, inputs, outputs };
  }

  private makeProvider({
    urn,
    type,
    requested,
  }: SimulatedResource): Pick<SimulatedResource, "id" | "inputs" | "outputs"> {
    if (type === `${PROVIDER}aws`) this.settings.set(urn, settingsOf(requested, this.scope.accountId));
    const id = this.scope.preview ? UNKNOWN : uuid(urn);
    return { id, inputs: requested, outputs: requested };
  }

  private settingsOf(reference: string): ProviderSettings {
    const urn = reference.split("::").slice(0, -1).join("::");
    return this.settings.get(urn) ?? this.scope.settings;
  }

  private claim(draft: Pick<Draft, "type" | "name" | "parent">): string {
    const urn = childUrn({ ...this.scope, ...draft });
    if (this.resources.has(urn))
      throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
    return urn;
  }
}

const EMPTY: Omit<SimulatedResource, "urn" | "type" | "name" | "parent" | "requested" | "inputs"> = {
  custom: false,
  remote: false,
  external: false,
  id: "",
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
  protect: false,
  retainOnDelete: false,
  ignoreChanges: [],
  provider: "",
  providers: {},
};

function packageOf(type: string): string {
  return type.split(":")[0] ?? "";
}

function providersOf({ options }: Draft): Record<string, string> {
  return Object.fromEntries(options.getProvidersMap().entries());
}

/** Settings of a default provider, for resources that are given none. */
export function defaultSettings(given: Partial<ProviderSettings>): ProviderSettings {
  return {
    region: "eu-west-1",
    accountId: SIMULATED_ACCOUNT,
    defaultTags: {},
    allowedAccountIds: [],
    ...given,
  };
}
