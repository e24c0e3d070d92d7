import type { Partition } from "../core/region";

/** A state of Amazon States Language, as far as the layer writes it. */
export type State = Readonly<Record<string, unknown>>;

/** States by name. */
export type States = Readonly<Record<string, State>>;

/**
 * Retries with growing pauses, spread at random so that runs that failed together do not come back together.
 *
 * @param errors names of the errors that another try can mend
 */
export function retrying(errors: readonly string[], retries: number): readonly State[] {
  if (retries === 0) return [];
  return [
    {
      ErrorEquals: errors,
      IntervalSeconds: 2,
      BackoffRate: 2,
      MaxAttempts: retries,
      MaxDelaySeconds: 60,
      JitterStrategy: "FULL",
    },
  ];
}

/** An error that is never tried again. */
export function notRetrying(error: string): State {
  return { ErrorEquals: [error], MaxAttempts: 0 };
}

/** Catches whatever failed for good; the run goes on with the error and its cause under `$.failure`. */
export function catching(next: string): readonly State[] {
  return [{ ErrorEquals: ["States.ALL"], ResultPath: "$['failure']", Next: next }];
}

/** ARN of what a task does, such as `http:invoke`. */
export function integration(partition: Partition, action: string): string {
  return `arn:${partition}:states:::${action}`;
}

/** Reads a partner's emergency lever into `$.lever`; the name of the parameter, or where it is found. */
export function readLever(
  partition: Partition,
  parameter: { readonly Name: string } | { readonly "Name.$": string },
): State {
  return {
    Type: "Task",
    Resource: integration(partition, "aws-sdk:ssm:getParameter"),
    Parameters: parameter,
    ResultSelector: { "value.$": "$.Parameter.Value" },
    ResultPath: "$['lever']",
    TimeoutSeconds: 10,
    Retry: retrying(["States.ALL"], 3),
  };
}

/** A choice by a value; where the value is absent, the other way is taken instead of failing. */
export function choosing(path: string, ways: Readonly<Record<string, string>>, otherwise: string): State {
  return {
    Type: "Choice",
    Choices: Object.entries(ways).map(([value, next]) => ({
      And: [
        { Variable: path, IsPresent: true },
        { Variable: path, StringEquals: value },
      ],
      Next: next,
    })),
    Default: otherwise,
  };
}
