import { assignedAttributes, unknownAttributes } from "./attributes";
import { AwsError } from "./aws-error";
import { checkInputs, type CheckRequest, type CheckResult } from "./check";
import { refuseDanglingReferences, refuseDeletion } from "./dependants";
import { diffInputs, type DiffRequest, type DiffResult } from "./diff";
import { FaultInjector, type FaultPlan } from "./faults";
import { urnParts } from "./identity";
import { InstalledSdk } from "./installed-sdk";
import { answerInvoke } from "./invokes";
import { brokenRules, idDigits, textOf, type Created, type Creation } from "./resource-types/definition";
import type { ProviderSettings } from "./settings";
import { knowledgeOf, type TypeKnowledge } from "./type-knowledge";
import { isUnknown, isWireObject, plainProperties, revealSecrets, type Wire, type WireObject } from "./wire";
import {
  findResource,
  MemoryStore,
  type ResourceKey,
  type World,
  type WorldResource,
  type WorldStore,
} from "./world";

/** A resource that exists before the program runs, e.g. an address that was allocated by hand. */
export interface ExistingResource {
  readonly type: string;
  readonly id: string;
  readonly attributes?: WireObject;
}

/** How simulated AWS behaves and where it is kept. */
export interface SimulatedAwsOptions {
  /** @default - no faults */
  readonly faults?: FaultPlan;
  /** @default - in memory, gone with the process */
  readonly store?: WorldStore;
  /** Resources that exist already. */
  readonly existing?: readonly ExistingResource[];
  /**
   * Folder from which the program's `@pulumi/aws` is resolved.
   * @default - the working directory
   */
  readonly projectDir?: string;
}

/** A request to make a resource. */
export interface CreateRequest {
  readonly urn: string;
  readonly type: string;
  /** Checked inputs. */
  readonly inputs: WireObject;
  readonly settings: ProviderSettings;
  readonly preview: boolean;
}

/** A request to change a resource in place. */
export interface UpdateRequest extends CreateRequest {
  readonly id: string;
  /** Attributes of the last run. */
  readonly olds: WireObject;
  /** Checked inputs of the last run. */
  readonly oldInputs: WireObject;
}

/** A request to look at a resource. */
export interface ReadRequest {
  readonly urn: string;
  readonly type: string;
  readonly id: string;
  /** Checked inputs of the last run; none for a resource the program only looks up. */
  readonly inputs: WireObject;
  readonly settings: ProviderSettings;
}

/** A request to delete a resource. */
export interface DeleteRequest {
  readonly urn: string;
  readonly type: string;
  readonly id: string;
  /**
   * Region that it is in.
   * @default - whichever has it
   */
  readonly region?: string;
}

/** A call of a provider function. */
export interface InvokeRequest {
  /** E.g. `aws:index/getCallerIdentity:getCallerIdentity`. */
  readonly token: string;
  readonly args: WireObject;
  readonly settings: ProviderSettings;
}

/** An answer the tables do not hold, and which AWS may well give otherwise. */
export interface Approximation {
  readonly type: string;
  readonly urn?: string;
  readonly what: string;
}

function revealed(properties: WireObject): WireObject {
  const known = revealSecrets(properties);
  return isWireObject(known) ? known : {};
}

/**
 * Where a resource is looked for: in the Region of its inputs; in the one that follows its id, as an import gives it; or in
 * the provider's.
 */
function whereToLook({ type, id, inputs, settings }: ReadRequest): ResourceKey {
  const [, before, suffix] = /^(.+)@([a-z]{2}(?:-[a-z]+)+-\d)$/.exec(id) ?? [];
  const region = suffix ?? (textOf(inputs.region) || settings.region);
  return { type, id: before ?? id, region };
}

/** An id for a type that no table describes. */
function guessedId({ type, inputs, ...creation }: Creation): string {
  const name = textOf(inputs.name);
  const kind = (type.split(":")[2] ?? "resource").toLowerCase();
  return name === "" ? `${kind}-${idDigits(creation)}` : name;
}

/** AWS as the AWS provider sees it, in memory or in a file, without any network. */
export class SimulatedAws {
  /** Where this AWS is kept; also the way to make drift. */
  public readonly store: WorldStore;
  private readonly sdk: InstalledSdk;
  private readonly faults: FaultInjector;
  private readonly approximated = new Map<string, Approximation>();

