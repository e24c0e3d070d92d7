/** A request that awsx refuses before it registers any child. */
export class VpcRefusal extends Error {
  public override readonly name = "VpcRefusal";

  /** @param problems - Everything that is wrong. */
  public constructor(public readonly problems: readonly string[]) {
    super(`awsx:ec2:Vpc cannot be built: ${problems.join("; ")}`);
  }
}

/** Refuses when there is any problem. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new VpcRefusal(problems);
}
