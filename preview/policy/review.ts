import type { ResourceReview } from "../engine/deployment";
import type { ResourceState } from "../engine/resource-state";
import { fromStruct, type WireObject } from "../../simulator/wire";
import type { Diagnostic, PolicyPackRun, Verdict } from "../result";
import { readLedger } from "./ledger";
import type { Pack } from "./pack";
import { rulesOf } from "./rules";
import { analyzeRequest, remediateRequest, stackResource } from "./requests";
import { type Judgement, type Violation, verdictsOf, violationsOf, withUnrecorded } from "./verdicts";

/** A pack that is starting, and where it will keep its verdicts. */
export interface StartingPack {
  readonly pack: Promise<Pack>;
  readonly ledger: string;
}

/** Everything that policies said. */
export interface PolicyOutcome {
  readonly verdicts: readonly Verdict[];
  readonly mandatoryFailures: number;
  readonly packs: readonly PolicyPackRun[];
}

/**
 * Has the packs look at each resource as it is registered. Judging runs beside the program; only packs that repair inputs make
 * a registration wait.
 */
export class PolicyReview implements ResourceReview {
  /** Messages of repairs, and of repairs that could not be made. */
  public readonly diagnostics: Diagnostic[] = [];
  private readonly pending: Promise<void>[] = [];
  private readonly judgements = new Map<Pack, Judgement[]>();
  private readonly ready: Promise<readonly Pack[]>;

  /**
   * @param starting - The packs.
   * @param judged - Told of each resource when every pack has judged it.
   */
  public constructor(
    private readonly starting: readonly StartingPack[],
    private readonly judged: (urn: string) => void,
  ) {
    this.ready = Promise.all(starting.map(({ pack }) => pack));
    // A failure is met by whoever waits for the outcome.
    this.ready.catch(() => undefined);
  }

  /** Lets the packs repair the inputs, one after the other. */
  public async remediate(state: ResourceState, provider: ResourceState | undefined): Promise<WireObject> {
    if (this.starting.length === 0) return state.inputs;
    let { inputs } = state;
    for (const pack of (await this.ready).filter(({ remediates }) => remediates)) {
      const response = await pack.remediate(remediateRequest({ ...state, inputs }, provider));
      for (const repair of response.getRemediationsList()) {
        const failed = repair.getDiagnostic();
        const what = failed === "" ? `repaired by policy ${repair.getPolicyname()}` : failed;
        const severity = failed === "" ? "info" : "warning";
        this.diagnostics.push({ severity, source: "policy", message: what, urn: state.urn });
        if (failed === "") inputs = fromStruct(repair.getProperties());
      }
    }
    return inputs;
  }

  /** Hands a resource to every pack, without waiting for what they say. */
  public analyze(state: ResourceState, provider: ResourceState | undefined): void {
    if (this.starting.length === 0) return;
    const request = analyzeRequest(state, provider);
    const work = this.ready.then(async (packs) => {
      const { urn } = state;
      await Promise.all(
        packs.map(async (pack) => {
          this.keep(pack, { urn, kind: "resource", response: await pack.analyze(request) });
        }),
      );
      this.judged(urn);
    });
    work.catch(() => undefined);
    this.pending.push(work);
  }

  /**
   * Waits for every verdict and has the packs judge the stack as a whole.
   *
   * @param states - Every resource, with its provider.
   * @param stack - The stack's URN, for verdicts that name no resource.
   */
  public async finish(
    states: readonly (readonly [ResourceState, ResourceState | undefined])[],
    stack: string,
  ): Promise<PolicyOutcome> {
    const packs = await this.ready;
    await Promise.all(this.pending);
    const resources =
      packs.length === 0 ? [] : states.map(([state, provider]) => stackResource(state, provider));
    await Promise.all(
      packs.map(async (pack) => {
        this.keep(pack, { urn: stack, kind: "stack", response: await pack.analyzeStack(resources) });
      }),
    );
    const all = packs.map((pack) => ({
      pack,
      violations: violationsOf(pack, this.judgements.get(pack) ?? []),
    }));
    return {
      verdicts: all.flatMap(({ pack, violations }, index) => this.verdicts(pack, violations, index)),
      mandatoryFailures: all.flatMap(({ violations }) => violations).filter(({ mandatory }) => mandatory)
        .length,
      packs: packs.map((pack) => ({
        name: pack.info.getName(),
        version: pack.version,
        folder: pack.folder.folder,
        policies: pack.info.getPoliciesList().length,
        rules: rulesOf(pack),
      })),
    };
  }

  private verdicts(pack: Pack, violations: readonly Violation[], index: number): Verdict[] {
    const ledger = readLedger(pack.info.getName(), this.starting[index]?.ledger ?? "");
    if (ledger.length > 0) return withUnrecorded(ledger, violations);
    return verdictsOf(pack, this.judgements.get(pack) ?? [], violations);
  }

  private keep(pack: Pack, judgement: Judgement): void {
    const judgements = this.judgements.get(pack) ?? [];
    judgements.push(judgement);
    this.judgements.set(pack, judgements);
  }
}
