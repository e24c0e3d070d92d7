import { leavesToTemplate, TEMPLATE_DECIDES } from "../aws/instances";
import { tokens } from "../aws/tokens";
import { known } from "../reading/view";
import type { ControlArgs, Subject } from "../registry/control";
import { type Judgement, pass, undetermined } from "../verdict/outcome";
import { type AccountDefaultParameters, accountDefaultParameter, leftToAccount } from "./account-default";
import { oneOf } from "./property";

/** Sets what instances of a Region get that say nothing of their metadata service. */
export const METADATA_DEFAULTS = tokens("ec2/instanceMetadataDefaults:InstanceMetadataDefaults");

function judge(subject: Subject, isOn: boolean): Judgement {
  const { props } = subject;
  if (leavesToTemplate(props, "metadataOptions.httpTokens")) return TEMPLATE_DECIDES;
  const endpoint = props.at("metadataOptions.httpEndpoint");
  if (known(endpoint.string()) === "disabled") return pass;
  const judged = oneOf("metadataOptions.httpTokens", ["required"], isOn ? "required" : undefined)(subject);
  return judged.verdict === "fail" && endpoint.isUnknown ? undetermined(endpoint) : judged;
}

/** Metadata is given against a session token only, or not at all. */
export function metadataNeedsTokens(
  types: readonly string[],
): Required<Pick<ControlArgs<AccountDefaultParameters>, "resource" | "stack" | "parameters">> {
  return {
    parameters: {
      accountDefault: accountDefaultParameter("The metadata defaults of the account require IMDSv2"),
    },
    ...leftToAccount<AccountDefaultParameters>({
      types,
      setBy: METADATA_DEFAULTS,
      turnsOn: (defaults) => known(defaults.at("httpTokens").string()) === "required",
      judge,
    }),
  };
}
