import { TASK_DEFINITIONS } from "../../aws/container-definitions";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";
import type { View } from "../../reading/view";

/** Left out, the volume is mounted in the clear. */
function judge(volume: View): Outcome {
  const configuration = volume.at("efsVolumeConfiguration");
  if (configuration.isAbsent) return pass;
  const place = configuration.at("transitEncryption");
  if (place.isUnknown) return undetermined(place);
  return known(place.string())?.toUpperCase() === "ENABLED"
    ? pass
    : fail(place, text`the volume is mounted without encryption; required: ENABLED.`, place.path);
}

export const control = defineControl({
  id: "ECS-15",
  name: "ecs-efs-volume-encrypted",
  title: "EFS volumes of tasks are encrypted in transit",
  why: "Files would cross the network in the clear, and IAM authorisation of the mount needs encryption.",
  fix: "Set transitEncryption of the efsVolumeConfiguration to ENABLED.",
  severity: "medium",
  enforcement: "advisory",
  types: TASK_DEFINITIONS,
  resource: ({ props }) => {
    const volumes = props.at("volumes");
    if (volumes.isUnknown) return undetermined(volumes);
    return volumes
      .items()
      .map(judge)
      .filter(({ verdict }) => verdict !== "pass");
  },
  references: {
    securityHub: ["ECS.18"],
    nist80053: ["SC-8", "SC-8(1)", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV_AWS_97"],
    trivy: ["AWS-0035"],
  },
});
