import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const setting = (settingId: unknown, settingValue: unknown) =>
  aws("ssm/serviceSetting:ServiceSetting", { settingId, settingValue });
const SHARING = "/ssm/documents/console/public-sharing-permission";
const logs = setting("/ssm/automation/customer-script-log-destination", "CloudWatch");
const sharing = setting(SHARING, "Disable");

fixtures("ssm-service-settings-safe", {
  pass: {
    "both settings": { logs, sharing },
    "a setting by its ARN": {
      logs,
      sharing: setting(`arn:aws:ssm:eu-west-1:111122223333:servicesetting${SHARING}`, "Disable"),
    },
  },
  fail: {
    "sharing that is allowed": { logs, sharing: setting(SHARING, "Enable") },
    "one of two": { logs },
    "a stack that owns them and sets none": {},
  },
  unknown: {
    "a value that is computed": { logs, sharing: setting(SHARING, UNKNOWN) },
    "a setting that cannot be told": { logs, other: setting(UNKNOWN, "Disable") },
  },
  unset: {
    "a setting of something else": [
      "fail",
      { other: setting("/ssm/parameter-store/high-throughput-enabled", "true") },
    ],
  },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});
