import { FUNCTIONS } from "../../aws/functions";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly concurrency: boolean;
}

const INVOKE_CONFIGS = tokens("lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");

function isSet(resource: StackResource, path: string): boolean {
  const place = resource.props.at(path);
  return place.isUnknown || (known(place.string()) ?? "") !== "";
}

function judgeFailures(stack: StackIndex, lambda: StackResource): Outcome {
  const configs = stack.referrers(lambda, "functionName", INVOKE_CONFIGS);
  const keeps =
    isSet(lambda, "deadLetterConfig.targetArn") ||
    configs.some((config) => isSet(config, "destinationConfig.onFailure.destination"));
  if (keeps) return pass;
  const open = stack.openReferrer(lambda, "functionName", INVOKE_CONFIGS);
  if (open) return undetermined("deadLetterConfig", open.urn);
  return fail(
    "deadLetterConfig",
    text`neither a dead-letter queue nor a destination for failures is set.`,
    "failures",
  );
}

function judgeConcurrency(lambda: StackResource): Outcome {
  const place = lambda.props.at("reservedConcurrentExecutions");
  if (place.isUnknown) return pass;
  const reserved = known(place.number()) ?? -1;
  return reserved >= 0
    ? pass
    : fail(
        place,
        text`no concurrency is reserved, so the function shares that of the account.`,
        "concurrency",
      );
}

export const control = defineControl<Parameters>({
  id: "LMB-07",
  name: "function-failures-kept",
  title: "Functions keep what they failed on, and have a concurrency of their own",
  why: "An event that fails three times is dropped, and one busy function can starve all others of the account.",
  fix: "Set deadLetterConfig or an aws.lambda.FunctionEventInvokeConfig with onFailure, and reservedConcurrentExecutions.",
  severity: "low",
  enforcement: "advisory",
  types: FUNCTIONS,
  parameters: {
    concurrency: {
      type: "boolean",
      default: true,
      description:
        "Ask for reserved concurrency; set to false where functions may share that of the account.",
    },
  },
  *stack(stack, { parameters }) {
    for (const lambda of stack.ofTypes(FUNCTIONS)) {
      yield located(lambda, judgeFailures(stack, lambda));
      if (parameters.concurrency) yield located(lambda, judgeConcurrency(lambda));
    }
  },
  references: {
    nist80053: ["AU-12(3)", "AU-14(a)", "CA-2(2)", "CA-7", "SC-5", "SI-2"],
    wellArchitected: ["REL05-BP02", "REL05-BP04"],
    checkov: ["CKV_AWS_116", "CKV_AWS_115"],
    cdkNag: ["LambdaDLQ", "LambdaConcurrency"],
    awsConfig: ["lambda-dlq-check", "lambda-concurrency-check"],
    prowler: ["awslambda_function_no_dead_letter_queue"],
    pulumi: ["PB:lambda-dead-letter-queue-required", "PB:lambda-concurrent-execution-limits-required"],
  },
});
