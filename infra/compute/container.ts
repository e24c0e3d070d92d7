import type { Region } from "../core/region";
import { stopTimeoutSeconds } from "./draining";

/** What a container is defined by. All but its settings is known text. */
export interface ContainerSpec<Text = string> {
  /** Service that it is, by its name. */
  readonly name: string;
  /** Image by digest. */
  readonly image: string;
  /** TCP port that it listens on. */
  readonly port: number;
  /** What it reads from its environment. */
  readonly settings: Readonly<Record<string, Text>>;
  /** Log group of what it writes to its standard output. */
  readonly logGroup: string;
  /** Region of the log group. */
  readonly region: Region;
  /** Whether people may open a shell in it. */
  readonly shell: boolean;
}

/** User and group that every container runs as: no account of the host, and no root. */
const user = "65532:65532";

/** Memory file system for temporary files, in MiB; it counts towards the task's memory. */
const temporaryMib = 64;

/** Directories that the agent of ECS Exec writes to, as root, beside an application that can write nowhere. */
const shellDirectories = { "shell-state": "/var/lib/amazon", "shell-log": "/var/log/amazon" } as const;

/** Volumes of a task: empty ones for the agent of ECS Exec, where people may open a shell. */
export function taskVolumes(shell: boolean): readonly { readonly name: string }[] {
  return shell ? Object.keys(shellDirectories).map((name) => ({ name })) : [];
}

/**
 * Options of the log driver. Non-blocking: where CloudWatch Logs cannot be reached, the application goes on and the
 * oldest of more than 25 MiB of lines are lost; in blocking mode, the driver's own default, it would stop answering.
 */
export function logOptions(group: string, region: Region, prefix: string): Readonly<Record<string, string>> {
  return {
    "awslogs-group": group,
    "awslogs-region": region,
    "awslogs-stream-prefix": prefix,
    mode: "non-blocking",
    "max-buffer-size": "25m",
  };
}

/**
 * Definition of a service's container, as ECS reads it.
 *
 * It has no health check command: that would be run inside of the image, which needs neither a shell nor a client for
 * it. The balancer asks for the health path, the proxy of Service Connect takes tasks out that answer with errors, and ECS
 * replaces a task whose process ends.
 */
export function containerDefinition<Text>(spec: ContainerSpec<Text>): Readonly<Record<string, unknown>> {
  const { name, image, port, settings, shell } = spec;
  return {
    name,
    image,
    essential: true,
    user,
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters: {
      initProcessEnabled: true,
      capabilities: { drop: ["ALL"] },
      // Source: https://aws.amazon.com/about-aws/whats-new/2026/01/amazon-ecs-tmpfs-mounts-aws-fargate-managed-instances/
      tmpfs: [
        { containerPath: "/tmp", size: temporaryMib, mountOptions: ["rw", "noexec", "nosuid", "nodev"] },
      ],
    },
    mountPoints: shell
      ? Object.entries(shellDirectories).map(([sourceVolume, containerPath]) => ({
          sourceVolume,
          containerPath,
          readOnly: false,
        }))
      : [],
    portMappings: [
      { name: portName(name), containerPort: port, hostPort: port, protocol: "tcp", appProtocol: "http" },
    ],
    environment: Object.entries(settings)
      .map(([key, value]) => ({ name: key, value }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    stopTimeout: stopTimeoutSeconds,
    logConfiguration: {
      logDriver: "awslogs",
      options: logOptions(spec.logGroup, spec.region, "application"),
    },
  };
}

/** Name of a service's port, by which Service Connect finds it. */
export function portName(service: string): string {
  return service;
}
