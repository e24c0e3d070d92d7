import * as z from "zod";

import {
  type ComputeCatalogue,
  containerInsightsModes,
  failoverRoles,
  reachIntervals,
  visitRates,
} from "../../infra/compute/settings";
import { logRetentionDays } from "../../infra/core/log-retention";
import { byName } from "./by-name";

const count = (what: string, unit: string): z.ZodNumber =>
  z.int().min(0).max(5000).meta({ description: what, unit });

const serviceSizes = z.strictObject({
  image: z.string().meta({
    description: "Image, by digest, so that what was tested is what runs.",
    allowed: "<registry>/<repository>@sha256:<64 hexadecimal digits>",
  }),
  cpu: z.int().meta({ description: "Processor of a task; 1024 units are one vCPU.", unit: "CPU units" }),
  memoryMib: z.int().meta({ description: "Memory of a task, of a size that Fargate offers.", unit: "MiB" }),
  minimum: count("Fewest tasks.", "tasks"),
  maximum: count("Most tasks.", "tasks"),
});

const fleetSizes = z.strictObject({
  instanceType: z.string().meta({
    description: "Instance type, of an architecture that the image has.",
    allowed: "a type such as m7g.large",
  }),
  minimum: count("Fewest instances.", "instances"),
  maximum: count("Most instances.", "instances"),
  volumeGib: z.int().min(8).max(16384).meta({ description: "Root volume of an instance.", unit: "GiB" }),
  maximumLifetimeDays: z.int().min(1).max(365).meta({
    description: "Days after which an instance is replaced.",
    unit: "days",
  }),
});

/** Which part of a failover an environment is. */
export const failoverSettings = z.strictObject({
  role: z.enum(failoverRoles).meta({
    description:
      "Which part of the domain's failover the environment is. none has the domain to itself; primary answers until a person switches it off; " +
      "secondary, in another Region, from then on.",
  }),
  healthCheckId: z
    .string()
    .optional()
    .meta({
      description:
        "Health check that people turn to switch this Region on and off, by id: for a primary that of its Region in the output " +
        "regionSwitch.healthCheckIds of the stack that stands in. " +
        "Left out, a primary always answers.",
      allowed: "the id of a health check, such as abcdef11-2222-3333-4444-555555fedcba",
    }),
});

const reach = z.strictObject({
  path: z.string().meta({
    description: "Path that answers everybody with 2xx or 3xx, without signing in.",
    allowed: "a path, such as /health",
  }),
  intervalSeconds: z.literal(reachIntervals).meta({
    description:
      "Time between two requests of one checker; there are several in each of three Regions. Every ten seconds costs more.",
    unit: "seconds",
  }),
  measureLatency: z.boolean().meta({
    description: "Whether it is measured how long connections take from each Region, which is charged.",
  }),
});

const zones = z.strictObject({
  autoshift: z.boolean().meta({
    description:
      "Whether AWS moves traffic away from a zone that it sees to be unwell, and practises that each week for half an hour. It takes two at the least of each workload behind the door.",
  }),
  blockedWindows: z.array(z.string()).meta({
    description: "Weekly times in UTC at which nothing is practised, of an hour to a day each.",
    allowed: "times such as mon:08:00-mon:20:00, 15 at most, or none",
  }),
});

