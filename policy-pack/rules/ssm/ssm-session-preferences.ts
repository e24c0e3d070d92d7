import { tokens } from "../../aws/tokens";
import { isSet } from "../../reading/set";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** A place for logs, and the switch that asks for its encryption. */
const LOGS = [
  ["s3BucketName", "s3EncryptionEnabled"],
  ["cloudWatchLogGroupName", "cloudWatchEncryptionEnabled"],
] as const;

function judgeLogs(inputs: View): Outcome {
  const used = LOGS.filter(([place]) => isSet(inputs.at(place)));
  if (used.length === 0)
    return fail(inputs, text`sessions are not logged; required: a bucket or a log group.`, "logs");
  const switches = used.map(([, encrypted]) => inputs.at(encrypted));
  const off = switches.find((each) => !each.isUnknown && known(each.boolean()) !== true);
  if (off) return fail(off, text`the log need not be encrypted; required: true.`, "logs");
  const unknown = switches.find(({ isUnknown }) => isUnknown);
  return unknown ? undetermined(unknown) : pass;
}

function judge(content: View): readonly Outcome[] {
  const document = content.document();
  const inputs = document.at("inputs");
  if (document.isUnknown || inputs.isUnknown) return [undetermined(content)];
  const key = inputs.at("kmsKeyId");
  const encrypted = isSet(key)
    ? pass
    : fail(key, text`sessions have no key of their own; required: kmsKeyId.`, "key");
  return [encrypted, judgeLogs(inputs)].filter(({ verdict }) => verdict !== "pass");
}

export const control = defineControl({
  id: "SSM-04",
  name: "ssm-session-preferences",
  title: "Sessions of Session Manager are encrypted with a key and logged",
  why: "A session is a shell: what was done in it must be known, and only to those who should know.",
  fix: "Set kmsKeyId, and s3BucketName or cloudWatchLogGroupName with their encryption, in the inputs of the preferences.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("ssm/document:Document"),
  resource: ({ props }) => {
    const type = props.at("documentType");
    if (type.isUnknown) return undetermined(type);
    if (known(type.string()) !== "Session") return notApplicable("The document is not about sessions");
    const kind = known(props.at("content").document().at("sessionType").string());
    return kind === "Port"
      ? notApplicable("Sessions that forward a port cannot be logged")
      : judge(props.at("content"));
  },
  references: {
    nist80053: ["AU-2", "AU-12", "SC-8", "SC-13"],
    wellArchitected: ["SEC04-BP01", "SEC06-BP03"],
    checkov: ["CKV_AWS_112", "CKV_AWS_113"],
  },
});
