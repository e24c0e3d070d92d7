import { INSTANCES, LAUNCH_CONFIGURATIONS, LAUNCH_TEMPLATES, SPOT_REQUESTS } from "../../aws/instances";
import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly images: readonly string[];
}

const SETTINGS = tokens("ec2/allowedImagesSettings:AllowedImagesSettings");

function judge(place: View, images: readonly string[]): Outcome {
  if (images.length === 0) return notApplicable("No approved images are configured");
  if (place.isUnknown) return undetermined(place);
  if (place.isAbsent) return notApplicable("The image is chosen elsewhere");
  return images.includes(known(place.string()) ?? "")
    ? pass
    : fail(place, text`the image is not one of the ${images.length} approved ones.`);
}

export const control = defineControl<Parameters>({
  id: "EC2-34",
  name: "ami-approved",
  title: "Instances start from approved images, and the account allows no others",
  why: "An image that is looked up by name can be anyone's, and what runs on it has your role.",
  fix: 'Use an approved image, and set state of aws.ec2.AllowedImagesSettings to "enabled". Look-ups must name owners.',
  severity: "medium",
  enforcement: "advisory",
  types: [...INSTANCES, ...SPOT_REQUESTS, ...LAUNCH_TEMPLATES, ...LAUNCH_CONFIGURATIONS, ...SETTINGS],
  parameters: {
    images: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Approved images, by id or by their resolve:ssm: parameter; none means that all are.",
    },
  },
  resource: (subject, { parameters }) => {
    if (SETTINGS.includes(subject.type)) return oneOf("state", ["enabled"])(subject);
    const { props } = subject;
    return judge(props.at("ami").isAbsent ? props.at("imageId") : props.at("ami"), parameters.images);
  },
  references: {
    nist80053: ["CM-2", "CM-7(5)", "SI-7"],
    wellArchitected: ["SEC06-BP02"],
    checkov: ["CKV_AWS_386"],
    awsConfig: ["approved-amis-by-id", "approved-amis-by-tag", "ec2-instance-launched-with-allowed-ami"],
    trivy: ["AWS-0344"],
  },
});
