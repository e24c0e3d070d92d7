import { regionalArn } from "./arn";
import type { PolicyStatement } from "./policy-statement";
import type { Scope } from "./scope";

/** A runbook as whoever starts it has to know it. */
export interface StartableRunbook<Text> {
  /** Name of its document. */
  readonly documentName: string;
  /** ARN of the role in which it acts. */
  readonly roleArn: Text;
}

/** What it takes to start documents, and to hand each the role in which it acts. */
export function startStatements<Text>(
  scope: Scope,
  runbooks: readonly StartableRunbook<Text>[],
): readonly PolicyStatement<Text | string>[] {
  const own = (resource: string): string => regionalArn(scope, "ssm", resource);
  return [
    {
      sid: "StartRunbooks",
      actions: ["ssm:StartAutomationExecution"],
      resources: [
        ...runbooks.flatMap(({ documentName }) => [
          own(`automation-definition/${documentName}:*`),
          own(`document/${documentName}`),
        ]),
        own("automation-execution/*"),
      ],
    },
    {
      sid: "HandRunbooksTheirRoles",
      actions: ["iam:PassRole"],
      resources: runbooks.map(({ roleArn }) => roleArn),
      conditions: { StringEquals: { "iam:PassedToService": "ssm.amazonaws.com" } },
    },
  ];
}
