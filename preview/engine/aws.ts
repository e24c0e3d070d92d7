import type { ProviderSettings } from "../../simulator/settings";
import type { WireObject } from "../../simulator/wire";
import type { Approximation } from "../result";

/** The part of simulated AWS that a preview asks. */
export interface AwsModel {
  /** The provider's check: inputs with generated names, `tagsAll` and Region, and what it refuses. */
  check(request: { urn: string; type: string; inputs: WireObject; settings: ProviderSettings }): {
    readonly inputs: WireObject;
    readonly failures: readonly { readonly property: string; readonly reason: string }[];
  };
  /** What a resource would look like; everything that only AWS can say is unknown. */
  create(request: {
    urn: string;
    type: string;
    inputs: WireObject;
    settings: ProviderSettings;
    preview: boolean;
  }): Promise<{ readonly id: string; readonly outputs: WireObject }>;
  /** The attributes of something that exists; an empty id when it does not. */
  read(request: {
    urn: string;
    type: string;
    id: string;
    inputs: WireObject;
    settings: ProviderSettings;
  }): Promise<{ readonly id: string; readonly outputs: WireObject }>;
  /** A function such as `aws:index/getRegion:getRegion`. */
  invoke(request: { token: string; args: WireObject; settings: ProviderSettings }): Promise<WireObject>;
  /** Every answer so far that was a guess. */
  approximations(): readonly Approximation[];
}
