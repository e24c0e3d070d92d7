import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(permissions: View): Outcome {
  const accounts = permissions.at("accountIds");
  if (accounts.isUnknown) return undetermined(accounts);
  const named = (known(accounts.string()) ?? "").split(",").map((account) => account.trim().toLowerCase());
  return named.includes("all")
    ? fail(accounts, text`the document is shared with everyone; required: accounts.`)
    : pass;
}

export const control = defineControl({
  id: "SSM-02",
  name: "ssm-document-not-public",
  title: "Documents of Systems Manager are not shared with everyone",
  why: "A document shows names, paths and steps of your operation, and sometimes more.",
  fix: "Set accountIds of permissions to the accounts that need the document, or leave permissions out.",
  severity: "critical",
  enforcement: "mandatory",
  types: tokens("ssm/document:Document"),
  resource: ({ props }) => judge(props.at("permissions")),
  references: {
    securityHub: ["SSM.4"],
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21"],
    wellArchitected: ["SEC03-BP07"],
    checkov: ["CKV_AWS_303"],
    awsConfig: ["ssm-document-not-public"],
    prowler: ["ssm_documents_set_as_public"],
    pulumi: ["PB:ssm-document-not-public"],
  },
});
