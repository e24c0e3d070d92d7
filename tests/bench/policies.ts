import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";

import { PackProcess } from "../policy-pack/support/pack-process";
import { type Recording, record } from "../policy-pack/support/recording";
import { inProject, measure, type Measurement, type Subject } from "./measure";

const WHOLE = resolve(__dirname, "../../policy-pack");
const EMPTY = join(__dirname, "packs", "empty");

/** What is judged, with how often its preview is measured: about 300, 1,000 and 3,000 resources. */
const SIZES: readonly (readonly [subject: Subject, times: number])[] = [
  [{ program: "bare", count: 300 }, 3],
  [{ program: "platform", count: 7 }, 3],
  [{ program: "platform", count: 38 }, 1],
];

/** What a pack's own process takes. */
interface PackCost {
  readonly startMs: number;
  readonly eachMs: number;
  readonly stackMs: number;
}

/** What a preview takes, by the clock and by what all its processes compute. */
type Preview = Pick<Measurement, "wallMs" | "cpuMs">;

/** What is printed of one size. */
export interface PolicyCost {
  readonly resources: number;
  readonly whole: PackCost;
  readonly empty: PackCost;
  /** Offline previews: without a pack, with an empty one, with the whole one. */
  readonly previews: Readonly<Record<"none" | "empty" | "whole", Preview>>;
}

/** What the policy pack costs, at each of some sizes, beside an empty pack in the same run. */
export async function policyCosts(tell: (cost: PolicyCost) => void): Promise<void> {
  for (const [subject, times] of SIZES) {
    const recording = await inProject(subject, (folder) => record("bench", folder));
    const packs = { whole: await packCost(WHOLE, recording), empty: await packCost(EMPTY, recording) };
    const taken = { none: [] as Preview[], empty: [] as Preview[], whole: [] as Preview[] };
    for (let round = 0; round < times; round++) {
      taken.none.push(await measure(subject));
      taken.empty.push(await measure({ ...subject, policyPacks: [EMPTY] }));
      taken.whole.push(await measure({ ...subject, policyPacks: [WHOLE] }));
    }
    const previews = { none: least(taken.none), empty: least(taken.empty), whole: least(taken.whole) };
    tell({ resources: recording.resources.length, ...packs, previews });
  }
}

/** Whatever else a machine does only ever adds: the least is the truest. */
function least(taken: readonly Preview[]): Preview {
  return {
    wallMs: Math.min(...taken.map(({ wallMs }) => wallMs)),
    cpuMs: Math.min(...taken.map(({ cpuMs }) => cpuMs)),
  };
}

/** Asks a pack as the engine does, one question after the other. */
async function packCost(folder: string, { resources, stack }: Recording): Promise<PackCost> {
  const started = performance.now();
  const pack = await PackProcess.start(folder);
  const startMs = performance.now() - started;
  try {
    await pack.configure({});
    const asked = performance.now();
    for (const request of resources) await pack.judgeResource(request);
    const answered = performance.now();
    await pack.judgeStack(stack);
    return {
      startMs,
      eachMs: (answered - asked) / resources.length,
      stackMs: performance.now() - answered,
    };
  } finally {
    pack.stop();
  }
}
