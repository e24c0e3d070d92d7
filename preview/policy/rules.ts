import type { PolicyRule } from "../result";
import { severityWord } from "./levels";
import type { Pack } from "./pack";

/** The policies of a pack as it describes them. */
export function rulesOf({ info, settings }: Pack): PolicyRule[] {
  return info.getPoliciesList().map((policy) => {
    const name = policy.getName();
    return {
      policy: name,
      title: policy.getDisplayname() || name,
      description: policy.getDescription(),
      fix: policy.getRemediationSteps(),
      severity: severityWord(policy.getSeverity()),
      enforcement: settings[name]?.enforcement ?? "advisory",
      tags: policy.getTagsList(),
    };
  });
}