  public constructor(options: SimulatedAwsOptions = {}) {
    this.store = options.store ?? new MemoryStore();
    this.sdk = new InstalledSdk(options.projectDir ?? process.cwd());
    this.faults = new FaultInjector(options.faults ?? { faults: [] });
    for (const { type, id, attributes = {} } of options.existing ?? []) this.adopt({ type, id, attributes });
  }

  /** Completes and judges inputs: autonames, `tagsAll`, `region`, the schema's defaults, AWS's rules. */
  public check(request: CheckRequest): CheckResult {
    const knowledge = this.knowledge(request.type);
    return checkInputs({ ...request, knowledge, generation: this.generation(request.urn) });
  }

  /** Says what changes between two runs and what must be replaced. */
  public diff(request: DiffRequest): DiffResult {
    return diffInputs(request, this.knowledge(request.type));
  }

  /**
   * Makes a resource, or says what a preview can know of it.
   * @throws AwsError when AWS would refuse, or as the fault plan says.
   */
  public async create(request: CreateRequest): Promise<{ id: string; outputs: WireObject }> {
    const knowledge = this.knowledge(request.type);
    this.note(request, knowledge);
    const outputs = plainProperties(request.inputs);
    if (request.preview) {
      const created = this.store.view((world) => this.created(request, knowledge, { world }));
      return { id: "", outputs: { ...unknownAttributes(created, knowledge), ...outputs } };
    }
    await this.faults.strike({ ...request, operation: "create" });
    return this.store.update((world) => this.createIn(world, request, knowledge));
  }

  /**
   * Looks at a resource as it is now, changes from outside included.
   * @returns an empty id when it does not exist.
   */
  public async read(request: ReadRequest): Promise<{ id: string; outputs: WireObject; inputs: WireObject }> {
    await this.faults.strike({ ...request, operation: "read" });
    const found = this.store.view((world) => findResource(world, whereToLook(request)));
    if (found === undefined) return { id: "", outputs: {}, inputs: {} };
    const names =
      Object.keys(request.inputs).length > 0 ? Object.keys(request.inputs) : this.inputNames(request.type);
    const inputs = names.flatMap((name): [string, Wire][] => {
      const value = found.attributes[name] ?? (name.startsWith("__") ? request.inputs[name] : undefined);
      return value === undefined ? [] : [[name, value]];
    });
    return { id: found.id, outputs: found.attributes, inputs: Object.fromEntries(inputs) };
  }

  /**
   * Changes a resource in place.
   * @throws AwsError when AWS would refuse, or as the fault plan says.
   */
  public async update(request: UpdateRequest): Promise<{ outputs: WireObject }> {
    const knowledge = this.knowledge(request.type);
    const news = plainProperties(request.inputs);
    if (request.preview) {
      const kept = Object.entries(request.olds).filter(([name]) => !(name in request.oldInputs));
      return { outputs: { ...Object.fromEntries(kept), ...news } };
    }
    await this.faults.strike({ ...request, operation: "update" });
    return this.store.update((world) => this.updateIn(world, request, knowledge));
  }

  /**
   * Deletes a resource; one that is gone already is no mistake.
   * @throws AwsError when AWS would refuse, or as the fault plan says.
   */
  public async delete(request: DeleteRequest): Promise<void> {
    await this.faults.strike({ ...request, operation: "delete" });
    this.store.update((world) => {
      const target = findResource(world, request);
      if (target === undefined) return;
      refuseDeletion(world, target);
      world.resources = world.resources.filter((other) => other !== target && other.madeWith !== target.id);
    });
  }

  /**
   * Answers a provider function.
   * @throws AwsError for a function the simulation does not know: it never guesses.
   */
  public async invoke(request: InvokeRequest): Promise<WireObject> {
    await this.faults.strike({ type: request.token, operation: "invoke", urn: "" });
    return this.store.view((world) =>
      answerInvoke({ ...request, args: revealed(plainProperties(request.args)), world }),
    );
  }

  /** Every answer so far that the tables do not hold. */
  public approximations(): readonly Approximation[] {
    return [...this.approximated.values()];
  }

  private knowledge(type: string): TypeKnowledge {
    return knowledgeOf(this.sdk, type);
  }

