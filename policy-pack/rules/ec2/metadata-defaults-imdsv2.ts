import { defineControl } from "../../registry/control";
import { METADATA_DEFAULTS } from "../../shapes/metadata-tokens";
import { type Owned, owned, ownedExists } from "../../shapes/ownership";
import { oneOf } from "../../shapes/property";
import { text } from "../../verdict/text";

export const control = defineControl<Owned>({
  id: "EC2-05",
  name: "metadata-defaults-imdsv2",
  title: "The metadata defaults of the account require IMDSv2",
  why: "Instances that are started by hand or by other tools then get it, too.",
  fix: 'Set httpTokens of aws.ec2.InstanceMetadataDefaults to "required".',
  severity: "medium",
  enforcement: "advisory",
  types: METADATA_DEFAULTS,
  parameters: owned("This stack owns the setting, which a Region of an account has once: it must be there."),
  resource: oneOf("httpTokens", ["required"], "no-preference"),
  stack: ownedExists(METADATA_DEFAULTS, text`this stack owns the metadata defaults and does not set them.`),
  references: {
    nist80053: ["AC-3", "AC-6", "CM-6"],
    wellArchitected: ["SEC06-BP02"],
    prowler: ["ec2_instance_account_imdsv2_enabled"],
  },
});
