import type { operatingSystems } from "./compute-args";
import type { Architecture } from "./instance-sizes";

/**
 * Public parameters in which AWS publishes the newest image of an operating system.
 *
 * Source: https://docs.aws.amazon.com/linux/al2023/ug/ec2.html, "Using the AWS Systems Manager Parameter Store", 2026-11
 */
const parameters: Readonly<
  Record<(typeof operatingSystems)[number], (architecture: Architecture) => string>
> = {
  "amazon-linux-2023": (architecture) =>
    `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`,
};

/** Parameter that holds the id of the newest public image for an operating system and an architecture. */
export function publicImageParameter(
  operatingSystem: (typeof operatingSystems)[number],
  architecture: Architecture,
): string {
  return parameters[operatingSystem](architecture);
}

/** Smallest root volume that the image of an operating system fits on, in GiB. */
export const smallestVolumeGib: Readonly<Record<(typeof operatingSystems)[number], number>> = {
  "amazon-linux-2023": 8,
};
