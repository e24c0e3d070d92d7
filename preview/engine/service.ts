import {
  type handleUnaryCall,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { messageOf } from "../preview-error";

/** Makes a handler of gRPC from a function; what it throws becomes the call's error. */
export function answer<Request, Response>(
  handle: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return ({ request }, callback) => {
    const respond = async (): Promise<void> => {
      try {
        callback(null, await handle(request));
      } catch (error) {
        callback({ code: status.UNKNOWN, details: messageOf(error) });
      }
    };
    void respond();
  };
}

/** Adds to the handlers of a service one for each method that is left out; it says which. */
export function complete(
  service: ServiceDefinition,
  handlers: UntypedServiceImplementation,
): UntypedServiceImplementation {
  const refusals = Object.keys(service).map((method) => {
    const details = `an offline preview does not answer ${method}`;
    const refuse: handleUnaryCall<unknown, unknown> = (_call, callback) => {
      callback({ code: status.UNIMPLEMENTED, details });
    };
    return [method, refuse] as const;
  });
  return { ...Object.fromEntries(refusals), ...handlers };
}
