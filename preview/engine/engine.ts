import type { Configuration } from "../project/configuration";
import type { Diagnostic } from "../result";
import type { AwsModel } from "./aws";
import { remoteConstruction } from "./construct";
import { Deployment, type ResourceReview } from "./deployment";
import { engineHandlers } from "./engine-service";
import { Functions } from "./functions";
import { monitorHandlers } from "./monitor-service";
import { Packages } from "./packages";
import { Registrations } from "./registrations";
import type { ResourceState } from "./resource-state";
import { type EngineServer, serveEngine } from "./server";
import { TransformChain } from "./transform-chain";
import { ProgramCallbacks } from "./transforms";
import type { UrnScope } from "./urn";

/** What the engine needs to preview one program. */
export interface EngineOptions {
  readonly scope: UrnScope;
  readonly configuration: Configuration;
  readonly aws: AwsModel;
  readonly review: ResourceReview;
  /** Told of every resource. */
  readonly registered: (state: ResourceState) => void;
  /** Told when the program has said that nothing more will come. */
  readonly finished: () => void;
  /** Told of a registration or read that failed. */
  readonly failed: (error: unknown) => void;
}

/** An engine that is waiting for its program. */
export interface Engine {
  /** Where the program finds it. */
  readonly address: string;
  readonly deployment: Deployment;
  /** The program's messages so far. */
  readonly diagnostics: readonly Diagnostic[];
  readonly close: () => void;
}

/** Starts an engine for a preview: a resource monitor that asks simulated AWS where the real one would ask a provider. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const diagnostics: Diagnostic[] = [];
  const callbacks = new ProgramCallbacks();
  const deployment = new Deployment(options.scope, options.aws, options.review, options.registered);
  const transforms = new TransformChain(callbacks);
  const packages = new Packages();
  const registrations = new Registrations(deployment, transforms, packages, options.configuration);
  const functions = new Functions({ deployment, registrations, packages, callbacks });
  const construct = remoteConstruction(registrations, functions, (message, urn) => {
    diagnostics.push({ severity: "warning", source: "program", message, urn });
  });
  const { finished, failed } = options;
  const monitor = monitorHandlers({
    registrations,
    functions,
    transforms,
    packages,
    construct,
    finished,
    failed,
  });
  const server: EngineServer = await serveEngine(monitor, engineHandlers(diagnostics));
  const close = (): void => {
    callbacks.close();
    server.close();
  };
  return { address: server.address, deployment, diagnostics, close };
}