  private inputNames(type: string): string[] {
    return [...(this.sdk.facts(type)?.inputs ?? [])];
  }

  private generation(urn: string): number {
    return this.store.view((world) => world.generations.get(urn) ?? 0);
  }

  private adopt({ type, id, attributes }: Required<ExistingResource>): void {
    this.store.update((world) => {
      const region = textOf(attributes.region);
      if (findResource(world, { type, id, ...(region === "" ? {} : { region }) }) !== undefined) return;
      world.resources.push({ type, id, attributes, urn: "", generation: 0, region: "", accountId: "" });
    });
  }

  private note({ type, urn }: CreateRequest, { definition, facts }: TypeKnowledge): void {
    if (definition !== undefined) return;
    const source =
      facts === undefined ? "nothing is known of this type" : "attributes are named by the installed SDK";
    this.approximated.set(urn, { type, urn, what: `generic answer: ${source}, their values are made up` });
  }

  private created(
    request: CreateRequest,
    knowledge: TypeKnowledge,
    at: { world: World; id?: string; generation?: number; urn?: string },
  ): Created {
    const inputs = revealed(plainProperties(request.inputs));
    const region = textOf(inputs.region) || request.settings.region;
    const urn = at.urn ?? request.urn;
    const creation: Creation = {
      urn,
      type: request.type,
      logicalName: urnParts(urn).name,
      inputs,
      settings: { ...request.settings, region },
      generation: at.generation ?? at.world.generations.get(urn) ?? 0,
      world: at.world,
    };
    return { ...creation, id: at.id ?? (knowledge.definition?.id ?? guessedId)(creation) };
  }

  private createIn(
    world: World,
    request: CreateRequest,
    knowledge: TypeKnowledge,
  ): { id: string; outputs: WireObject } {
    const created = this.created(request, knowledge, { world });
    refuseUnknown(created);
    refuseBroken(request.inputs, knowledge);
    if (knowledge.definition !== undefined) refuseDanglingReferences(knowledge.definition, created);
    knowledge.definition?.refuse?.(created);
    const outputs = { ...assignedAttributes(created, knowledge), ...plainProperties(request.inputs) };
    const { region, accountId } = created.settings;
    const common = { region, accountId, generation: created.generation };
    world.resources.push({
      type: created.type,
      id: created.id,
      urn: created.urn,
      attributes: outputs,
      ...common,
    });
    for (const made of knowledge.definition?.madeAlong?.(created) ?? []) {
      world.resources.push({ ...made, ...common, urn: "", madeWith: created.id });
    }
    world.generations.set(created.urn, created.generation + 1);
    return { id: created.id, outputs };
  }

  private updateIn(world: World, request: UpdateRequest, knowledge: TypeKnowledge): { outputs: WireObject } {
    const region = textOf(request.inputs.region) || request.settings.region;
    const target = findResource(world, { type: request.type, id: request.id, region });
    if (target === undefined)
      throw new AwsError("ResourceNotFoundException", `${request.id} does not exist any more`);
    const { id, generation, urn } = target;
    const created = this.created(request, knowledge, { world, id, generation, urn: urn || request.urn });
    refuseBroken(request.inputs, knowledge);
    if (knowledge.definition !== undefined) refuseDanglingReferences(knowledge.definition, created);
    const attributes = {
      ...assignedAttributes(created, knowledge),
      ...knowledge.definition?.keeps?.(target.attributes, created.inputs),
      ...plainProperties(request.inputs),
    };
    const changed: WorldResource = { ...target, attributes };
    world.resources = world.resources.map((other) => (other === target ? changed : other));
    return { outputs: attributes };
  }
}

/** AWS never sees a value that is not known yet; meeting one here is a mistake of the caller. */
function refuseUnknown({ inputs, urn }: Created): void {
  const unknown = Object.keys(inputs).filter((name) => isUnknown(inputs[name]));
  if (unknown.length === 0) return;
  throw new AwsError(
    "InvalidParameterValue",
    `${unknown.join(", ")} of ${urn} must be known when it is created`,
  );
}

function refuseBroken(given: WireObject, { definition }: TypeKnowledge): void {
  const [first] = brokenRules(definition, plainProperties(given));
  if (first !== undefined) throw first.error;
}
