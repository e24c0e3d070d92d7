import type { EnforcementLevel } from "@pulumi/policy";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";

import type { Configuration, PolicySettings } from "./settings";

const LEVELS: Readonly<Record<analyzer.EnforcementLevel, EnforcementLevel>> = {
  [analyzer.EnforcementLevel.ADVISORY]: "advisory",
  [analyzer.EnforcementLevel.MANDATORY]: "mandatory",
  [analyzer.EnforcementLevel.DISABLED]: "disabled",
  [analyzer.EnforcementLevel.REMEDIATE]: "remediate",
};

/**
 * Calls back with the configuration whenever the engine sends one.
 *
 * The SDK hands a policy its properties but keeps its enforcement level to itself, and an unknown name in the
 * configuration is lost on the way. Both are in the engine's message, so they are read where it is parsed.
 *
 * @param receive - Returns the names of policies that stay on even where the configuration disables them.
 */
export function onConfigure(receive: (configuration: Configuration) => readonly string[]): void {
  const service = AnalyzerService.configure;
  const parse = service.requestDeserialize.bind(service);
  service.requestDeserialize = (bytes) => {
    const request = parse(bytes);
    const policies = [...request.getPolicyconfigMap().entries()].map(
      ([name, policy]): [string, PolicySettings] => {
        const properties = policy.getProperties()?.toJavaScript() ?? {};
        return [name, { enforcementLevel: LEVELS[policy.getEnforcementlevel()], properties }];
      },
    );
    for (const name of receive(Object.fromEntries(policies))) {
      request.getPolicyconfigMap().get(name)?.setEnforcementlevel(analyzer.EnforcementLevel.MANDATORY);
    }
    return request;
  };
}
