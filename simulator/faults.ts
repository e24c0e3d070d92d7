import { AwsError } from "./aws-error";

/** What is asked of AWS. */
export type Operation = "create" | "read" | "update" | "delete" | "invoke";

/** One way in which simulated AWS misbehaves. Without a filter it applies to every request. */
export interface Fault {
  /** Only requests for this type token, e.g. `aws:ec2/subnet:Subnet`, or this function token. */
  readonly type?: string;
  readonly operation?: Operation;
  /** Only resources whose URN contains this text. */
  readonly urnContains?: string;
  /**
   * AWS's error code to answer with.
   * @default - the request succeeds, only late
   */
  readonly error?: string;
  /** @default "injected by the fault plan" */
  readonly message?: string;
  /**
   * How many matching requests it strikes; afterwards all is well.
   * @default - every matching request
   */
  readonly times?: number;
  /**
   * Milliseconds to wait before answering.
   * @default 0
   */
  readonly latencyMs?: number;
}

/** Every fault to inject; the first that matches strikes. */
export interface FaultPlan {
  readonly faults: readonly Fault[];
}

/** AWS throttles the first `times` matching requests, as it does to callers that are too fast. */
export function throttling(times: number, where: Omit<Fault, "error" | "times"> = {}): Fault {
  return { message: "Rate exceeded", ...where, error: "ThrottlingException", times };
}

/** A request as the fault plan sees it. */
export interface FaultTarget {
  readonly type: string;
  readonly operation: Operation;
  readonly urn: string;
}

function matches(fault: Fault, target: FaultTarget): boolean {
  return (
    (fault.type === undefined || fault.type === target.type) &&
    (fault.operation === undefined || fault.operation === target.operation) &&
    (fault.urnContains === undefined || target.urn.includes(fault.urnContains))
  );
}

/** Keeps count of which faults have struck how often. */
export class FaultInjector {
  private readonly struck = new Map<Fault, number>();

  public constructor(private readonly plan: FaultPlan) {}

  /**
   * Waits and fails as the plan says.
   * @throws AwsError with the code of the fault that strikes.
   */
  public async strike(target: FaultTarget): Promise<void> {
    const fault = this.plan.faults.find((candidate) => matches(candidate, target) && this.isLeft(candidate));
    if (fault === undefined) return;
    this.struck.set(fault, (this.struck.get(fault) ?? 0) + 1);
    if (fault.latencyMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs));
    if (fault.error !== undefined)
      throw new AwsError(fault.error, fault.message ?? "injected by the fault plan");
  }

  private isLeft(fault: Fault): boolean {
    return fault.times === undefined || (this.struck.get(fault) ?? 0) < fault.times;
  }
}
