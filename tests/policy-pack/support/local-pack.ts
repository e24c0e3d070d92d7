import { createRequire } from "node:module";

import type { Policies } from "@pulumi/policy";
import type {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzeStackRequest,
  EnforcementLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";

import type * as registry from "../../../policy-pack/registry/policies";
import type { Control } from "../../../policy-pack/registry/control";
import type { Configuration } from "../../../policy-pack/settings/settings";
import type * as runs from "../../../policy-pack/stack/run";
import type { LedgerLine } from "../../../policy-pack/verdict/ledger";
import {
  type AskedPack,
  configureRequest,
  resourceRequest,
  stackRequest,
  type Told,
  told,
  type WireConfiguration,
  type WireResource,
} from "./pack-messages";

type Answer = (error: unknown, response: AnalyzeResponse) => void;
type Rpc<Request> = (call: { readonly request: Request }, answer: Answer) => unknown;
type MakeRpc<Request> = (pack: string, version: string, level: string, policies: Policies) => Rpc<Request>;

/** What the policy SDK serves to the engine, without the server around it; its declarations leave it out. */
const sdk = createRequire(__filename)("@pulumi/policy/server") as {
  readonly makeAnalyzeRpcFun: MakeRpc<AnalyzeRequest>;
  readonly makeAnalyzeStackRpcFun: MakeRpc<AnalyzeStackRequest>;
};

/** The code that the pack is made of, which need not be what is on disk. */
export interface PackCode {
  readonly Run: typeof runs.Run;
  readonly policies: typeof registry.policies;
}

/** The pack in this process: the same messages and the same code of the SDK, without a wire in between. */
export class LocalPack implements AskedPack {
  private lines: LedgerLine[] = [];
  private readonly run: runs.Run;
  private readonly analyzeOne: Rpc<AnalyzeRequest>;
  private readonly analyzeAll: Rpc<AnalyzeStackRequest>;

  public constructor({ Run, policies }: PackCode, controls: readonly Control[]) {
    this.run = new Run(controls, (lines) => {
      this.lines.push(...lines);
    });
    const all = policies(controls, this.run);
    this.analyzeOne = sdk.makeAnalyzeRpcFun("local", "0", "advisory", all);
    this.analyzeAll = sdk.makeAnalyzeStackRpcFun("local", "0", "advisory", all);
  }

  public configure(configuration: WireConfiguration): Promise<void> {
    const request = configureRequest(configuration);
    const settings: Configuration = Object.fromEntries(
      [...request.getPolicyconfigMap().entries()].map(([name, policy]) => [
        name,
        {
          enforcementLevel: LEVELS[policy.getEnforcementlevel()],
          properties: policy.getProperties()?.toJavaScript() ?? {},
        },
      ]),
    );
    this.run.configure(settings);
    return Promise.resolve();
  }

  public async analyze(resource: WireResource): Promise<readonly Told[]> {
    return told(await unary(this.analyzeOne, resourceRequest(resource)));
  }

  public async analyzeStack(resources: readonly WireResource[]): Promise<readonly Told[]> {
    return told(await unary(this.analyzeAll, stackRequest(resources)));
  }

  public verdicts(): readonly LedgerLine[] {
    const { lines } = this;
    this.lines = [];
    return lines;
  }
}

const LEVELS: Readonly<Record<EnforcementLevel, "advisory" | "mandatory" | "disabled" | "remediate">> = {
  0: "advisory",
  1: "mandatory",
  2: "disabled",
  3: "remediate",
};

function unary<Request>(rpc: Rpc<Request>, request: Request): Promise<AnalyzeResponse> {
  return new Promise((answered, failed) => {
    rpc({ request }, (error, response) => {
      if (error) failed(error instanceof Error ? error : new Error("the pack failed"));
      else answered(response);
    });
  });
}
