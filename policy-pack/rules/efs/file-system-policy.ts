import { FILE_SYSTEMS } from "../../aws/file-systems";
import { tokens } from "../../aws/tokens";
import { isLimitedBy, WHO } from "../../policy-documents/conditions";
import { isPublic } from "../../policy-documents/exposure";
import { type Statement, statementsOf } from "../../policy-documents/statement";
import { deniesPlainText } from "../../policy-documents/transport";
import { and, every, not, or, truth, type Truth } from "../../reading/truth";
import type { View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { judgeStatements } from "../../shapes/refused-statements";
import { satelliteExists } from "../../shapes/satellite";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const POLICIES = tokens("efs/fileSystemPolicy:FileSystemPolicy");

/** Conditions that keep a statement for everyone from being open: only who can reach a mount target, or who is known. */
const BORDERS: ReadonlySet<string> = new Set([...WHO, "elasticfilesystem:accesspointarn"]);

const TLS = new Set(["aws:securetransport"]);

/** TLS is required where what comes without it is denied, or where everything allowed needs it. */
function requiresTls(document: readonly Statement[]): Truth {
  const isAllowing = truth(document.some(({ allows }) => allows !== "no"));
  const withTls = every(document, ({ allows, conditions }) =>
    or(
      not(allows),
      isLimitedBy(conditions, TLS, (_, value) => value.toLowerCase() === "true"),
    ),
  );
  return or(deniesPlainText(document, "elasticfilesystem:clientmount"), and(isAllowing, withTls));
}

function judgeTransport(policy: View): Outcome {
  const isRequired = requiresTls(statementsOf(policy));
  if (isRequired === "maybe") return undetermined(policy);
  const plain = text`no statement refuses clients without TLS (aws:SecureTransport).`;
  return isRequired === "yes" ? pass : fail(policy, plain, "tls");
}

function judge(policy: View): readonly Outcome[] {
  const open = judgeStatements(
    policy,
    (statement, document) => isPublic(statement, document, BORDERS),
    text`a statement allows everyone without a condition; required: one that narrows it.`,
  );
  return [...open, judgeTransport(policy)].filter(({ verdict }) => verdict !== "pass");
}

export const control = defineControl({
  id: "EFS-07",
  name: "file-system-policy",
  title: "File systems have a policy that is not open and that requires TLS",
  why: "Without a policy every client that reaches a mount target has full access, and without TLS in the clear.",
  fix: "Add an aws.efs.FileSystemPolicy that names principals or mount targets, and denies where aws:SecureTransport is false.",
  severity: "medium",
  enforcement: "advisory",
  types: [...FILE_SYSTEMS, ...POLICIES],
  resource: ({ type, props }) =>
    POLICIES.includes(type)
      ? judge(props.at("policy"))
      : notApplicable("Judged with the policies of the stack"),
  stack: satelliteExists({
    of: FILE_SYSTEMS,
    types: POLICIES,
    property: "fileSystemId",
    missing: text`no FileSystemPolicy belongs to the file system.`,
  }),
  references: {
    nist80053: ["AC-3", "AC-6", "SC-8"],
    wellArchitected: ["SEC08-BP04", "SEC09-BP02"],
    prowler: ["efs_not_publicly_accessible"],
  },
});
