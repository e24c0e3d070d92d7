import { applicationLogs } from "./agent-config";

/** What an instance is told when it starts. Everything in it is known text, and none of it is secret. */
export interface UserDataSpec {
  /** Parameter that holds the CloudWatch agent's configuration, by name. */
  readonly agentParameter: string;
  /** What the application reads from its environment. */
  readonly settings: Readonly<Record<string, string>>;
}

/** File from which the application's unit reads its settings (`EnvironmentFile=`). */
const settingsFile = "/etc/workload/settings.env";

/** End of the settings within the script; no line of theirs can be this one, since each holds an equals sign. */
const endOfSettings = "END-OF-SETTINGS";

/**
 * Script of an instance's first start: it writes the application's settings, and starts the agent that measures and collects
 * logs. The application itself comes with Systems Manager or with an image of one's own.
 */
export function userData({ agentParameter, settings }: UserDataSpec): string {
  const lines = Object.entries(settings)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .sort();
  return [
    "#!/bin/bash",
    "set -euo pipefail",
    "install -d -m 0755 /etc/workload",
    `install -d -m 0775 ${applicationLogs}`,
    `cat > ${settingsFile} <<'${endOfSettings}'`,
    ...lines,
    endOfSettings,
    `chmod 0644 ${settingsFile}`,
    "dnf install -y amazon-cloudwatch-agent",
    `/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c ssm:${agentParameter}`,
    "",
  ].join("\n");
}

/**
 * A value as systemd, and a shell, read it from an environment file: in double quotes, on one line.
 *
 * Source: https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=
 */
function quoted(value: string): string {
  if (/[\n\r]/.test(value)) throw new Error("a setting of a fleet has more than one line; one is allowed");
  return `"${value.replaceAll(/[\\"`$]/g, "\\$&")}"`;
}
