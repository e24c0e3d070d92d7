import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** What the SDKs fill in when a program says nothing. */
const FILLED_IN = ["", "managed by pulumi", "managed by terraform"];

export const control = defineControl({
  id: "SG-09",
  name: "security-group-description",
  title: "Security groups say what they are for",
  why: "A group cannot be renamed later, and a group that nobody understands is never cleaned up.",
  fix: "Set description to who may reach what; it cannot be changed without replacing the group.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("ec2/securityGroup:SecurityGroup"),
  resource: ({ props }) => {
    const place = props.at("description");
    if (place.isUnknown) return undetermined(place);
    const isReal = !FILLED_IN.includes((known(place.string()) ?? "").trim().toLowerCase());
    return isReal
      ? pass
      : fail(place, text`the description is missing or the one that is filled in by default.`);
  },
  references: {
    nist80053: ["CM-3"],
    wellArchitected: ["OPS01-BP06"],
    checkov: ["CKV_AWS_23"],
    cdkNag: ["AwsSolutions-EC27"],
    trivy: ["AWS-0099"],
    pulumi: ["CP:ec2-securitygroup-missing-description"],
  },
});