const frontDoor = z.strictObject({
  domain: z.string().meta({
    description:
      "Domain name by which the environment is reached. In its own Region it is reached by that Region's name, too, such as eu-west-1.dev.shop.example.com.",
    allowed: "a domain name within the hosted zone, such as dev.shop.example.com",
  }),
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{1,31}$/)
    .meta({
      description: "Route 53 hosted zone that holds the domain.",
      allowed: "the id of a public hosted zone, such as Z0123456789ABCDEFGHIJ",
    }),
  requestsPerFiveMinutes: z.int().min(100).max(2_000_000_000).meta({
    description: "Most requests of one address in five minutes; more are answered with 429.",
    unit: "requests",
  }),
  logDays: z.literal(logRetentionDays).meta({
    description: "Days that the logs of the balancer and of the web ACL are kept.",
    unit: "days",
  }),
  visits: z.enum(visitRates).meta({
    description: "How often it is visited from outside, as customers come. Each visit is charged.",
  }),
  realUsers: z
    .strictObject({
      measured: z.boolean().meta({
        description:
          "Whether the browsers of real users measure pages, without cookies. Where they do not, none is admitted.",
      }),
      percent: z.int().min(1).max(100).meta({
        description: "Share of page loads that are measured. Each event that a browser sends is charged.",
        unit: "percent",
      }),
    })
    .meta({ description: "What browsers of real users measure of its pages." }),
  failover: failoverSettings.meta({ description: "Whether another Region answers for the domain, too." }),
  reach: reach.meta({
    description: "How it is asked for from other Regions, by Route 53's health checkers.",
  }),
  zones: zones.meta({ description: "How it does without a zone." }),
  partnerTrust: z
    .strictObject({
      bucket: z.string().meta({ description: "Bucket that holds the bundle.", allowed: "a bucket's name" }),
      key: z.string().meta({ description: "Object that is the bundle.", allowed: "an object's key" }),
    })
    .optional()
    .meta({
      description:
        "Certificate authorities of the partners: a bundle in S3. Needed exactly where the catalogue says partnerCertificates: " +
        "partners then come by port 8443 and have to show a certificate. Otherwise they come by port 443 as everybody does.",
    }),
});

/** Size table of the workloads of a catalogue, and of what they run on. */
export function computeSettings({ services, fleets }: Pick<ComputeCatalogue, "services" | "fleets">) {
  return z.strictObject({
    protect: z.boolean().meta({ description: "Whether the balancer and its logs refuse to be deleted." }),
    logRetentionDays: z.literal(logRetentionDays).meta({
      description: "Days that logs of workloads are kept.",
      unit: "days",
    }),
    containerInsights: z.enum(containerInsightsModes).meta({
      description:
        "How closely containers are looked into. enhanced measures each one, and costs by measurement.",
    }),
    execCommand: z.boolean().meta({
      description: "Whether people may open a shell in a container; every session is logged.",
    }),
    spotPercent: z.int().min(0).max(99).meta({
      description: "Share of the tasks beyond each service's minimum that run on Spot capacity.",
      unit: "percent",
    }),
    rollout: z
      .strictObject({
        minimumHealthyPercent: z.int().min(0).max(100).meta({
          description: "Fewest tasks that stay healthy, of those that are wanted; rounded up.",
          unit: "percent",
        }),
        maximumPercent: z.int().min(101).max(200).meta({
          description: "Most tasks that run or start, of those that are wanted; rounded down.",
          unit: "percent",
        }),
      })
      .meta({
        description:
          "How many tasks of a service run while a new version takes the place of the old one: more cost more, fewer serve less.",
      }),
    release: z
      .strictObject({
        bakeMinutes: z.int().min(0).max(1440).meta({
          description:
            "Time for which the old version waits, ready to take over again, once the new one has all requests.",
          unit: "minutes",
        }),
        canaryPercent: z.int().min(1).max(99).meta({
          description: "Share of requests that a canary gets first.",
          unit: "percent",
        }),
        canaryMinutes: z.int().min(0).max(1440).meta({
          description: "Time for which it has them alone.",
          unit: "minutes",
        }),
      })
      .meta({
        description:
          "How long a new version is watched that runs beside the old one: of services whose release in the catalogue is blue-green or canary.",
      }),
    frontDoor: frontDoor.meta({ description: "The one way in." }),
    services: byName(services, () => serviceSizes).meta({ description: "Size of each service." }),
    fleets: byName(fleets, () => fleetSizes).meta({ description: "Size of each fleet." }),
  });
}
