import * as grpc from "@grpc/grpc-js";
import { AwsError } from "../aws-error";

/** A message of text for the engine, without a stack trace of this process. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Serves a method by a function of its request. */
export function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, respond) => {
    Promise.resolve(call.request)
      .then(answer)
      .then(
        (response) => {
          respond(null, response);
        },
        (error: unknown) => {
          respond({ code: grpc.status.UNKNOWN, message: messageOf(error) });
        },
      );
  };
}

/** Answers that a method is not served. */
export function unserved(name: string): grpc.UntypedHandleCall {
  const refusal = { code: grpc.status.UNIMPLEMENTED, message: `${name} is not simulated` };
  return (call: { destroy?: (error: Error) => void }, respond?: (error: object) => void): void => {
    if (respond !== undefined) respond(refusal);
    else call.destroy?.(Object.assign(new Error(refusal.message), refusal));
  };
}

/** How often the AWS provider repeats what AWS throttles. Source: `maxRetries` of the provider. */
const MAX_RETRIES = 25;

/** Milliseconds between two attempts; AWS's own back-off would only make a simulation slow. */
const PAUSE_MS = 10;

/** Repeats a request that was throttled, as the AWS provider does, so that a little throttling is never seen. */
export async function retried<T>(request: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      const isThrottled =
        error instanceof AwsError && /throttl|requestlimitexceeded|toomanyrequests/i.test(error.code);
      if (!isThrottled || attempt >= MAX_RETRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
