import { arn } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";

/** The account's own bus in its stack's Region, where events of all Regions come together. */
export function homeBusArn({ region, accountId }: Scope): string {
  return arn({
    partition: partitionOf(region),
    service: "events",
    region,
    accountId,
    resource: "event-bus/default",
  });
}

/** What EventBridge needs to make OpsItems. */
export function opsItemRights({ region, accountId }: Scope): readonly PolicyStatement[] {
  const partition = partitionOf(region);
  const resources = [arn({ partition, service: "ssm", region, accountId, resource: "opsitem/*" })];
  return [{ sid: "MakeOpsItems", actions: ["ssm:CreateOpsItem", "ssm:AddTagsToResource"], resources }];
}
