/*
 * Keeps Pulumi's SDK from taking a stack trace of each of its promises.
 *
 * It takes them to print them where PULUMI_DEBUG_PROMISE_LEAKS is set, and ts-node looks up each of their frames in a source map:
 * half of the time of a preview. The traces of errors stay as they are.
 */
import { createRequire } from "node:module";

/** What the SDK gives each of its promises to. */
interface Debuggable {
  debuggablePromise: (promise: Promise<unknown>, context: unknown) => Promise<unknown>;
}

const debuggable = createRequire(__filename)("@pulumi/pulumi/runtime/debuggable") as Debuggable;
const { debuggablePromise } = debuggable;

if (!process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
  debuggable.debuggablePromise = (promise, context) => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return debuggablePromise(promise, context);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  };
}
