import { secret, type Wire, type WireObject } from "../../simulator/wire";
import type { Configuration } from "../project/configuration";
import { packageOf, providerType } from "./urn";

/** A provider as a resource or function asks for it. */
export interface ProviderRequest {
  readonly package: string;
  /** A semantic version; empty for any. */
  readonly version: string;
  /** Where its plugin comes from; empty for the usual place. */
  readonly pluginDownloadUrl: string;
}

/** Registers a default provider and answers with its reference. */
export type ProviderRegistration = (type: string, name: string, inputs: WireObject) => Promise<string>;

/** The name of the default provider for a request, e.g. `default_7_48_0`. */
export function defaultProviderName(request: ProviderRequest): string {
  const version = request.version === "" ? "" : `_${request.version.replace(/[.+-]/g, "_")}`;
  const url = request.pluginDownloadUrl.replace(/\/$/, "").replace(/^[a-z]+:\/\//, "");
  return `default${version}${url === "" ? "" : `_${url.replace(/[^A-Za-z0-9_./-]/g, "_").replace(/-/g, "_")}`}`;
}

/**
 * The providers that the engine registers by itself, one for each package and version that is asked for without an explicit
 * provider. Their inputs are the configuration of the package's namespace.
 */
export class DefaultProviders {
  private readonly references = new Map<string, Promise<string>>();

  /**
   * @param configuration - The stack's configuration.
   * @param register - Registers a provider resource.
   */
  public constructor(
    private readonly configuration: Configuration,
    private readonly register: ProviderRegistration,
  ) {}

  /**
   * The reference of the default provider.
   *
   * @param token - The resource type or function that needs it, for the message.
   * @throws Error when `pulumi:disable-default-providers` forbids it.
   */
  public reference(request: ProviderRequest, token: string): Promise<string> {
    if (this.isDisabled(request.package)) {
      return Promise.reject(
        new Error(
          `the default provider of ${request.package} is disabled; ${token} must name an explicit provider`,
        ),
      );
    }
    const name = defaultProviderName(request);
    const key = `${request.package}::${name}`;
    const known = this.references.get(key);
    if (known !== undefined) return known;
    const reference = this.register(providerType(request.package), name, this.inputs(request));
    this.references.set(key, reference);
    return reference;
  }

  private inputs(request: ProviderRequest): WireObject {
    const inputs: Record<string, Wire> = {};
    for (const [key, value] of this.configuration) {
      if (packageOf(key) !== request.package) continue;
      inputs[key.slice(request.package.length + 1)] = value.secret ? secret(value.text) : value.text;
    }
    if (request.version !== "") inputs.version = request.version;
    if (request.pluginDownloadUrl !== "") inputs.pluginDownloadURL = request.pluginDownloadUrl;
    return inputs;
  }

  private isDisabled(packageName: string): boolean {
    if (packageName === "pulumi") return false;
    const disabled = this.configuration.get("pulumi:disable-default-providers")?.content;
    const names =
      typeof disabled === "string" && disabled !== "" ? (JSON.parse(disabled) as unknown) : disabled;
    return Array.isArray(names) && (names.includes("*") || names.includes(packageName));
  }
}
