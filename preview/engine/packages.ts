import { randomUUID } from "node:crypto";
import type { RegisterPackageRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { WireObject } from "../../simulator/wire";
import type { ProviderRequest } from "./default-providers";
import type { Request } from "./goal";
import { isProviderType } from "./urn";

/** The parts of a message that say which provider plugin it needs. */
export interface PluginChoice {
  getVersion(): string;
  getPlugindownloadurl(): string;
  getPackageref(): string;
}

/** The packages that the program's SDKs have registered, by the reference they were given. */
export class Packages {
  private readonly requests = new Map<string, ProviderRequest>();

  /** Registers a package and answers with its reference; the same package gets the same one. */
  public register(message: RegisterPackageRequest): string {
    if (message.getParameterization() !== undefined) {
      throw new Error(
        `${message.getName()} is a parameterized package; the offline preview does not know what it would be`,
      );
    }
    const request: ProviderRequest = {
      package: message.getName(),
      version: message.getVersion(),
      pluginDownloadUrl: message.getDownloadUrl(),
    };
    const same = (known: ProviderRequest): boolean => JSON.stringify(known) === JSON.stringify(request);
    const known = [...this.requests].find(([, candidate]) => same(candidate));
    if (known !== undefined) return known[0];
    const reference = randomUUID();
    this.requests.set(reference, request);
    return reference;
  }

  /** The provider that a message asks for. */
  public providerRequest(choice: PluginChoice, packageName: string): ProviderRequest {
    return this.lookUp(choice.getPackageref(), {
      package: packageName,
      version: choice.getVersion(),
      pluginDownloadUrl: choice.getPlugindownloadurl(),
    });
  }

  /** The provider that a registration asks for, its options being settled. */
  public optionsRequest(
    reference: string,
    options: TransformResourceOptions,
    packageName: string,
  ): ProviderRequest {
    return this.lookUp(reference, {
      package: packageName,
      version: options.getVersion(),
      pluginDownloadUrl: options.getPluginDownloadUrl(),
    });
  }

  /** The inputs of an explicit provider, which the engine completes by version and origin; those of others as they are. */
  public providerInputs(request: Request, inputs: WireObject): WireObject {
    if (!isProviderType(request.type)) return inputs;
    const { version, pluginDownloadUrl } = this.optionsRequest(request.packageReference, request.options, "");
    return {
      ...inputs,
      ...(version !== "" && { version }),
      ...(pluginDownloadUrl !== "" && { pluginDownloadURL: pluginDownloadUrl }),
    };
  }

  private lookUp(reference: string, otherwise: ProviderRequest): ProviderRequest {
    if (reference === "") return otherwise;
    const request = this.requests.get(reference);
    if (request === undefined)
      throw new Error(`${otherwise.package} has a package reference that was never registered`);
    return request;
  }
}
