import { ROLES } from "../../aws/identity-policies";
import { isLimitedBy, ON_BEHALF_OF } from "../../policy-documents/conditions";
import { isForStrangers, knownAccounts, trustsAnyDeputy } from "../../policy-documents/exposure";
import { statementsOf } from "../../policy-documents/statement";
import { and, not } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { judgeStatements } from "../../shapes/refused-statements";
import { text } from "../../verdict/text";

interface Parameters {
  readonly services: readonly string[];
  readonly trustedAccounts: readonly string[];
}

/** Services that take the role of one customer for another one's resource, and say for whose. */
const TELL_THEIR_SOURCE = [
  "backup-gateway.amazonaws.com",
  "bedrock.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "codebuild.amazonaws.com",
  "config.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "dms.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "firehose.amazonaws.com",
  "glue.amazonaws.com",
  "iot.amazonaws.com",
  "lex.amazonaws.com",
  "monitoring.rds.amazonaws.com",
  "pipes.amazonaws.com",
  "sagemaker.amazonaws.com",
  "scheduler.amazonaws.com",
  "states.amazonaws.com",
  "transfer.amazonaws.com",
  "vpc-flow-logs.amazonaws.com",
];

const SECRET_OF_BOTH = new Set(["sts:externalid"]);
const SOURCES = new Set([...ON_BEHALF_OF, ...SECRET_OF_BOTH]);

export const control = defineControl<Parameters>({
  id: "IAM-15",
  name: "iam-role-trust-no-confused-deputy",
  title: "Roles say for whom a service or a third party may take them",
  why: "A service that acts for many customers can be made to act on your resources by another customer's.",
  fix: "Add a condition on aws:SourceAccount or aws:SourceArn for a service, on sts:ExternalId for another account.",
  severity: "medium",
  enforcement: "advisory",
  types: ROLES,
  parameters: {
    services: {
      type: "array",
      items: { type: "string" },
      default: TELL_THEIR_SOURCE,
      description: "Services of which a source is asked: those that tell it when they take a role.",
    },
    trustedAccounts: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Numbers of accounts of your own, of which no external id is asked.",
    },
  },
  resource: ({ props, provider }, { parameters }) => {
    const policy = props.at("assumeRolePolicy");
    const accounts = knownAccounts(statementsOf(policy), parameters.trustedAccounts, provider);
    const services = judgeStatements(
      policy,
      (statement) => trustsAnyDeputy(statement, (name) => parameters.services.includes(name), SOURCES),
      text`a service may take the role for anyone; required: aws:SourceAccount or aws:SourceArn.`,
    );
    const strangers = judgeStatements(
      policy,
      (statement) =>
        and(isForStrangers(statement, accounts), not(isLimitedBy(statement.conditions, SECRET_OF_BOTH))),
      text`another account may take the role without a condition; required: sts:ExternalId.`,
    );
    return [...services, ...strangers].filter(({ verdict }) => verdict !== "pass");
  },
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6"],
    wellArchitected: ["SEC03-BP09"],
    prowler: ["iam_role_cross_service_confused_deputy_prevention"],
  },
});
