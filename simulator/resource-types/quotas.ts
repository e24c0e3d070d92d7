import { AwsError } from "../aws-error";
import { QUOTA_DEFAULTS } from "../quota-defaults";
import {
  choiceRule,
  globalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type Creation,
  type ResourceTypes,
} from "./definition";

const serviceQuota = ({ inputs }: Pick<Creation, "inputs">): string =>
  `${textOf(inputs.serviceCode)}/${textOf(inputs.quotaCode)}`;

const onlyOneRequest = unique(["serviceCode", "quotaCode"], "ResourceAlreadyExistsException");

/** The provider asks for nothing that would lower a quota. */
function neverLess({ inputs }: Created): void {
  const key = serviceQuota({ inputs });
  const least = QUOTA_DEFAULTS[key]?.value ?? 0;
  if (typeof inputs.value !== "number" || inputs.value >= least) return;
  throw new AwsError(
    "IllegalArgumentException",
    `requesting ${key} with ${inputs.value}, less than the current ${least}`,
  );
}

/** Requests for larger quotas, and AWS's own watching over quotas. */
export const QUOTA_TYPES: ResourceTypes = {
  "aws:servicequotas/serviceQuota:ServiceQuota": {
    id: serviceQuota,
    arn: (created: Created) =>
      globalArn("servicequotas", () => `${created.settings.region}:${serviceQuota(created)}`)(created),
    computed: ({ inputs }) => ({
      adjustable: QUOTA_DEFAULTS[serviceQuota({ inputs })]?.fixed !== true,
      defaultValue: QUOTA_DEFAULTS[serviceQuota({ inputs })]?.value ?? 0,
      quotaName: QUOTA_DEFAULTS[serviceQuota({ inputs })]?.name ?? "a quota",
      requestId: "0123456789abcdef",
      requestStatus: "PENDING",
      serviceName: "a service",
      usageMetrics: [],
    }),
    forceNew: ["quotaCode", "serviceCode"],
    rules: [
      textRule({
        property: "quotaCode",
        code: "NoSuchResourceException",
        pattern: /^L-[0-9A-F]{8}$/,
        requires: "must be L- and eight hexadecimal digits",
      }),
      textRule({
        property: "serviceCode",
        code: "NoSuchResourceException",
        pattern: /^[a-zA-Z][a-zA-Z0-9-]{1,63}$/,
        requires: "must be a service code",
      }),
      {
        property: "value",
        code: "IllegalArgumentException",
        requires: "must not be negative",
        holds: (value) => Number(value) >= 0,
      },
    ],
    refuse: (created) => {
      onlyOneRequest(created);
      neverLess(created);
    },
  },
  "aws:servicequotas/autoManagement:AutoManagement": {
    id: ({ settings }) => settings.region,
    rules: [
      choiceRule("optInLevel", "IllegalArgumentException", ["ACCOUNT"]),
      choiceRule("optInType", "IllegalArgumentException", ["NotifyOnly", "NotifyAndAdjust"]),
    ],
  },
};
