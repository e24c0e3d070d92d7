import type { Grant } from "../core/grant";
import type { IntegrationArgs } from "./integration-args";
export class Integration {
  public constructor(_name: string, _args: IntegrationArgs, _opts: object) {}
  public grants(_workload: string): readonly Grant[] { return []; }
  public queues(_workload: string): readonly { name: string; ageObjectiveSeconds: number }[] { return []; }
}
