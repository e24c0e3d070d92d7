import { AwsError } from "../aws-error";
import { textOf } from "../resource-types/definition";
import type { ProviderSettings } from "../settings";
import type { WireObject } from "../wire";
import type { World } from "../world";
import { ACCOUNT_FUNCTIONS } from "./account";
import type { Answerer } from "./definition";
import { PARAMETER_FUNCTIONS } from "./parameters";
import { policyDocument } from "./policy-document";
import { QUOTA_FUNCTIONS } from "./quotas";
import { REGION_SWITCH_FUNCTIONS } from "./region-switch";
import { VPC_FUNCTIONS } from "./vpc";

/** Every function the simulation can answer, by token without the repeated name behind the last colon. */
const FUNCTIONS: ReadonlyMap<string, Answerer> = new Map<string, Answerer>([
  ...Object.entries(ACCOUNT_FUNCTIONS),
  ...Object.entries(PARAMETER_FUNCTIONS),
  ...Object.entries(QUOTA_FUNCTIONS),
  ...Object.entries(REGION_SWITCH_FUNCTIONS),
  ...Object.entries(VPC_FUNCTIONS),
  ["aws:iam/getPolicyDocument", policyDocument],
]);

/**
 * Answers a provider function.
 * @throws AwsError `UnsupportedOperation` for a function without an entry: a made-up answer would look like a fact.
 */
export function answerInvoke(request: {
  token: string;
  args: WireObject;
  settings: ProviderSettings;
  world: World;
}): WireObject {
  const key = request.token.split(":").slice(0, 2).join(":");
  const answerer = FUNCTIONS.get(key);
  if (answerer === undefined) {
    throw new AwsError(
      "UnsupportedOperation",
      `the simulation cannot answer ${request.token}; it knows ${[...FUNCTIONS.keys()].sort().join(", ")}`,
    );
  }
  const region = textOf(request.args.region) || request.settings.region;
  return { ...request.args, ...answerer({ ...request, settings: { ...request.settings, region } }) };
}
