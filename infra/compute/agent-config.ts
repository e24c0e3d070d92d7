/** What the CloudWatch agent of a fleet's instances is told. */
export interface AgentConfigSpec {
  /** Auto Scaling group of the instances, by its name. */
  readonly autoScalingGroupName: string;
  /** Log group of what the instances write. */
  readonly logGroup: string;
}

/** Namespace of the agent's metrics; the instances' role may write into no other. */
export const agentNamespace = "CWAgent";

/** Directory into which an application writes its logs, one file or more. */
export const applicationLogs = "/var/log/application";

/**
 * Configuration of the CloudWatch agent: memory and disk, which EC2 does not measure, and the instances' logs. The group's
 * name is written out, so that the agent needs no right to ask for tags.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html
 */
export function agentConfig({ autoScalingGroupName, logGroup }: AgentConfigSpec): string {
  return JSON.stringify({
    agent: { metrics_collection_interval: 60, run_as_user: "cwagent" },
    metrics: {
      namespace: agentNamespace,
      append_dimensions: { InstanceId: "${aws:InstanceId}" },
      aggregation_dimensions: [["AutoScalingGroupName"]],
      metrics_collected: {
        mem: {
          measurement: ["mem_used_percent"],
          append_dimensions: { AutoScalingGroupName: autoScalingGroupName },
        },
        disk: {
          measurement: ["used_percent"],
          resources: ["/"],
          drop_device: true,
          append_dimensions: { AutoScalingGroupName: autoScalingGroupName },
        },
      },
    },
    logs: {
      logs_collected: {
        files: {
          collect_list: [
            {
              file_path: `${applicationLogs}/*.log`,
              log_group_name: logGroup,
              log_stream_name: "{instance_id}/application",
            },
          ],
        },
      },
    },
  });
}
