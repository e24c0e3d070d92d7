import { INSTANCES, LAUNCH_CONFIGURATIONS, LAUNCH_TEMPLATES, SPOT_REQUESTS } from "../../aws/instances";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "EC2-25",
  name: "no-key-pair",
  title: "Instances have no key pair",
  why: "A private key is copied, never expires and leaves no trace of who used it; Session Manager does.",
  fix: "Remove keyName and use Session Manager.",
  severity: "low",
  enforcement: "advisory",
  types: [...INSTANCES, ...LAUNCH_TEMPLATES, ...LAUNCH_CONFIGURATIONS, ...SPOT_REQUESTS],
  resource: ({ props }) => {
    const place = props.at("keyName");
    const isSet = place.isUnknown || (known(place.string()) ?? "") !== "";
    return isSet ? fail(place, text`"keyName" is set; required: no key pair.`) : pass;
  },
  references: {
    nist80053: ["AC-17", "IA-5"],
    wellArchitected: ["SEC06-BP03"],
    awsConfig: ["ec2-no-amazon-key-pair"],
  },
});
