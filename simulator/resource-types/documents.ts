import { AwsError } from "../aws-error";
import { isWireObject, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type ResourceTypes,
} from "./definition";

/** Source: quotas of Systems Manager, documents, 2026-11. */
const LARGEST_DOCUMENT = 65_536;

/** Source: Systems Manager API, CreateDocument. */
const DOCUMENT_TYPES = [
  "ApplicationConfiguration",
  "ApplicationConfigurationSchema",
  "Automation",
  "Automation.ChangeTemplate",
  "AutoApprovalPolicy",
  "ChangeCalendar",
  "CloudFormation",
  "Command",
  "ConformancePackTemplate",
  "DeploymentStrategy",
  "ManualApprovalPolicy",
  "Package",
  "Policy",
  "ProblemAnalysis",
  "ProblemAnalysisTemplate",
  "QuickSetup",
  "Session",
];

function contentOf({ content }: WireObject): WireObject | undefined {
  try {
    // JSON is what the wire carries.
    const parsed = JSON.parse(textOf(content)) as Wire;
    return isWireObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function stepNames(document: WireObject): readonly string[] {
  const steps = document.mainSteps;
  return Array.isArray(steps) ? steps.map((step: Wire) => (isWireObject(step) ? textOf(step.name) : "")) : [];
}

/** An Automation document is of schema 0.3, has steps, and each leads to one of them. */
function refuseAutomation({ inputs }: Created): void {
  if (inputs.documentType !== "Automation" || textOf(inputs.documentFormat) === "YAML") return;
  const refused = (what: string): AwsError => new AwsError("InvalidDocumentContent", what);
  const document = contentOf(inputs);
  if (document === undefined) throw refused("the content is no JSON object");
  if (document.schemaVersion !== "0.3") throw refused("an Automation document has schemaVersion 0.3");
  const names = stepNames(document);
  if (names.length === 0) throw refused("an Automation document needs mainSteps");
  if (new Set(names).size < names.length) throw refused("two steps have the same name");
  const steps = document.mainSteps;
  for (const step of Array.isArray(steps) ? steps.filter(isWireObject) : []) {
    const next = [textOf(step.nextStep), textOf(step.onFailure).replace(/^(Abort|Continue)$|^step:/, "")];
    const lost = next.find((name) => name !== "" && !names.includes(name));
    if (lost !== undefined) throw refused(`step ${textOf(step.name)} leads to ${lost}, which is no step`);
  }
}

/** Documents of Systems Manager. */
export const DOCUMENT_RESOURCE_TYPES: ResourceTypes = {
  "aws:ssm/document:Document": {
    id: inputId("name"),
    arn: (created) =>
      regionalArn("ssm", ({ id, inputs }) =>
        inputs.documentType === "Automation" ? `automation-definition/${id}` : `document/${id}`,
      )(created),
    autoname: "none",
    defaults: { documentFormat: "JSON" },
    computed: ({ inputs, settings }) => ({
      defaultVersion: "1",
      description: textOf(contentOf(inputs)?.description),
      documentVersion: "1",
      hashType: "Sha256",
      latestVersion: "1",
      owner: settings.accountId,
      schemaVersion: textOf(contentOf(inputs)?.schemaVersion),
      status: "Active",
    }),
    forceNew: ["documentType", "name"],
    rules: [
      choiceRule("documentType", "ValidationException", DOCUMENT_TYPES),
      choiceRule("documentFormat", "ValidationException", ["JSON", "TEXT", "YAML"]),
      textRule({
        property: "name",
        code: "ValidationException",
        pattern: /^(?!aws|amazon|amzn)[A-Za-z0-9_.-]{3,128}$/i,
        requires: "must be 3 to 128 letters, digits or _.-, and not begin with aws, amazon or amzn",
      }),
      {
        property: "content",
        code: "MaxDocumentSizeExceeded",
        requires: `must not be more than ${LARGEST_DOCUMENT} bytes`,
        holds: (value) => Buffer.byteLength(textOf(value)) <= LARGEST_DOCUMENT,
      },
    ],
    refuse: (created) => {
      unique(["name"], "DocumentAlreadyExists")(created);
      refuseAutomation(created);
    },
  },
};
