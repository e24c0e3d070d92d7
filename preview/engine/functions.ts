import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { type ResourceInvokeRequest, TransformInvokeOptions } from "@pulumi/pulumi/proto/resource_pb";
import { fromStruct, revealSecrets, UNKNOWN, type WireObject } from "../../simulator/wire";
import type { Deployment } from "./deployment";
import type { Packages } from "./packages";
import type { Registrations } from "./registrations";
import { withoutOutputs } from "./transform-chain";
import type { ProgramCallbacks } from "./transforms";
import { packageOf } from "./urn";
import { changeProperties } from "./values";

/** The parts of the engine that a function call needs. */
export interface FunctionContext {
  readonly deployment: Deployment;
  readonly registrations: Registrations;
  readonly packages: Packages;
  readonly callbacks: ProgramCallbacks;
}

/** Answers the functions a program calls: the engine's own, and those of AWS. */
export class Functions {
  private readonly transforms: Callback[] = [];

  /** @param context - The parts of the engine that a call needs. */
  public constructor(private readonly context: FunctionContext) {}

  /** Adds a transform for every call. */
  public addTransform(callback: Callback): void {
    this.transforms.push(callback);
  }

  /**
   * Answers one call.
   *
   * @throws Error when the function fails, or nobody here knows it.
   */
  public async invoke(message: ResourceInvokeRequest): Promise<WireObject> {
    const token = message.getTok();
    const { args, options } = await this.transformed(message);
    const provider = options.getProvider() || (await this.defaultProvider(message, options));
    if (packageOf(token) === "pulumi") return this.builtIn(token, args);
    if (packageOf(token) !== "aws")
      throw new Error(`${token} is a function of a package that is not simulated`);
    const { deployment } = this.context;
    const settings = deployment.settingsFor(deployment.states.provider(provider));
    try {
      return await deployment.aws.invoke({ token, args, settings });
    } catch (error) {
      throw new Error(`invocation of ${token} returned an error: ${String(error)}`, { cause: error });
    }
  }

  private async transformed(
    message: ResourceInvokeRequest,
  ): Promise<{ args: WireObject; options: TransformInvokeOptions }> {
    let options = new TransformInvokeOptions()
      .setProvider(message.getProvider())
      .setVersion(message.getVersion())
      .setPluginDownloadUrl(message.getPlugindownloadurl());
    let args = fromStruct(message.getArgs());
    for (const transform of this.transforms) {
      const changed = await this.context.callbacks.transformInvoke(
        transform,
        message.getTok(),
        args,
        options,
      );
      ({ args, options } = changed);
    }
    return { args: changeProperties(withoutOutputs(args), revealSecrets), options };
  }

  private defaultProvider(message: ResourceInvokeRequest, options: TransformInvokeOptions): Promise<string> {
    const { packages, registrations } = this.context;
    const choice = {
      getVersion: () => options.getVersion(),
      getPlugindownloadurl: () => options.getPluginDownloadUrl(),
      getPackageref: () => message.getPackageref(),
    };
    const token = message.getTok();
    return registrations.defaultProviders.reference(
      packages.providerRequest(choice, packageOf(token)),
      token,
    );
  }

  private builtIn(token: string, args: WireObject): WireObject {
    switch (token) {
      case "pulumi:pulumi:getResource":
        return this.getResource(args);
      case "pulumi:pulumi:readStackOutputs":
        return { name: args.name ?? null, outputs: UNKNOWN, secretOutputNames: UNKNOWN };
      case "pulumi:pulumi:readStackResourceOutputs":
        return { name: args.stackName ?? null, outputs: UNKNOWN };
      default:
        throw new Error(`${token} is no function of the engine`);
    }
  }

  /** How the SDK turns a reference back into a resource. */
  private getResource(args: WireObject): WireObject {
    const urn = typeof args.urn === "string" ? args.urn : "";
    const state = this.context.deployment.states.get(urn);
    if (state === undefined) throw new Error(`unknown resource ${urn}`);
    return { urn, id: state.id, provider: state.provider, state: state.outputs };
  }
}
