import { KEYS } from "../../aws/keys";
import { defineControl } from "../../registry/control";
import { within } from "../../shapes/property";

interface Parameters {
  readonly leastDays: number;
}

/** What AWS waits where nothing is said: the most it allows. */
const AWS_DAYS = 30;

export const control = defineControl<Parameters>({
  id: "KMS-05",
  name: "kms-key-deletion-window",
  title: "Deleted keys can be brought back for long enough",
  why: "With a key goes everything that was ever encrypted with it, backups included.",
  fix: "Leave deletionWindowInDays out, which means 30 days, or raise it.",
  severity: "high",
  enforcement: "mandatory",
  types: KEYS,
  parameters: {
    leastDays: {
      ...{ type: "integer", minimum: 7, maximum: 30, default: 14 },
      description: "Days between asking for the deletion and the deletion, at least.",
    },
  },
  resource: (subject, { parameters }) =>
    within("deletionWindowInDays", { least: parameters.leastDays }, AWS_DAYS)(subject),
  references: {
    securityHub: ["KMS.3"],
    nist80053: ["SC-12", "SC-12(2)"],
    wellArchitected: ["SEC08-BP01"],
    awsConfig: ["kms-cmk-not-scheduled-for-deletion"],
    prowler: ["kms_cmk_not_deleted_unintentionally"],
    pulumi: ["PB:kms-key-deletion-lifecycle"],
  },
});
