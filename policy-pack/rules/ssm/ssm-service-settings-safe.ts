import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { type Owned, owned, whereOwned } from "../../shapes/ownership";
import type { StackIndex } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

const SETTINGS = tokens("ssm/serviceSetting:ServiceSetting");

/** Settings of a Region by the end of their ids, with the value that is safe. */
const SAFE: Readonly<Record<string, string>> = {
  "/ssm/automation/customer-script-log-destination": "CloudWatch",
  "/ssm/documents/console/public-sharing-permission": "Disable",
};

function judge({ props }: Pick<Subject, "props">): Outcome {
  const id = props.at("settingId");
  const value = props.at("settingValue");
  if (id.isUnknown) return undetermined(id);
  const safe = Object.entries(SAFE).find(([name]) => (known(id.string()) ?? "").endsWith(name))?.[1];
  if (safe === undefined) return notApplicable("Nothing is asked of this setting");
  if (value.isUnknown) return undetermined(value);
  const isSafe = known(value.string())?.toLowerCase() === safe.toLowerCase();
  return isSafe ? pass : fail(value, text`the setting has another value; required: ${setting(safe)}.`);
}

function judgeMissing(stack: StackIndex): readonly Outcome[] {
  const given = stack.ofTypes(SETTINGS).map(({ props }) => props.at("settingId").string());
  const isOpen = given.some(({ state }) => state === "unknown");
  const missing = Object.keys(SAFE).filter((name) => !given.some((id) => known(id)?.endsWith(name)));
  if (missing.length === 0) return [pass];
  return missing.map((name) => {
    const message = text`this stack owns the settings of Systems Manager and does not set ${setting(name)}.`;
    return isOpen ? undetermined("") : fail("", message, name);
  });
}

export const control = defineControl<Owned>({
  id: "SSM-03",
  name: "ssm-service-settings-safe",
  title: "Documents cannot be shared with everyone, and Automation writes its logs to CloudWatch",
  why: "One switch for the Region keeps every document from being public, and scripts that left no log cannot be explained.",
  fix: "Add aws.ssm.ServiceSetting for the two settings, with the values Disable and CloudWatch.",
  severity: "high",
  enforcement: "mandatory",
  types: SETTINGS,
  parameters: owned("This stack owns the settings of Systems Manager in its Region: it must be there."),
  resource: judge,
  stack: whereOwned(judgeMissing),
  references: {
    securityHub: ["SSM.6", "SSM.7"],
    nist80053: ["AC-3", "AC-21", "AU-12"],
    wellArchitected: ["SEC03-BP07", "SEC04-BP01"],
  },
});
