import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

interface Parameters {
  readonly platformVersions: readonly string[];
}

export const control = defineControl<Parameters>({
  id: "ECS-06",
  name: "ecs-fargate-platform-latest",
  title: "Services run on the latest Fargate platform",
  why: "An old platform version gets no new security fixes, and AWS retires it in the end.",
  fix: "Leave platformVersion out, or set it to LATEST.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("ecs/service:Service"),
  parameters: {
    platformVersions: {
      type: "array",
      items: { type: "string" },
      // The latest for Linux is 1.4.0, for Windows 1.0.0; Linux tasks can no longer ask for 1.0.0.
      default: ["LATEST", "1.4.0", "1.0.0"],
      description: "Versions that count as the latest.",
    },
  },
  resource: (subject, { parameters }) =>
    oneOf("platformVersion", parameters.platformVersions, "LATEST")(subject),
  references: {
    securityHub: ["ECS.10"],
    nist80053: ["SI-2", "SI-2(2)", "SI-2(4)", "SI-2(5)"],
    wellArchitected: ["SEC06-BP01", "PERF05-BP06"],
    checkov: ["CKV_AWS_332"],
    awsConfig: ["ecs-fargate-latest-platform-version"],
    prowler: ["ecs_service_fargate_latest_platform_version"],
  },
});
