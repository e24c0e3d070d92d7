import type {
  ReadResourceRequest,
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import { containsUnknown, fromStruct, type WireObject } from "../../simulator/wire";
import { DefaultProviders } from "./default-providers";
import { type Deployment, providerGoal } from "./deployment";
import { type Goal, keptOptions, needsProvider, optionsOf, type Request } from "./goal";
import { NO_OPTIONS, type ResourceState } from "./resource-state";
import { type SettledRequest, type TransformChain, withoutOutputs } from "./transform-chain";
import { sourceOf } from "./source";
import { isTypeToken, packageOf } from "./urn";
import { distinct } from "./values";
import type { Configuration } from "../project/configuration";
import type { Packages } from "./packages";

/** What a registration answers. */
export interface Registered {
  readonly urn: string;
  /** Empty while only an update can know it. */
  readonly id: string;
  readonly outputs: WireObject;
  /** What each output of a remote component depends on. */
  readonly outputDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** Builds a remote component; its children are registered through the {@link Registrations} that asked. */
export type RemoteConstruction = (
  request: SettledRequest,
  providers: Readonly<Record<string, string>>,
) => Promise<Registered>;

/** Takes registrations as they come from the program or from a remote component's provider. */
export class Registrations {
  public readonly defaultProviders: DefaultProviders;
  /** Providers that a component passes to its children, by package. */
  private readonly componentProviders = new Map<string, ReadonlyMap<string, string>>();

  /**
   * @param deployment - Where resources come about.
   * @param transforms - The program's transforms.
   * @param packages - The packages the program has registered.
   * @param configuration - The stack's configuration, for default providers.
   */
  public constructor(
    private readonly deployment: Deployment,
    private readonly transforms: TransformChain,
    private readonly packages: Packages,
    configuration: Configuration,
  ) {
    this.defaultProviders = new DefaultProviders(configuration, async (type, name, inputs) => {
      const { urn, id } = await deployment.settle(providerGoal(type, name, inputs));
      return `${urn}::${id}`;
    });
  }

  /** Registers a resource: custom, component, or remote component. */
  public async register(
    message: RegisterResourceRequest,
    construct: RemoteConstruction,
  ): Promise<Registered> {
    const request = this.requestOf(message);
    const own = this.transforms.own(request);
    const transformed = await this.transforms.run(request, own);
    this.inheritProviders(transformed);
    const registered = transformed.remote
      ? await this.construct(transformed, construct)
      : await this.settle(transformed);
    this.transforms.remember(registered.urn, transformed.parent, own);
    if (!transformed.custom) {
      this.componentProviders.set(registered.urn, new Map(transformed.options.getProvidersMap().entries()));
    }
    const outputs = message.getSupportspartialvalues()
      ? registered.outputs
      : withoutUnknown(registered.outputs);
    return { ...registered, outputs };
  }

  /** Takes the outputs a component gives itself. */
  public registerOutputs(message: RegisterResourceOutputsRequest): void {
    const state = this.deployment.states.get(message.getUrn());
    if (state === undefined)
      throw new Error(`outputs were registered for ${message.getUrn()}, which is no resource`);
    state.outputs = withoutOutputs(fromStruct(message.getOutputs()));
  }

  /** Reads a resource that belongs to somebody else. */
  public async read(message: ReadResourceRequest): Promise<ResourceState> {
    const type = message.getType();
    const provider =
      message.getProvider() ||
      (await this.defaultProviders.reference(this.packages.providerRequest(message, packageOf(type)), type));
    const goal: Goal = {
      ...providerGoal(type, message.getName(), withoutOutputs(fromStruct(message.getProperties()))),
      parent: message.getParent(),
      provider,
      dependencies: message.getDependenciesList(),
      options: { ...NO_OPTIONS, additionalSecretOutputs: message.getAdditionalsecretoutputsList() },
    };
    return this.deployment.read(goal, message.getId());
  }

  /** The provider that a resource of a package has from its parent, when the parent passes one on. */
  public providerFromParent(parent: string, packageName: string): string {
    return this.componentProviders.get(parent)?.get(packageName) ?? "";
  }

  private requestOf(message: RegisterResourceRequest): Request {
    const type = message.getType();
    const { custom, remote } = { custom: message.getCustom(), remote: message.getRemote() };
    if ((custom || remote) && !isTypeToken(type)) {
      throw new Error(`${type} is no resource type; it must read \`package:module:Type\``);
    }
    const parent = message.getParent();
    const options = optionsOf(message, this.deployment.states.get(parent));
    if (options.getProvider() === "" && (custom || remote)) {
      const named = options.getProvidersMap().get(packageOf(type));
      options.setProvider(named ?? this.providerFromParent(parent, packageOf(type)));
    }
    const dependencies: Record<string, readonly string[]> = {};
    message.getPropertydependenciesMap().forEach((urns, key) => (dependencies[key] = urns.getUrnsList()));
    const source = sourceOf(message);
    return {
      type,
      name: message.getName(),
      parent,
      custom,
      remote,
      properties: fromStruct(message.getObject()),
      dependencies: distinct(message.getDependenciesList()),
      propertyDependencies: dependencies,
      packageReference: message.getPackageref(),
      options,
      transforms: message.getTransformsList(),
      ...(source && { source }),
    };
  }

  /** A component hands on what its parent hands on, unless it has its own. */
  private inheritProviders(request: Request): void {
    if (request.custom) return;
    const own = request.options.getProvidersMap();
    for (const [name, reference] of this.componentProviders.get(request.parent) ?? []) {
      if (!own.has(name)) own.set(name, reference);
    }
  }

  private async providerOf(request: Request): Promise<string> {
    if (!needsProvider(request.type, request.custom, request.remote)) return "";
    const explicit = request.options.getProvider();
    if (explicit !== "") return explicit;
    const wanted = this.packages.optionsRequest(
      request.packageReference,
      request.options,
      packageOf(request.type),
    );
    return this.defaultProviders.reference(wanted, request.type);
  }

  private async settle(request: SettledRequest): Promise<Registered> {
    const state = await this.deployment.settle({
      type: request.type,
      name: request.name,
      parent: request.parent,
      custom: request.custom,
      inputs: this.packages.providerInputs(request, withoutOutputs(request.properties)),
      provider: await this.providerOf(request),
      dependencies: request.dependencies,
      propertyDependencies: request.propertyDependencies,
      options: keptOptions(this.deployment.scope, request),
      ...(request.source && { source: request.source }),
    });
    return { urn: state.urn, id: state.id, outputs: state.outputs };
  }

  private async construct(request: SettledRequest, construct: RemoteConstruction): Promise<Registered> {
    await this.providerOf(request);
    const registered = await construct(
      request,
      Object.fromEntries(request.options.getProvidersMap().entries()),
    );
    return { ...registered, outputs: withoutOutputs(registered.outputs) };
  }
}

function withoutUnknown(outputs: WireObject): WireObject {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => !containsUnknown(value)));
}
