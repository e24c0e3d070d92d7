import * as pulumi from "@pulumi/pulumi";

import { proxyPort } from "./service-connect";
import { openWay } from "./way";

/** A call of one service by another. */
export interface ServiceCall {
  /** Who calls. */
  readonly caller: string;
  /** Who is called. */
  readonly callee: string;
}

/** Arguments of {@link CallRules}. */
export interface CallRulesArgs {
  /** Calls among services; no others reach a service's proxy. */
  readonly calls: readonly ServiceCall[];
  /** Security group of each service, by its name. */
  readonly groupIds: Readonly<Record<string, pulumi.Output<string>>>;
}

/** The ways between services that call each other, each from one caller to one callee. */
export class CallRules extends pulumi.ComponentResource {
  public constructor(
    name: string,
    { calls, groupIds }: CallRulesArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:compute:CallRules", name, {}, opts);
    for (const { caller, callee } of calls) {
      const [from, to] = [groupIds[caller], groupIds[callee]];
      if (from === undefined || to === undefined) {
        throw new Error(`${name}: ${caller} calls ${callee}, and one of them has no security group`);
      }
      const description = `${caller} calls ${callee}`;
      openWay(this, `${name}-${caller}.${callee}`, { from, to, port: proxyPort, description });
    }
    this.registerOutputs({});
  }
}
