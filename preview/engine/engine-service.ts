import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import {
  GetRootResourceResponse,
  type LogRequest,
  LogSeverity,
  RequirePulumiVersionResponse,
  type SetRootResourceRequest,
  SetRootResourceResponse,
} from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { answer, complete } from "./service";
import type { Diagnostic } from "../result";

const SEVERITIES: Readonly<Partial<Record<LogSeverity, Diagnostic["severity"]>>> = {
  [LogSeverity.INFO]: "info",
  [LogSeverity.WARNING]: "warning",
  [LogSeverity.ERROR]: "error",
};

/** Joins the messages of one stream, which come in pieces. */
class Messages {
  private readonly streams = new Map<string, Diagnostic>();

  public constructor(private readonly keep: Diagnostic[]) {}

  /** Takes a message; debugging talk and what is to vanish again is dropped. */
  public take(request: LogRequest): void {
    const severity = SEVERITIES[request.getSeverity()];
    if (severity === undefined || request.getEphemeral()) return;
    const urn = request.getUrn();
    const stream = `${urn}#${String(request.getStreamid())}`;
    const before = request.getStreamid() === 0 ? undefined : this.streams.get(stream);
    const message = (before?.message ?? "") + request.getMessage();
    const diagnostic: Diagnostic = { severity, source: "program", message, ...(urn !== "" && { urn }) };
    if (before === undefined) this.keep.push(diagnostic);
    else this.keep[this.keep.indexOf(before)] = diagnostic;
    this.streams.set(stream, diagnostic);
  }
}

/** The handlers of the `Engine` service: the program's messages and its stack. */
export function engineHandlers(diagnostics: Diagnostic[]): UntypedServiceImplementation {
  const messages = new Messages(diagnostics);
  const nothing = new Empty();
  let root = "";
  return complete(EngineService, {
    log: answer((request: LogRequest) => {
      messages.take(request);
      return nothing;
    }),
    getRootResource: answer(() => new GetRootResourceResponse().setUrn(root)),
    setRootResource: answer((request: SetRootResourceRequest) => {
      root = request.getUrn();
      return new SetRootResourceResponse();
    }),
    // There is no CLI whose version could be wrong.
    requirePulumiVersion: answer(() => new RequirePulumiVersionResponse()),
  });
}
