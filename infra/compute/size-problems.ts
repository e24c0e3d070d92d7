import { sameNames } from "../core/catalogue-names";
import { type Path, problem, unless, wholeNumber } from "../core/checks";
import type { Problem } from "../core/problem";
import { mostSpotPercent } from "./capacity-shares";
import type {
  ComputeCatalogue,
  ComputeSizes,
  FleetSizes,
  FrontDoorSizes,
  RolloutSizes,
  ServiceSizes,
} from "./compute-args";
import { fargateCpus, fargateMemories } from "./fargate-sizes";
import { type FailoverSizes, longestDomain, reachIntervals, type ReachSizes } from "./front-door-failover";
import { imageForm, parseImage } from "./image";
import { instanceFamilies, instanceSize } from "./instance-sizes";
import { smallestVolumeGib } from "./public-images";
import { releaseSizeProblems } from "./release";

/** Tasks that one service may have. Source: https://docs.aws.amazon.com/general/latest/gr/ecs-service.html, 2026-11 */
const mostTasks = 5000;

/** Instances that one group may have; AWS has no number of its own, and this one keeps a slip of the finger small. */
const mostInstances = 500;

/** Largest gp3 volume, in GiB. Source: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html, 2026-11 */
const largestVolumeGib = 16_384;

/** Says what is wrong with the sizes, in themselves and against the catalogue. */
export function sizeProblems(sizes: ComputeSizes, catalogue: ComputeCatalogue): readonly Problem[] {
  return [
    ...wholeNumber(["sizes", "spotPercent"], sizes.spotPercent, [0, mostSpotPercent]),
    ...rolloutProblems(sizes),
    ...releaseSizeProblems(["sizes", "release"], sizes.release),
    ...frontDoorProblems(sizes.frontDoor),
    ...partnerTrustProblems(sizes.frontDoor, catalogue),
    ...sameNames(["sizes", "services"], { catalogue: catalogue.services, sizes: sizes.services }),
    ...sameNames(["sizes", "fleets"], { catalogue: catalogue.fleets, sizes: sizes.fleets }),
    ...Object.entries(sizes.services).flatMap(([name, size]) =>
      serviceProblems(["sizes", "services", name], size),
    ),
    ...Object.entries(sizes.fleets).flatMap(([name, size]) => fleetProblems(name, size, catalogue)),
  ];
}

/**
 * A deployment needs a task that it may start beside the old ones, or one that it may stop first. What does for a service's
 * minimum does for more.
 *
 * Sources, 2026-11: `maximumPercent` of https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 * and https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
 */
function rolloutProblems({ rollout, services }: ComputeSizes): readonly Problem[] {
  const at = ["sizes", "rollout"];
  const { minimumHealthyPercent, maximumPercent } = rollout;
  const numbers = [
    ...wholeNumber([...at, "minimumHealthyPercent"], minimumHealthyPercent, [0, 100]),
    ...wholeNumber([...at, "maximumPercent"], maximumPercent, [101, 200]),
  ];
  if (numbers.length > 0) return numbers;
  return Object.entries(services)
    .filter(([, { minimum }]) => minimum >= 1 && !canRollOut(minimum, rollout))
    .flatMap(([name, { minimum }]) =>
      problem(
        at,
        rollout,
        `percentages by which a task of ${name}, which has ${minimum} at least, can start or stop`,
      ),
    );
}

/** Whether ECS may start one more than so many tasks, or stop one of them. */
function canRollOut(tasks: number, { minimumHealthyPercent, maximumPercent }: RolloutSizes): boolean {
  const most = Math.floor((tasks * maximumPercent) / 100);
  const fewest = Math.ceil((tasks * minimumHealthyPercent) / 100);
  return most > tasks || fewest < tasks;
}

/** Which things there are is the catalogue's to say, so that all environments have the same. */
function partnerTrustProblems(
  { partnerTrust }: FrontDoorSizes,
  { partnerCertificates }: ComputeCatalogue,
): readonly Problem[] {
  return unless(
    (partnerTrust !== undefined) === partnerCertificates,
    ["sizes", "frontDoor", "partnerTrust"],
    partnerTrust,
    partnerCertificates
      ? "the authorities of partners' certificates, since the catalogue's partnerCertificates is true"
      : "nothing, since the catalogue's partnerCertificates is false",
  );
}

