import { AwsError } from "../../simulator/aws-error";
import { messageOf } from "../preview-error";

/** Something about a resource that would stop the engine. */
export interface Problem {
  readonly urn: string;
  readonly message: string;
}

/** Collects what would stop the engine, so that a preview can say all of it at once. */
export class Problems {
  private readonly problems: Problem[] = [];

  /** Notes a problem of a resource. */
  public add(urn: string, message: string): void {
    this.problems.push({ urn, message });
  }

  /** Notes an error; AWS's own error code comes first. */
  public addError(urn: string, error: unknown): void {
    this.add(urn, error instanceof AwsError ? `${error.code}: ${error.message}` : messageOf(error));
  }

  /** Every problem, in the order found. */
  public all(): readonly Problem[] {
    return this.problems;
  }
}
