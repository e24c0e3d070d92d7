import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { type Owned, owned, ownedExists } from "../../shapes/ownership";
import { byType, oneOf } from "../../shapes/property";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const BLOCKS = tokens("ec2/imageBlockPublicAccess:ImageBlockPublicAccess");
const PERMISSIONS = tokens("ec2/amiLaunchPermission:AmiLaunchPermission");
const [BLOCK = "", PERMISSION = ""] = [...BLOCKS, ...PERMISSIONS];

/** `all` is the only group there is. */
function namesNoGroup({ props }: Subject): Outcome {
  const place = props.at("group");
  if (place.isUnknown) return undetermined(place);
  return (known(place.string()) ?? "") === ""
    ? pass
    : fail(
        place,
        text`the image is shared with everyone; required: accounts, an organization or a unit of it.`,
      );
}

export const control = defineControl<Owned>({
  id: "EC2-29",
  name: "ami-not-public",
  title: "Images are not public, and the account blocks public sharing",
  why: "Whatever was on the disk of a public image, keys and code included, is everyone's.",
  fix: "Share images with accountId, organizationArn or organizationalUnitArn, and set state of aws.ec2.ImageBlockPublicAccess to block-new-sharing.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...PERMISSIONS, ...BLOCKS],
  parameters: owned("This stack owns the setting, which a Region of an account has once: it must be there."),
  resource: byType({ [PERMISSION]: namesNoGroup, [BLOCK]: oneOf("state", ["block-new-sharing"]) }),
  stack: ownedExists(BLOCKS, text`this stack owns the block of public images and does not set it.`),
  references: {
    nist80053: ["AC-21", "AC-3", "AC-6", "SC-7"],
    wellArchitected: ["SEC03-BP07"],
    checkov: ["CKV_AWS_205"],
    prowler: ["ec2_ami_public", "ec2_ami_account_block_public_access"],
  },
});
