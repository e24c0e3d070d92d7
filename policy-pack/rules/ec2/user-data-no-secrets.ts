import { INSTANCES, LAUNCH_CONFIGURATIONS, LAUNCH_TEMPLATES, SPOT_REQUESTS } from "../../aws/instances";
import { holdsSecret } from "../../aws/secrets-in-text";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** How the base64 form of something packed with gzip begins. */
const PACKED = "H4sI";

/** What stands in the property, and what it says if it is base64. */
function readings(written: string): readonly string[] {
  const isBase64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(written);
  return isBase64 ? [written, Buffer.from(written, "base64").toString("utf8")] : [written];
}

function judge(place: View): readonly Outcome[] {
  if (place.isAbsent) return [];
  const written = known(place.string());
  if (written === undefined || written.startsWith(PACKED)) return [undetermined(place)];
  return readings(written).some(holdsSecret)
    ? [
        fail(
          place,
          text`the user data holds a secret; required: a reference that is resolved on the instance.`,
        ),
      ]
    : [pass];
}

export const control = defineControl({
  id: "EC2-26",
  name: "user-data-no-secrets",
  title: "User data holds no credentials",
  why: "Everyone who may describe the instance, and every program on it, can read its user data.",
  fix: "Read the secret from Secrets Manager or Parameter Store at boot, with the role of the instance.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...INSTANCES, ...LAUNCH_TEMPLATES, ...LAUNCH_CONFIGURATIONS, ...SPOT_REQUESTS],
  resource: ({ props }) => [...judge(props.at("userData")), ...judge(props.at("userDataBase64"))],
  references: {
    nist80053: ["IA-5", "IA-5(7)", "SC-28"],
    wellArchitected: ["SEC02-BP03"],
    checkov: ["CKV_AWS_46"],
    prowler: [
      "ec2_instance_secrets_user_data",
      "ec2_launch_template_no_secrets",
      "autoscaling_find_secrets_ec2_launch_configuration",
    ],
    trivy: ["AWS-0029", "AWS-0129"],
    pulumi: ["PB:no-hardcoded-secrets"],
  },
});
