import * as pulumi from "@pulumi/pulumi";
import * as sdkSettings from "@pulumi/pulumi/runtime/settings";
import * as sdkState from "@pulumi/pulumi/runtime/state";
import type { FaultPlan } from "./faults";
import { defaultSettings, MockEngine, type SimulatedResource } from "./mock-engine/engine";
import { MockResourceMonitor } from "./mock-engine/monitor";
import { SimulatedAws, type ExistingResource } from "./simulated-aws";
import type { WireObject } from "./wire";
import type { WorldStore } from "./world";

export type { SimulatedResource } from "./mock-engine/engine";

/** Where the simulated program runs. */
export interface SimulateOptions {
  /** @default "project" */
  readonly project?: string;
  /** @default "stack" */
  readonly stack?: string;
  /**
   * Whether the program sees what a preview shows: ids and other values that AWS assigns are unknown.
   * @default false
   */
  readonly preview?: boolean;
  /**
   * Region of the default provider.
   * @default "eu-west-1"
   */
  readonly region?: string;
  /**
   * The account that answers.
   * @default - the first one the provider allows, otherwise `123456789012`
   */
  readonly accountId?: string;
  /** Default tags of the default provider. */
  readonly defaultTags?: Readonly<Record<string, string>>;
  /** Configuration values by full key, e.g. `platform:cidr`. */
  readonly config?: Readonly<Record<string, string>>;
  /**
   * Outputs of other stacks, by full name: `organization/project/stack`. References find them by that name.
   * @default - none: a reference fails as it does for a stack that was never deployed; in a preview, its outputs are unknown
   */
  readonly stackOutputs?: Readonly<Record<string, WireObject>>;
  /** Resources that exist already. */
  readonly existing?: readonly ExistingResource[];
  readonly faults?: FaultPlan;
  /** @default - an empty world of its own */
  readonly store?: WorldStore;
}

/** A program's run against simulated AWS. */
export interface Simulation {
  readonly aws: SimulatedAws;
  /** Every registration so far, in the order of registration. */
  resources(): readonly SimulatedResource[];
  /** All registrations of a type, e.g. `aws:ec2/subnet:Subnet`. */
  ofType(type: string): readonly SimulatedResource[];
  /** The one registration of a type and name. */
  resource(type: string, name: string): SimulatedResource;
  /** Inputs, as AWS and policies see them, of the one registration of a type and name. */
  inputsOf(type: string, name: string): WireObject;
  /**
   * Waits until everything that was begun is registered.
   * @throws Error of the first registration that failed.
   */
  settled(): Promise<void>;
  /** Runs a program, or builds a component, and waits until it is {@link settled}. */
  run<T>(program: () => T | Promise<T>): Promise<T>;
}

/** What the real engine calls the organization of a stack in a backend of one's own. */
const ORGANIZATION = "organization";

/** What the SDK keeps to itself: the switches that `setMocks` turns, and the wait that its own tests use. */
interface SdkState {
  getStore(): { supportsTransforms: boolean; supportsOutputValues: boolean };
}
interface SdkSettings {
  waitForRPCs(): Promise<void>;
}

/** `setMocks` sets the SDK up for tests; then its monitor is exchanged for one that answers as the engine does. */
function install(monitor: MockResourceMonitor, options: SimulateOptions): void {
  const { project = "project", stack = "stack", preview = false } = options;
  const unused = (): never => {
    throw new Error("the simulation answers in place of these mocks");
  };
  // Everything it sets, it sets before it returns; there is nothing to wait for.
  void pulumi.runtime.setMocks({ newResource: unused, call: unused }, project, stack, preview);
  sdkSettings.setMockOptions(monitor, project, stack, preview, ORGANIZATION);
  // Both are real functions of the module which its declarations leave out.
  const store = (sdkState as unknown as SdkState).getStore();
  store.supportsTransforms = true;
  store.supportsOutputValues = true;
  pulumi.runtime.setAllConfig({ ...options.config });
}

/** Waits until no call of the program is under way. */
function quiet(): Promise<void> {
  // A real function of the module which its declarations leave out.
  return (sdkSettings as unknown as SdkSettings).waitForRPCs();
}

/**
 * Lets every resource that is registered from now on be made by simulated AWS, through Pulumi's mocks. Call it before the
 * program or component is built; the last call wins.
 */
export function simulate(options: SimulateOptions = {}): Simulation {
  const { project = "project", stack = "stack", preview = false, region, accountId, defaultTags } = options;
  const aws = new SimulatedAws(options);
  const settings = defaultSettings({
    ...(region !== undefined && { region }),
    ...(accountId !== undefined && { accountId }),
    ...(defaultTags !== undefined && { defaultTags }),
  });
  const engine = new MockEngine(aws, {
    project,
    stack,
    preview,
    settings,
    accountId,
    stackOutputs: options.stackOutputs ?? {},
  });
  install(new MockResourceMonitor(engine), options);
  return new MockedRun(aws, engine);
}

class MockedRun implements Simulation {
  public constructor(
    public readonly aws: SimulatedAws,
    private readonly engine: MockEngine,
  ) {}

  public resources(): readonly SimulatedResource[] {
    return [...this.engine.resources.values()];
  }

  public ofType(type: string): readonly SimulatedResource[] {
    return this.resources().filter((resource) => resource.type === type);
  }

  public resource(type: string, name: string): SimulatedResource {
    const found = this.ofType(type).filter((resource) => resource.name === name);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    const names = this.ofType(type).map((resource) => resource.name);
    throw new Error(
      `there are ${found.length} of ${type} ${name}; registered of this type: ${names.join(", ") || "none"}`,
    );
  }

  public inputsOf(type: string, name: string): WireObject {
    return this.resource(type, name).inputs;
  }

  public async settled(): Promise<void> {
    await quiet();
    const [first] = this.engine.failures;
    if (first !== undefined) throw first;
  }

  public async run<T>(program: () => T | Promise<T>): Promise<T> {
    const result = await program();
    await this.settled();
    return result;
  }
}
