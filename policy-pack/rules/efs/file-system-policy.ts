import { FILE_SYSTEMS } from "../../aws/file-systems";
import { isWildcard, type Statement, statementsOf } from "../../aws/policy-document";
import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { satelliteExists } from "../../shapes/satellite";
import { fail, notApplicable, type Outcome, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const POLICIES = tokens("efs/fileSystemPolicy:FileSystemPolicy");

/** Conditions that keep a statement for everyone from being open: only who can reach a mount target, or who is known. */
const BORDERS = [
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "elasticfilesystem:accesspointarn",
];

function condition(statement: Statement, name: string): string | undefined {
  const tests = statement.place.at("Condition");
  const bools = tests.keys().filter((operator) => /^bool(ifexists)?$/i.test(operator));
  const values = bools.flatMap((operator) => {
    const test = tests.child(operator);
    return test
      .keys()
      .filter((each) => each.toLowerCase() === name)
      .map((each) => test.child(each));
  });
  return values.map((value) => known((value.items()[0] ?? value).string())).find(Boolean);
}

function isOpen(statement: Statement): boolean {
  const isBordered =
    statement.restrictedBy.some((border) => BORDERS.includes(border)) ||
    condition(statement, "elasticfilesystem:accessedviamounttarget") === "true";
  return statement.allows && statement.principals.some(isWildcard) && !isBordered;
}

/** TLS is required where what comes without it is denied, or where everything allowed needs it. */
function requiresTls(statements: readonly Statement[]): boolean {
  const secure = (statement: Statement) => condition(statement, "aws:securetransport");
  const allowing = statements.filter(({ allows }) => allows);
  return (
    statements.some((statement) => !statement.allows && secure(statement) === "false") ||
    (allowing.length > 0 && allowing.every((statement) => secure(statement) === "true"))
  );
}

function judge(policy: View): Outcome | readonly Outcome[] {
  const document = policy.document();
  if (document.firstUnknown()) return undetermined(policy);
  const statements = statementsOf(policy);
  const open = statements.some(isOpen)
    ? [
        fail(
          policy,
          text`a statement allows everyone without a condition; required: one that narrows it.`,
          "open",
        ),
      ]
    : [];
  const plain = requiresTls(statements)
    ? []
    : [fail(policy, text`no statement refuses clients without TLS (aws:SecureTransport).`, "tls")];
  return [...open, ...plain];
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
