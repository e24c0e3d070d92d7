import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SG-15",
  name: "security-group-not-from-wizard",
  title: "Security groups were not made by the console's launch wizard",
  why: "The wizard opens SSH to the world, and its groups belong to nobody.",
  fix: "Give the group a name and description that say what it is for.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("ec2/securityGroup:SecurityGroup"),
  resource: ({ props }) => {
    const places = ["name", "description"].map((name) => props.at(name));
    const wizard = places.find((place) => known(place.string())?.startsWith("launch-wizard") === true);
    if (wizard) return fail(wizard, text`the group was made by the launch wizard.`);
    const unknown = places.find(({ isUnknown }) => isUnknown);
    return unknown ? undetermined(unknown) : pass;
  },
  references: {
    nist80053: ["CM-2"],
    wellArchitected: ["OPS05-BP04"],
    prowler: ["ec2_securitygroup_from_launch_wizard"],
  },
});
