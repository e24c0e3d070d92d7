import { AwsError } from "../aws-error";
import { arnOf, partitionOf } from "../identity";
import { QUOTA_DEFAULTS, type QuotaDefault } from "../quota-defaults";
import { textOf } from "../resource-types/definition";
import type { WireObject } from "../wire";
import type { Answerer, Call } from "./definition";

const QUOTA_REQUEST = "aws:servicequotas/serviceQuota:ServiceQuota";

/** Region that knows quotas of a whole account. */
const GLOBAL_REGION = "us-east-1";

function known({ args, settings }: Call): readonly [key: string, quota: QuotaDefault] {
  const key = `${textOf(args.serviceCode)}/${textOf(args.quotaCode)}`;
  const quota = QUOTA_DEFAULTS[key];
  if (quota === undefined) {
    throw new AwsError(
      "NoSuchResourceException",
      `the simulation knows no quota ${key}; it knows ${Object.keys(QUOTA_DEFAULTS).join(", ")}`,
    );
  }
  if (quota.global === true && settings.region !== GLOBAL_REGION) {
    throw new AwsError("NoSuchResourceException", `${key} is known in ${GLOBAL_REGION} alone`);
  }
  return [key, quota];
}

/** The largest value that was asked for here: the simulation grants every request at once. */
function granted(key: string, { value }: QuotaDefault, { world, settings }: Call): number {
  const asked = world.resources
    .filter(({ type, id }) => type === QUOTA_REQUEST && id === key)
    .filter(({ region, attributes }) => (textOf(attributes.region) || region) === settings.region)
    .map(({ attributes }) => Number(attributes.value));
  return Math.max(value, ...asked);
}

function serviceQuota(call: Call): WireObject {
  const [key, quota] = known(call);
  const { region, accountId } = call.settings;
  const arn = arnOf({
    partition: partitionOf(region).name,
    service: "servicequotas",
    region,
    accountId,
    resource: key,
  });
  return {
    arn,
    id: arn,
    region,
    adjustable: quota.fixed !== true,
    defaultValue: quota.value,
    globalQuota: quota.global === true,
    quotaName: quota.name,
    serviceName: textOf(call.args.serviceCode),
    usageMetrics: [],
    value: granted(key, quota, call),
  };
}

/** Functions about quotas. */
export const QUOTA_FUNCTIONS: Readonly<Record<string, Answerer>> = {
  "aws:servicequotas/getServiceQuota": serviceQuota,
};
