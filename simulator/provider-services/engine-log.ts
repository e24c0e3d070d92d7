import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** Tells the user something through the engine, once its address is known. */
export class EngineLog {
  private client: EngineClient | undefined;

  /** Takes the engine's address from a handshake or attachment. */
  public connect(address: string): void {
    if (address === "") return;
    this.client?.close();
    this.client = new EngineClient(address, grpc.credentials.createInsecure());
  }

  /** Says something about a resource; a message that does not arrive is no failure. */
  public async say(severity: keyof typeof LogSeverity, message: string, urn: string): Promise<void> {
    const { client } = this;
    if (client === undefined) return;
    const request = new LogRequest().setSeverity(LogSeverity[severity]).setMessage(message).setUrn(urn);
    await new Promise<void>((resolve) => {
      client.log(request, () => {
        resolve();
      });
    });
  }

  /** Ends the connection. */
  public close(): void {
    this.client?.close();
  }
}
