import { OWN_KEYS } from "../../aws/keys";
import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { all, oneOf } from "../../shapes/property";

interface Parameters {
  readonly allowMultiRegion: boolean;
  readonly specs: readonly string[];
  readonly usages: readonly string[];
}

const EXTERNAL_KEYS = tokens("kms/externalKey:ExternalKey");

export const control = defineControl<Parameters>({
  id: "KMS-08",
  name: "kms-key-kind-allowed",
  title: "Keys are of the kinds that are allowed, and in one Region unless that is declared",
  why: "A key in several Regions can be used, and leak, in each of them.",
  fix: "Leave multiRegion, customerMasterKeySpec and keyUsage out, or allow the kind in the control's parameters.",
  severity: "low",
  enforcement: "advisory",
  types: [...OWN_KEYS, ...EXTERNAL_KEYS],
  parameters: {
    allowMultiRegion: { type: "boolean", default: false, description: "Keys may be in several Regions." },
    specs: {
      type: "array",
      items: { type: "string" },
      default: ["SYMMETRIC_DEFAULT"],
      description: "Allowed key specs, as in customerMasterKeySpec.",
    },
    usages: {
      type: "array",
      items: { type: "string" },
      default: ["ENCRYPT_DECRYPT"],
      description: "Allowed uses, as in keyUsage.",
    },
  },
  resource: (subject, { parameters: { allowMultiRegion, specs, usages } }) => {
    const spec = OWN_KEYS.includes(subject.type) ? "customerMasterKeySpec" : "keySpec";
    return all(
      oneOf("multiRegion", allowMultiRegion ? [true, false] : [false], false),
      oneOf(spec, specs, "SYMMETRIC_DEFAULT"),
      oneOf("keyUsage", usages, "ENCRYPT_DECRYPT"),
    )(subject);
  },
  references: {
    nist80053: ["SC-12", "SC-13"],
    wellArchitected: ["SEC08-BP01"],
    prowler: ["kms_cmk_not_multi_region"],
    pulumi: ["PB:kms-key-creation"],
  },
});
