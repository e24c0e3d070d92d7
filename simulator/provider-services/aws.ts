import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import {
  CheckFailure,
  CheckResponse,
  CreateResponse,
  DiffResponse,
  InvokeResponse,
  PropertyDiff,
  ReadResponse,
  UpdateResponse,
  type CheckRequest,
  type ConfigureRequest,
  type CreateRequest,
  type DeleteRequest,
  type DiffRequest,
  type InvokeRequest,
  type ReadRequest,
  type UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { AwsError } from "../aws-error";
import type { DiffResult } from "../diff";
import { urnParts } from "../identity";
import { settingsOf, type ProviderSettings } from "../settings";
import type { SimulatedAws } from "../simulated-aws";
import { fromStruct, toStruct } from "../wire";
import { commonMethods, configured, type Abilities } from "./common";
import type { EngineLog } from "./engine-log";
import { retried, unary } from "./unary";

/** The AWS provider takes ids, as the real one does. */
const ABILITIES: Abilities = { resources: false, outputs: false };

/** One configured instance of the AWS provider. */
class AwsProvider {
  private configuredWith: ProviderSettings | undefined;
  private readonly told = new Set<string>();

  public constructor(
    private readonly aws: SimulatedAws,
    private readonly log: EngineLog,
    private readonly accountId: string | undefined,
  ) {}

  public methods(version: string): UntypedServiceImplementation {
    return {
      ...commonMethods(version, ABILITIES, this.log),
      configure: unary((request: ConfigureRequest) => {
        this.configuredWith = settingsOf(fromStruct(request.getArgs()), this.accountId);
        return configured(request, ABILITIES);
      }),
      checkConfig: unary((request: CheckRequest) => this.checkConfig(request)),
      check: unary((request: CheckRequest) => this.check(request)),
      diff: unary((request: DiffRequest) => this.diff(request)),
      create: unary((request: CreateRequest) => this.create(request)),
      read: unary((request: ReadRequest) => this.read(request)),
      update: unary((request: UpdateRequest) => this.update(request)),
      delete: unary((request: DeleteRequest) => this.delete(request)),
      invoke: unary((request: InvokeRequest) => this.invoke(request)),
    };
  }

  private get settings(): ProviderSettings {
    if (this.configuredWith === undefined)
      throw new AwsError("NotConfigured", "the provider must be configured first");
    return this.configuredWith;
  }

  private checkConfig(request: CheckRequest): CheckResponse {
    const response = new CheckResponse().setInputs(request.getNews());
    try {
      settingsOf(fromStruct(request.getNews()), this.accountId);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      response.setFailuresList([new CheckFailure().setReason(error.message)]);
    }
    return response;
  }

  private check(request: CheckRequest): CheckResponse {
    const urn = request.getUrn();
    const olds = request.hasOlds() ? fromStruct(request.getOlds()) : {};
    const { inputs, failures } = this.aws.check({
      urn,
      type: urnParts(urn).type,
      inputs: fromStruct(request.getNews()),
      olds,
      settings: this.settings,
    });
    return new CheckResponse()
      .setInputs(toStruct(inputs))
      .setFailuresList(
        failures.map(({ property, reason }) => new CheckFailure().setProperty(property).setReason(reason)),
      );
  }

  private diff(request: DiffRequest): DiffResponse {
    const urn = request.getUrn();
    return diffResponse(
      this.aws.diff({
        urn,
        type: urnParts(urn).type,
        id: request.getId(),
        olds: fromStruct(request.getOlds()),
        oldInputs: fromStruct(request.getOldInputs()),
        news: fromStruct(request.getNews()),
        settings: this.settings,
        ignoreChanges: request.getIgnorechangesList(),
      }),
    );
  }

  private async create(request: CreateRequest): Promise<CreateResponse> {
    const urn = request.getUrn();
    const { settings } = this;
    const inputs = fromStruct(request.getProperties());
    const preview = request.getPreview();
    const { id, outputs } = await retried(() =>
      this.aws.create({ urn, type: urnParts(urn).type, inputs, settings, preview }),
    );
    await this.tellApproximations();
    return new CreateResponse().setId(id).setProperties(toStruct(outputs));
  }

  private async read(request: ReadRequest): Promise<ReadResponse> {
    const urn = request.getUrn();
    const { settings } = this;
    const inputs = fromStruct(request.getInputs());
    const found = await retried(() =>
      this.aws.read({ urn, type: urnParts(urn).type, id: request.getId(), inputs, settings }),
    );
    return new ReadResponse()
      .setId(found.id)
      .setProperties(toStruct(found.outputs))
      .setInputs(toStruct(found.inputs));
  }

  private async update(request: UpdateRequest): Promise<UpdateResponse> {
    const urn = request.getUrn();
    const { settings } = this;
    const { outputs } = await retried(() =>
      this.aws.update({
        urn,
        type: urnParts(urn).type,
        id: request.getId(),
        inputs: fromStruct(request.getNews()),
        olds: fromStruct(request.getOlds()),
        oldInputs: fromStruct(request.getOldInputs()),
        settings,
        preview: request.getPreview(),
      }),
    );
    return new UpdateResponse().setProperties(toStruct(outputs));
  }

  private async delete(request: DeleteRequest): Promise<Empty> {
    const urn = request.getUrn();
    const { region } = fromStruct(request.getProperties());
    const where = typeof region === "string" ? { region } : {};
    await retried(() => this.aws.delete({ urn, type: urnParts(urn).type, id: request.getId(), ...where }));
    return new Empty();
  }

  private async invoke(request: InvokeRequest): Promise<InvokeResponse> {
    const { settings } = this;
    const args = fromStruct(request.getArgs());
    const result = await retried(() => this.aws.invoke({ token: request.getTok(), args, settings }));
    return new InvokeResponse().setReturn(toStruct(result));
  }

  /** An answer that the tables do not hold is never silent. */
  private async tellApproximations(): Promise<void> {
    for (const { type, urn = "", what } of this.aws.approximations()) {
      if (this.told.has(urn)) continue;
      this.told.add(urn);
      await this.log.say("INFO", `simulated AWS does not know ${type}: ${what}`, urn);
    }
  }
}

function diffResponse(result: DiffResult): DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const response = new DiffResponse()
    .setChanges(result.changes ? DIFF_SOME : DIFF_NONE)
    .setReplacesList(result.replaces)
    .setDiffsList(result.changed)
    .setDeletebeforereplace(result.deleteBeforeReplace)
    .setHasdetaileddiff(true);
  const { UPDATE, UPDATE_REPLACE } = PropertyDiff.Kind;
  for (const property of result.changed) {
    const kind = result.replaces.includes(property) ? UPDATE_REPLACE : UPDATE;
    response.getDetaileddiffMap().set(property, new PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response;
}

/** The methods of the AWS provider, answered by simulated AWS. */
export function awsMethods(served: {
  aws: SimulatedAws;
  log: EngineLog;
  version: string;
  accountId?: string;
}): UntypedServiceImplementation {
  return new AwsProvider(served.aws, served.log, served.accountId).methods(served.version);
}
