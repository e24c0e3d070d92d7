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

/** Requests for larger quotas, and AWS's own watching over quotas. */
export const QUOTA_TYPES: ResourceTypes = {
  "aws:servicequotas/serviceQuota:ServiceQuota": {
    id: serviceQuota,
    arn: (created: Created) =>
      globalArn("servicequotas", () => `${created.settings.region}:${serviceQuota(created)}`)(created),
    computed: () => ({
      adjustable: true,
      defaultValue: 0,
      quotaName: "a quota",
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
    refuse: unique(["serviceCode", "quotaCode"], "ResourceAlreadyExistsException"),
  },
  "aws:servicequotas/autoManagement:AutoManagement": {
    id: ({ settings }) => settings.region,
    rules: [
      choiceRule("optInLevel", "IllegalArgumentException", ["ACCOUNT"]),
      choiceRule("optInType", "IllegalArgumentException", ["NotifyOnly", "NotifyAndAdjust"]),
    ],
  },
};
