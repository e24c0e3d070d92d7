import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { inTurn } from "../../shapes/condition";
import { noneOf } from "../../shapes/exclusion";
import { fail, type Outcome, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const EXEC = "configuration.executeCommandConfiguration";

const isOn = noneOf(`${EXEC}.logging`, ["NONE"]);

/** Logs that are sent elsewhere than the task's own need a place to go to. */
function hasDestination({ props }: Subject): Outcome {
  if (known(props.at(`${EXEC}.logging`).string()) !== "OVERRIDE") return pass;
  const places = ["cloudWatchLogGroupName", "s3BucketName"].map((name) =>
    props.at(`${EXEC}.logConfiguration.${name}`),
  );
  const isSet = places.some((place) => place.isUnknown || !["", undefined].includes(known(place.string())));
  return isSet
    ? pass
    : fail(
        `${EXEC}.logConfiguration`,
        text`neither a log group nor a bucket is named for the sessions' logs.`,
      );
}

export const control = defineControl({
  id: "ECS-02",
  name: "ecs-exec-logged",
  title: "Sessions of ECS Exec are logged",
  why: "A shell in a container of production leaves no other trace of what was typed.",
  fix: "Set logging of the cluster's executeCommandConfiguration to DEFAULT, or to OVERRIDE with a log group or bucket.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("ecs/cluster:Cluster"),
  resource: inTurn(isOn, hasDestination),
  references: {
    nist80053: ["AC-17(1)", "AU-2", "AU-3", "AU-12"],
    wellArchitected: ["SEC04-BP01", "SEC06-BP03"],
    checkov: ["CKV_AWS_223"],
  },
});
