import {
  childUrn,
  SimulatedAws,
  type Registered,
  type Registrar,
  type Registration,
} from "../../../simulator";
import type { WireObject } from "../../../simulator/wire";

const STACK = "test";
const PROJECT = "lab";
export const ROOT = `urn:pulumi:${STACK}::${PROJECT}::pulumi:pulumi:Stack::${PROJECT}-${STACK}`;

const SETTINGS = { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] };

/** An engine of a few lines: it keeps every registration and lets simulated AWS answer. */
export class RecordingRegistrar implements Registrar {
  public readonly registrations: (Registration & { urn: string })[] = [];
  public readonly warnings: string[] = [];
  private readonly aws = new SimulatedAws();

  public constructor(private readonly preview: boolean) {}

  public async registerResource(registration: Registration): Promise<Registered> {
    const urn = childUrn({ stack: STACK, project: PROJECT, ...registration });
    this.registrations.push({ ...registration, urn });
    if (!registration.custom) return { urn, id: "", outputs: {} };
    const { type, inputs } = registration;
    const checked = this.aws.check({ urn, type, inputs, settings: SETTINGS });
    const preview = this.preview;
    return {
      urn,
      ...(await this.aws.create({ urn, type, inputs: checked.inputs, settings: SETTINGS, preview })),
    };
  }

  public registerOutputs(): Promise<void> {
    return Promise.resolve();
  }

  public invoke(call: { token: string; args: WireObject }): Promise<WireObject> {
    return this.aws.invoke({ ...call, settings: SETTINGS });
  }

  public warn(message: string): Promise<void> {
    this.warnings.push(message);
    return Promise.resolve();
  }

  /** The inputs of a child, by the last part of its type and its name. */
  public inputsOf(kind: string, name: string): WireObject {
    const found = this.registrations.find(
      (child) => child.custom && child.type.endsWith(`:${kind}`) && child.name === name,
    );
    if (found === undefined) throw new Error(`no ${kind} ${name} was registered`);
    return found.inputs;
  }

  /** The names of all children of a kind, sorted. */
  public namesOf(kind: string): string[] {
    return this.registrations
      .filter(({ type }) => type.endsWith(`:${kind}`))
      .map(({ name }) => name)
      .sort();
  }
}
