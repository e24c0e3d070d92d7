import type { PolicyStatement } from "../../core/policy-statement";
import type { Experiment, ExperimentPlace } from "./experiments";

/**
 * Delivers what happens in an experiment to its log.
 *
 * Source: https://docs.aws.amazon.com/fis/latest/userguide/monitoring-logging.html, 2026-11
 */
const deliverLog: PolicyStatement = {
  sid: "DeliverLog",
  actions: [
    "logs:CreateLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:PutResourcePolicy",
  ],
  resources: ["*"],
  wildcards: { resources: "CloudWatch Logs knows no resource for the delivery of logs" },
};

/** What an experiment's role may do. Where the experiment is not wanted, all that it would take is refused instead. */
export function experimentStatements(
  experiment: Experiment,
  place: ExperimentPlace,
  wanted: boolean,
): readonly PolicyStatement[] {
  const rights = experiment.rights(place);
  if (wanted) return [...rights, deliverLog];
  return [
    {
      sid: "NothingIsTriedHere",
      effect: "Deny",
      actions: [...new Set(rights.flatMap(({ actions }) => actions))],
      resources: ["*"],
    },
  ];
}
