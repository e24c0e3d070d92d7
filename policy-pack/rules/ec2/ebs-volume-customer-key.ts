import { LAUNCH_TEMPLATES } from "../../aws/instances";
import { tokens } from "../../aws/tokens";
import { listed } from "../../reading/listed";
import { isSet } from "../../reading/set";
import type { View } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import {
  type AccountDefaultParameters,
  accountDefaultParameter,
  leftToAccount,
} from "../../shapes/account-default";
import { customerKey } from "../../shapes/customer-key";
import { notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";

const TYPES = [...tokens("ebs/volume:Volume"), ...LAUNCH_TEMPLATES];
const DEFAULT_KEYS = tokens("ebs/defaultKmsKey:DefaultKmsKey");

function judge(subject: Subject, volume: View, isOn: boolean): Outcome {
  if (volume.isUnknown) return undetermined(volume);
  return isOn && !isSet(volume.at("kmsKeyId"))
    ? pass
    : customerKey("kmsKeyId")({ ...subject, props: volume });
}

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-14",
  name: "ebs-volume-customer-key",
  title: "Volumes are encrypted with a key of your own",
  why: "Only the policy of your own key can say who may read the data, and only your own key can be withdrawn.",
  fix: "Set kmsKeyId of the aws.ebs.Volume or of each blockDeviceMappings[].ebs, or make it the default with aws.ebs.DefaultKmsKey.",
  severity: "low",
  enforcement: "advisory",
  types: TYPES,
  parameters: { accountDefault: accountDefaultParameter("The default key for EBS is one of your own") },
  ...leftToAccount<AccountDefaultParameters>({
    types: TYPES,
    setBy: DEFAULT_KEYS,
    turnsOn: () => true,
    judge: (subject, isOn) => {
      const { type, props } = subject;
      if (!LAUNCH_TEMPLATES.includes(type)) return judge(subject, props, isOn);
      const volumes = listed(props.at("blockDeviceMappings"))
        .map((mapping) => mapping.at("ebs"))
        .filter(({ isAbsent }) => !isAbsent);
      if (volumes.length === 0) return notApplicable("The template asks for no volume");
      return volumes.map((volume) => judge(subject, volume, isOn));
    },
  }),
  references: {
    nist80053: ["SC-12", "SC-12(2)", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_189"],
    trivy: ["AWS-0027"],
    pulumi: [
      "CP:ebs-volume-configure-customer-managed-key",
      "CP:ec2-launchtemplate-configure-customer-managed-key",
      "PB:ebs-volume-configure-customer-managed-key",
    ],
  },
});
