import { CONTAINER_HOLDERS } from "../../aws/container-definitions";
import { anyCase } from "../../reading/any-case";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { eachContainer } from "../../shapes/each-container";
import { noSecret, type Variable } from "../../shapes/secret-variable";
import { undetermined } from "../../verdict/outcome";

interface Parameters {
  readonly names: readonly string[];
}

/** A daemon's property is named in the plural. */
const ENVIRONMENT = ["environment", "environments"];

function variable(entry: View): Variable {
  return { name: known(anyCase(entry, "name").string()), value: anyCase(entry, "value") };
}

export const control = defineControl<Parameters>({
  id: "ECS-12",
  name: "ecs-container-no-secrets",
  title: "Containers have no secrets in their environment",
  why: "Everyone who may describe a task definition reads its environment, in every revision for ever.",
  fix: "Put the value into Secrets Manager or a secure parameter, and name it in the container's secrets.",
  severity: "critical",
  enforcement: "mandatory",
  types: CONTAINER_HOLDERS,
  parameters: {
    names: {
      type: "array",
      items: { type: "string" },
      default: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"],
      description: "Names of variables that are refused whatever they hold.",
    },
  },
  resource: (subject, { parameters }) =>
    eachContainer((container) =>
      ENVIRONMENT.map((name) => anyCase(container, name)).flatMap((list) =>
        list.isUnknown
          ? [undetermined(list)]
          : list.items().map((entry) => noSecret(variable(entry), parameters.names)),
      ),
    )(subject),
  references: {
    securityHub: ["ECS.8"],
    nist80053: ["CA-9(1)", "CM-2", "IA-5(7)", "SC-28"],
    wellArchitected: ["SEC02-BP03", "SEC08-BP02"],
    cdkNag: ["AwsSolutions-ECS2"],
    awsConfig: ["ecs-no-environment-secrets"],
    prowler: ["ecs_task_definitions_no_environment_secrets"],
    trivy: ["AWS-0036"],
  },
});