function frontDoorProblems(sizes: FrontDoorSizes): readonly Problem[] {
  const { domain, hostedZoneId, requestsPerFiveMinutes, realUsers } = sizes;
  const at = ["sizes", "frontDoor"];
  return [
    ...unless(
      /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain) && domain.length <= longestDomain,
      [...at, "domain"],
      domain,
      `a domain name in lower case, of ${longestDomain} characters at most, such as shop.example.com`,
    ),
    ...unless(
      /^Z[A-Z0-9]{1,31}$/.test(hostedZoneId),
      [...at, "hostedZoneId"],
      hostedZoneId,
      "the id of a hosted zone: Z, then capital letters and digits",
    ),
    ...wholeNumber([...at, "requestsPerFiveMinutes"], requestsPerFiveMinutes, [100, 2_000_000_000]),
    ...wholeNumber([...at, "realUsers", "percent"], realUsers.percent, [1, 100]),
    ...failoverProblems([...at, "failover"], sizes.failover),
    ...reachProblems([...at, "reach"], sizes.reach),
  ];
}

function failoverProblems(at: Path, { role, healthCheckId }: FailoverSizes): readonly Problem[] {
  if (healthCheckId === undefined) return [];
  const path = [...at, "healthCheckId"];
  return [
    ...unless(
      role !== "none",
      path,
      healthCheckId,
      "nothing where the role is none: nobody else would answer",
    ),
    ...unless(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(healthCheckId),
      path,
      healthCheckId,
      "the id of a health check, such as abcdef11-2222-3333-4444-555555fedcba",
    ),
  ];
}

function reachProblems(at: Path, { path, intervalSeconds }: ReachSizes): readonly Problem[] {
  const intervals: readonly number[] = reachIntervals;
  return [
    ...unless(
      /^\/[!-~]{0,254}$/.test(path),
      [...at, "path"],
      path,
      "a path: a slash, then up to 254 characters without blanks",
    ),
    ...unless(
      intervals.includes(intervalSeconds),
      [...at, "intervalSeconds"],
      intervalSeconds,
      `one of ${intervals.join(", ")}`,
    ),
  ];
}

function serviceProblems(at: Path, size: ServiceSizes): readonly Problem[] {
  const { image, cpu, memoryMib } = size;
  const memories = fargateMemories(cpu);
  return [
    ...unless(parseImage(image) !== undefined, [...at, "image"], image, imageForm),
    ...unless(fargateCpus.includes(cpu), [...at, "cpu"], cpu, `one of ${fargateCpus.join(", ")}`),
    ...unless(
      memories.length === 0 || memories.includes(memoryMib),
      [...at, "memoryMib"],
      memoryMib,
      `with ${cpu} CPU units, one of ${memories.join(", ")}`,
    ),
    ...rangeProblems(at, size, mostTasks),
  ];
}

function fleetProblems(name: string, size: FleetSizes, { fleets }: ComputeCatalogue): readonly Problem[] {
  const at = ["sizes", "fleets", name];
  const { instanceType, volumeGib, maximumLifetimeDays } = size;
  const spec = fleets[name];
  const smallest = spec === undefined ? 1 : smallestVolumeGib[spec.operatingSystem];
  return [
    ...unless(
      instanceSize(instanceType) !== undefined,
      [...at, "instanceType"],
      instanceType,
      `a size of one of ${instanceFamilies.join(", ")}, such as m7g.large`,
    ),
    ...wholeNumber([...at, "volumeGib"], volumeGib, [smallest, largestVolumeGib]),
    ...wholeNumber([...at, "maximumLifetimeDays"], maximumLifetimeDays, [1, 365]),
    ...rangeProblems(at, size, mostInstances),
  ];
}

function rangeProblems(
  at: Path,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  most: number,
): readonly Problem[] {
  return [
    ...wholeNumber([...at, "minimum"], minimum, [1, most]),
    ...wholeNumber([...at, "maximum"], maximum, [1, most]),
    ...unless(maximum >= minimum, [...at, "maximum"], maximum, `at least the minimum, ${minimum}`),
  ];
}
