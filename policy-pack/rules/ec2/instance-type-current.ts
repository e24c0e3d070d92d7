import { INSTANCES, LAUNCH_CONFIGURATIONS, LAUNCH_TEMPLATES, SPOT_REQUESTS } from "../../aws/instances";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

interface Parameters {
  readonly families: readonly string[];
}

const IMAGES = tokens("ec2/ami:Ami");

/** The families that can be virtualised in the old way, from Security Hub's EC2.24. */
const PARAVIRTUAL = ["c1", "c3", "hs1", "m1", "m2", "m3", "t1"];

export const control = defineControl<Parameters>({
  id: "EC2-28",
  name: "instance-type-current",
  title: "Instances and images are of a current generation",
  why: "Paravirtual machines lack the isolation of the Nitro system, and old types cost more for less.",
  fix: 'Move to a type of a current generation; set virtualizationType of an aws.ec2.Ami to "hvm".',
  severity: "low",
  enforcement: "advisory",
  types: [...INSTANCES, ...SPOT_REQUESTS, ...LAUNCH_TEMPLATES, ...LAUNCH_CONFIGURATIONS, ...IMAGES],
  parameters: {
    families: {
      type: "array",
      items: { type: "string" },
      default: PARAVIRTUAL,
      description: "Families of instance types that are refused.",
    },
  },
  resource: (subject, { parameters }) => {
    if (IMAGES.includes(subject.type)) return oneOf("virtualizationType", ["hvm"], "paravirtual")(subject);
    const place = subject.props.at("instanceType");
    if (place.isUnknown) return undetermined(place);
    const [family = ""] = (known(place.string()) ?? "").split(".");
    return parameters.families.includes(family)
      ? fail(place, text`types of the family ${setting(family)} are refused.`)
      : pass;
  },
  references: {
    securityHub: ["EC2.24"],
    nist80053: ["CM-2", "SI-2"],
    wellArchitected: ["PERF05-BP06", "SUS05-BP02"],
    awsConfig: ["ec2-paravirtual-instance-check"],
    prowler: ["ec2_instance_paravirtual_type"],
  },
});
