import { tokens } from "../../aws/tokens";
import { listed } from "../../reading/listed";
import { defineControl } from "../../registry/control";
import type { AccountDefaultParameters } from "../../shapes/account-default";
import { volumesEncrypted } from "../../shapes/volumes-encrypted";

const FLEETS = tokens("ec2/spotFleetRequest:SpotFleetRequest");

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-12",
  name: "spot-fleet-volumes-encrypted",
  title: "The volumes that Spot fleets ask for are encrypted",
  why: "A volume or snapshot that gets into other hands can be read without a key.",
  fix: "Set encrypted in rootBlockDevices and ebsBlockDevices of each launch specification, or use launch templates.",
  severity: "medium",
  enforcement: "advisory",
  types: FLEETS,
  // As Security Hub does, this judges the volumes that are written down; templates are judged by themselves.
  ...volumesEncrypted(FLEETS, ({ props }) =>
    listed(props.at("launchSpecifications")).flatMap((specification) => [
      ...listed(specification.at("rootBlockDevices")),
      ...listed(specification.at("ebsBlockDevices")),
    ]),
  ),
  references: {
    securityHub: ["EC2.173"],
    nist80053: ["CM-3(6)", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP02"],
    awsConfig: ["ec2-spot-fleet-request-ct-encryption-at-rest"],
  },
});
