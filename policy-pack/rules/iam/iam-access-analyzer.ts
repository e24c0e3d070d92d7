import { tokens } from "../../aws/tokens";
import { known, valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { type Owned, owned, whereOwned } from "../../shapes/ownership";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ANALYZERS = tokens("accessanalyzer/analyzer:Analyzer");

export const control = defineControl<Owned>({
  id: "IAM-33",
  name: "iam-access-analyzer",
  title: "IAM Access Analyzer watches for access from outside",
  why: "It is the only list of what strangers can reach that does not depend on anybody's memory.",
  fix: "Add an aws.accessanalyzer.Analyzer of type ACCOUNT or ORGANIZATION in every Region that is used.",
  severity: "low",
  enforcement: "advisory",
  types: ANALYZERS,
  parameters: owned("This stack owns the external access analyzer of its Region: it must be there."),
  stack: whereOwned((stack) => {
    const exists = stack.ofTypes(ANALYZERS).some(({ props }) => {
      const type = props.at("type").string();
      // Analyzers of unused access and of internal access have longer names.
      return (
        type.state === "unknown" ||
        ["ACCOUNT", "ORGANIZATION"].includes(valueOr(type, "ACCOUNT") ?? known(type) ?? "")
      );
    });
    const missing = text`this stack owns the external access analyzer, and has none.`;
    return [exists ? pass : fail("", missing)];
  }),
  references: {
    securityHub: ["IAM.28"],
    cis3: ["1.20"],
    nist80053: ["AC-3", "AC-4", "AC-6", "CA-7"],
    wellArchitected: ["SEC03-BP07"],
    awsConfig: ["iam-external-access-analyzer-enabled"],
    prowler: ["accessanalyzer_enabled"],
    trivy: ["AWS-0175"],
  },
});
