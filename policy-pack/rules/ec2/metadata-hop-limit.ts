import {
  INSTANCES,
  LAUNCH_CONFIGURATIONS,
  LAUNCH_TEMPLATES,
  leavesToTemplate,
  TEMPLATE_DECIDES,
} from "../../aws/instances";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { within } from "../../shapes/property";
import { pass } from "../../verdict/outcome";

interface Parameters {
  readonly most: number;
}

const LIMIT = "metadataOptions.httpPutResponseHopLimit";

/** What an instance gets whose limit is left out, unless its image asks for more. */
const WHEN_UNSET = 1;

export const control = defineControl<Parameters>({
  id: "EC2-04",
  name: "metadata-hop-limit",
  title: "Session tokens of the metadata service do not leave the instance",
  why: "With more than one hop, containers and forwarded requests reach the credentials of the instance.",
  fix: "Leave out metadataOptions.httpPutResponseHopLimit or set it to 1; hosts of containers that need the metadata take 2.",
  severity: "medium",
  enforcement: "advisory",
  types: [...INSTANCES, ...LAUNCH_TEMPLATES, ...LAUNCH_CONFIGURATIONS],
  parameters: {
    most: {
      type: "integer",
      minimum: 1,
      maximum: 64,
      default: 1,
      description: "Most hops; 2 where containers in networks of their own need the metadata.",
    },
  },
  resource: (subject, { parameters }) => {
    if (leavesToTemplate(subject.props, LIMIT)) return TEMPLATE_DECIDES;
    if (known(subject.props.at("metadataOptions.httpEndpoint").string()) === "disabled") return pass;
    return within(LIMIT, { most: parameters.most }, WHEN_UNSET)(subject);
  },
  references: {
    securityHub: ["AutoScaling.4"],
    nist80053: ["AC-3", "AC-6", "SC-7"],
    wellArchitected: ["SEC06-BP02"],
    checkov: ["CKV_AWS_341"],
    awsConfig: ["ec2-token-hop-limit-check", "autoscaling-launch-config-hop-limit"],
  },
});
