import { regionalArn } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";

/** The account's own bus in its stack's Region, where events of all Regions come together. */
export function homeBusArn(scope: Scope): string {
  return regionalArn(scope, "events", "event-bus/default");
}

/** What EventBridge needs to make OpsItems. */
export function opsItemRights(scope: Scope): readonly PolicyStatement[] {
  const resources = [regionalArn(scope, "ssm", "opsitem/*")];
  return [{ sid: "MakeOpsItems", actions: ["ssm:CreateOpsItem", "ssm:AddTagsToResource"], resources }];
}
