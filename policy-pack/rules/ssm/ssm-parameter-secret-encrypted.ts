import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly secretNames: string;
  readonly customerKey: boolean;
}

const isByOwnKey = customerKey("keyId");

function judge(subject: Subject, parameters: Parameters): Outcome {
  const type = subject.props.at("type");
  const name = subject.props.at("name");
  if (type.isUnknown) return undetermined(type);
  if (known(type.string()) === "SecureString") return parameters.customerKey ? isByOwnKey(subject) : pass;
  // A parameter without a name gets one that begins with its logical name.
  const called = name.isAbsent ? subject.name : known(name.string());
  if (called === undefined) return undetermined(name);
  return new RegExp(parameters.secretNames, "i").test(called)
    ? fail(type, text`the parameter is named like a secret and is readable; required: SecureString.`)
    : notApplicable("The parameter is not named like a secret");
}

export const control = defineControl<Parameters>({
  id: "SSM-01",
  name: "ssm-parameter-secret-encrypted",
  title: "Parameters that hold secrets are encrypted, with a key of one's own",
  why: "Everyone who may read parameters reads those that are not encrypted.",
  fix: "Set type to SecureString and keyId to an aws.kms.Key; better, use Secrets Manager.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("ssm/parameter:Parameter"),
  parameters: {
    secretNames: {
      ...{ type: "string", format: "regex" },
      default: "(password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|credentials?)$",
      description: "Expression for the names of parameters that hold secrets, whatever the case of letters.",
    },
    customerKey: {
      type: "boolean",
      default: true,
      description: "Ask for a key of one's own where a parameter is encrypted.",
    },
  },
  resource: (subject, { parameters }) => judge(subject, parameters),
  references: {
    nist80053: ["IA-5", "SC-12", "SC-28"],
    wellArchitected: ["SEC02-BP03"],
    checkov: ["CKV2_AWS_34", "CKV_AWS_337"],
  },
});
