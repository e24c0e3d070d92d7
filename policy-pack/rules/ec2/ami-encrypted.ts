import { tokens } from "../../aws/tokens";
import { listed } from "../../reading/listed";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { type AccountDefaultParameters, leftToAccount } from "../../shapes/account-default";
import { customerKey } from "../../shapes/customer-key";
import {
  encryptedByDefaultParameter,
  ENCRYPTION_BY_DEFAULT,
  encryptsByDefault,
  judgeVolume,
} from "../../shapes/volumes-encrypted";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters extends AccountDefaultParameters {
  readonly customerKey: boolean;
}

const IMAGES = tokens("ec2/ami:Ami");
const COPIES = tokens("ec2/amiCopy:AmiCopy");

function copiesEncrypted(stack: StackIndex, copy: StackResource): boolean {
  return stack
    .targets(copy, "sourceAmiId", COPIES)
    .found.some(({ props }) => known(props.at("encrypted").boolean()) === true);
}

/** The provider fills in false, and to AWS that is the same: the source or the account may still encrypt. */
function judgeCopy(copy: View, isOn: boolean): Outcome {
  const place = copy.at("encrypted");
  if (place.isUnknown) return undetermined(place);
  if (isOn || known(place.boolean()) === true) return pass;
  return fail(place, text`"encrypted" is not set or false; required: true.`);
}

export const control = defineControl<Parameters>({
  id: "EC2-30",
  name: "ami-encrypted",
  title: "Images and their copies are encrypted",
  why: "The snapshots behind an image can be shared and read like any other.",
  fix: "Set encrypted in ebsBlockDevices of the aws.ec2.Ami, and encrypted on the aws.ec2.AmiCopy.",
  severity: "medium",
  enforcement: "advisory",
  types: [...IMAGES, ...COPIES],
  parameters: {
    accountDefault: encryptedByDefaultParameter,
    customerKey: {
      type: "boolean",
      default: false,
      description: "Ask for copies that are encrypted with a customer-managed key.",
    },
  },
  ...leftToAccount<Parameters>({
    types: [...IMAGES, ...COPIES],
    setBy: ENCRYPTION_BY_DEFAULT,
    turnsOn: encryptsByDefault,
    inherits: copiesEncrypted,
    judge: (subject, isOn, parameters) => {
      const { type, props } = subject;
      if (COPIES.includes(type))
        return [
          judgeCopy(props, isOn),
          ...(parameters.customerKey ? [customerKey("kmsKeyId")(subject)] : []),
        ];
      const devices = listed(props.at("ebsBlockDevices"));
      if (devices.length === 0) return notApplicable("The image has no EBS devices");
      return devices.map((device) => judgeVolume(device, isOn));
    },
  }),
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_204", "CKV_AWS_235", "CKV_AWS_236"],
  },
});
