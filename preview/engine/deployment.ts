import { type ProviderSettings, settingsOf, SIMULATED_ACCOUNT } from "../../simulator/settings";
import { revealSecrets, UNKNOWN, type WireObject } from "../../simulator/wire";
import type { AwsModel } from "./aws";
import type { Goal } from "./goal";
import type { Approximation } from "../result";
import { Problems } from "./problems";
import { NO_OPTIONS, type ResourceState, ResourceStates } from "./resource-state";
import { isProviderType, makeUrn, packageOf, type UrnScope } from "./urn";
import { changeProperties, keepSecrets, withoutReferences, withSecrets } from "./values";

/** Who looks at every resource after the provider's check. */
export interface ResourceReview {
  /** Gives policies the chance to repair the inputs. */
  remediate(state: ResourceState, provider: ResourceState | undefined): Promise<WireObject>;
  /** Hands the resource to the policies; verdicts come later. */
  analyze(state: ResourceState, provider: ResourceState | undefined): void;
}

const ENGINE_PROVIDER_TYPE = "pulumi:providers:pulumi";
const STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference";

/** Used where a provider's settings are wrong, after that was noted as a problem. */
const FALLBACK_SETTINGS: ProviderSettings = {
  region: "us-east-1",
  accountId: SIMULATED_ACCOUNT,
  defaultTags: {},
  allowedAccountIds: [],
};

function revealed(properties: WireObject): WireObject {
  return changeProperties(properties, revealSecrets);
}

/**
 * Takes resources from what the program wants to what a preview shows, as the engine's step generator does for a stack
 * without state: URN, provider's check, policies, provider's create.
 */
export class Deployment {
  public readonly states = new ResourceStates();
  public readonly problems = new Problems();
  private readonly settings = new Map<ResourceState, ProviderSettings>();
  private readonly guesses: Approximation[] = [];

  /**
   * @param scope - Stack and project.
   * @param aws - Simulated AWS.
   * @param review - The policies.
   * @param registered - Told of every resource.
   */
  public constructor(
    public readonly scope: UrnScope,
    public readonly aws: AwsModel,
    private readonly review: ResourceReview,
    private readonly registered: (state: ResourceState) => void,
  ) {}

  /** Brings one resource about. What the engine would stop at becomes a problem, and the preview goes on. */
  public async settle(goal: Goal): Promise<ResourceState> {
    const urn = this.claim(goal);
    const provider = this.states.provider(goal.provider);
    if (goal.provider !== "" && provider === undefined) {
      this.problems.add(urn, `its provider ${goal.provider} is not registered`);
    }
    const state = this.stateOf(urn, goal, this.check(urn, goal, provider));
    const repaired = { ...state, inputs: await this.review.remediate(state, provider) };
    this.review.analyze(repaired, provider);
    const settled = { ...repaired, outputs: await this.create(repaired, provider) };
    this.states.add(settled);
    this.registered(settled);
    return settled;
  }

  /** Reads a resource that belongs to somebody else. */
  public async read(goal: Goal, id: string): Promise<ResourceState> {
    const urn = this.claim(goal);
    const state: ResourceState = { ...this.stateOf(urn, goal, goal.inputs), external: true, id };
    const outputs = await this.attempt(urn, { ...goal.inputs }, () => this.readOutputs(state));
    const settled = { ...state, outputs: withSecrets(outputs, goal.options.additionalSecretOutputs) };
    this.states.add(settled);
    this.registered(settled);
    return settled;
  }

  /** The settings of a provider. */
  public settingsFor(provider: ResourceState | undefined): ProviderSettings {
    if (provider === undefined) return FALLBACK_SETTINGS;
    const known = this.settings.get(provider);
    if (known !== undefined) return known;
    let settings = FALLBACK_SETTINGS;
    try {
      settings = settingsOf(provider.inputs);
    } catch (error) {
      this.problems.addError(provider.urn, error);
    }
    this.settings.set(provider, settings);
    return settings;
  }

  /** Everything that was only a guess so far. */
  public approximations(): Approximation[] {
    return [...this.guesses, ...this.aws.approximations()];
  }

