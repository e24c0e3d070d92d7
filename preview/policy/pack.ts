import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  type AnalyzerResource,
  AnalyzerStackConfigureRequest,
  type AnalyzerStackConfigureResponse,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  PolicyConfig,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { toStruct } from "../../simulator/wire";
import { UNLIMITED_MESSAGES } from "../engine/transforms";
import { messageOf, PreviewError } from "../preview-error";
import type { Child } from "../process/child";
import {
  initialSettings,
  type PolicySettings,
  reconcile,
  settingMistakes,
  type SettledSettings,
} from "./configuration";
import { enforcementLevel } from "./levels";
import type { PackFolder } from "./pack-folder";
import { lastLines, type PackRun, portOf, spawnPack } from "./pack-process";

type Answer<Response> = (error: grpc.ServiceError | null, response: Response) => void;

function unary<Response>(call: (answer: Answer<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => {
      if (error === null) resolve(response);
      else reject(new Error(error.details));
    });
  });
}

/** A pack's process and the way to ask it. */
interface Connection {
  readonly process: Child;
  readonly client: AnalyzerClient;
}

/** Whatever ends a pack in the end. */
export interface Lifetime {
  /** Has something ended with it. */
  atEnd(ending: () => unknown): void;
}

/** A policy pack's process, configured and ready to judge. */
export class Pack {
  private constructor(
    private readonly connection: Connection,
    public readonly folder: PackFolder,
    public readonly info: AnalyzerInfo,
    public readonly settings: SettledSettings,
  ) {}

  /** The pack's version; that of `PulumiPolicy.yaml` if there is one. */
  public get version(): string {
    return this.folder.version || this.info.getVersion();
  }

  /** Whether a policy of the pack may change inputs. */
  public get remediates(): boolean {
    return Object.values(this.settings).some(({ enforcement }) => enforcement === "remediate");
  }

  /**
   * Starts a pack as the engine does.
   *
   * @param folder - The pack.
   * @param run - What it is told.
   * @param given - Settings from a file; they win over the pack's own.
   * @param lifetime - Ends it, whatever it is doing.
   * @throws PreviewError when it does not start (`policy`), or its settings are wrong (`configuration`).
   */
  public static async start(
    folder: PackFolder,
    run: PackRun,
    given: PolicySettings,
    lifetime: Lifetime,
  ): Promise<Pack> {
    const process = spawnPack(folder.folder, run);
    lifetime.atEnd(() => process.terminate());
    const port = await portOf(process, folder.folder);
    const client = new AnalyzerClient(
      `127.0.0.1:${port}`,
      grpc.credentials.createInsecure(),
      UNLIMITED_MESSAGES,
    );
    lifetime.atEnd(() => {
      client.close();
    });
    const info = await greet(client, run);
    const policies = info.getPoliciesList();
    const settings = reconcile(policies, [initialSettings(info.getInitialconfigMap().entries()), given]);
    const mistakes = await settingMistakes(policies, settings);
    if (mistakes.length > 0) {
      throw new PreviewError(
        "configuration",
        `the settings of policy pack ${info.getName()} are wrong`,
        mistakes,
      );
    }
    const pack = new Pack({ process, client }, folder, info, settings);
    await pack.configure();
    return pack;
  }

  /** Judges one resource. */
  public analyze(request: AnalyzeRequest): Promise<AnalyzeResponse> {
    return this.ask((answer) => this.connection.client.analyze(request, answer), request.getUrn());
  }

  /** Repairs one resource. */
  public remediate(request: AnalyzeRequest): Promise<RemediateResponse> {
    return this.ask((answer) => this.connection.client.remediate(request, answer), request.getUrn());
  }

  /** Judges the stack as a whole. */
  public analyzeStack(resources: AnalyzerResource[]): Promise<AnalyzeResponse> {
    const request = new AnalyzeStackRequest().setResourcesList(resources);
    return this.ask((answer) => this.connection.client.analyzeStack(request, answer), "the stack");
  }

  private async configure(): Promise<void> {
    if (!this.info.getSupportsconfig()) return;
    const request = new ConfigureAnalyzerRequest();
    for (const [policy, { enforcement, properties }] of Object.entries(this.settings)) {
      const config = new PolicyConfig()
        .setEnforcementlevel(enforcementLevel(enforcement))
        .setProperties(toStruct(properties));
      request.getPolicyconfigMap().set(policy, config);
    }
    await this.ask<Empty>((answer) => this.connection.client.configure(request, answer), "its settings");
  }

  private async ask<Response>(
    call: (answer: Answer<Response>) => unknown,
    subject: string,
  ): Promise<Response> {
    try {
      return await unary(call);
    } catch (error) {
      const details = [...messageOf(error).split("\n"), ...lastLines(this.connection.process.stderr)];
      throw new PreviewError("policy", `policy pack ${this.info.getName()} failed on ${subject}`, details);
    }
  }
}

/** Tells a pack which stack it judges and asks what it holds. Both travel at once: neither answer needs the other. */
async function greet(client: AnalyzerClient, { project, organization }: PackRun): Promise<AnalyzerInfo> {
  const request = new AnalyzerStackConfigureRequest()
    .setStack(project.stack)
    .setProject(project.name)
    .setOrganization(organization)
    .setDryRun(true)
    .setConfigSecretKeysList(
      [...project.configuration].filter(([, value]) => value.secret).map(([key]) => key),
    );
  for (const [key, { text }] of project.configuration) request.getConfigMap().set(key, text);
  const told = unary<AnalyzerStackConfigureResponse>((answer) => client.configureStack(request, answer));
  const [, info] = await Promise.all([
    told,
    unary<AnalyzerInfo>((answer) => client.getAnalyzerInfo(new Empty(), answer)),
  ]);
  return info;
}