  private claim(goal: Goal): string {
    if (goal.parent !== "" && !this.states.isReserved(goal.parent)) {
      throw new Error(`${goal.type} ${goal.name} has a parent that is not registered: ${goal.parent}`);
    }
    const urn = makeUrn(this.scope, goal.parent, goal.type, goal.name);
    if (!this.states.reserve(urn)) {
      this.problems.add(urn, "two resources have this URN; names must be unique within parent and type");
    }
    return urn;
  }

  private stateOf(urn: string, goal: Goal, inputs: WireObject): ResourceState {
    const isProvider = isProviderType(goal.type);
    return { ...goal, urn, external: false, id: isProvider ? UNKNOWN : "", inputs, outputs: {} };
  }

  private check(urn: string, goal: Goal, provider: ResourceState | undefined): WireObject {
    if (!goal.custom) return goal.inputs;
    const asked = changeProperties(goal.inputs, withoutReferences);
    // The engine's own provider drops its configuration, except for a version.
    if (goal.type === ENGINE_PROVIDER_TYPE) return "version" in asked ? { version: asked.version } : {};
    if (!isModelled(goal.type)) return asked;
    try {
      const settings = this.settingsFor(provider);
      const checked = this.aws.check({ urn, type: goal.type, inputs: revealed(asked), settings });
      for (const { property, reason } of checked.failures) {
        this.problems.add(urn, property === "" ? reason : `${property}: ${reason}`);
      }
      return keepSecrets(checked.inputs, asked);
    } catch (error) {
      this.problems.addError(urn, error);
      return asked;
    }
  }

  private async create(state: ResourceState, provider: ResourceState | undefined): Promise<WireObject> {
    const { urn, type, inputs } = state;
    if (!state.custom) return {};
    if (!isModelled(type)) return this.unmodelled(state);
    const outputs = await this.attempt(urn, inputs, async () => {
      const settings = this.settingsFor(provider);
      return (await this.aws.create({ urn, type, inputs: revealed(inputs), settings, preview: true }))
        .outputs;
    });
    return withSecrets(keepSecrets(outputs, inputs), state.options.additionalSecretOutputs);
  }

  /** The outputs of a resource of another package: what went in; the SDK takes everything else for unknown. */
  private unmodelled(state: ResourceState): WireObject {
    const { urn, type } = state;
    if (!isProviderType(type)) {
      this.guesses.push({
        type,
        urn,
        what: `${packageOf(type)} is not simulated; its inputs are taken as outputs`,
      });
    }
    return state.inputs;
  }

  private async readOutputs(state: ResourceState): Promise<WireObject> {
    if (state.type === STACK_REFERENCE_TYPE) {
      const what =
        "another stack's outputs are in its state, which an offline preview does not see; they are unknown";
      this.guesses.push({ type: state.type, urn: state.urn, what });
      return { name: state.inputs.name ?? null, outputs: UNKNOWN, secretOutputNames: UNKNOWN };
    }
    if (!isModelled(state.type)) return this.unmodelled(state);
    const { urn, type, id, inputs } = state;
    const settings = this.settingsFor(this.states.provider(state.provider));
    const found = await this.aws.read({ urn, type, id, inputs: revealed(inputs), settings });
    if (found.id !== "") return found.outputs;
    this.guesses.push({ type, urn, what: `${id} is in real AWS, if anywhere; its attributes are unknown` });
    return inputs;
  }

  private async attempt(
    urn: string,
    otherwise: WireObject,
    ask: () => Promise<WireObject>,
  ): Promise<WireObject> {
    try {
      return await ask();
    } catch (error) {
      this.problems.addError(urn, error);
      return otherwise;
    }
  }
}

/** Simulated AWS answers for AWS only. */
function isModelled(type: string): boolean {
  return !isProviderType(type) && packageOf(type) === "aws";
}

/** The goal of a default provider. */
export function providerGoal(type: string, name: string, inputs: WireObject): Goal {
  return {
    type,
    name,
    parent: "",
    custom: true,
    inputs,
    provider: "",
    dependencies: [],
    propertyDependencies: {},
    options: NO_OPTIONS,
  };
}
