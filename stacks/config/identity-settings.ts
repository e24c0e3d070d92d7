import * as z from "zod";

import { runners } from "../../infra/core/account-roles";
import { type Region, regions } from "../../infra/core/region";
import { accountDeliveryWords, adoptable, analyses } from "../../infra/identity/settings";

/** Text, and what it has to be. */
const text = (description: string, allowed: string): z.ZodString =>
  z.string().min(1).meta({ description, allowed });

const analyzerName = text("Name of the analyzer.", "a name");
const adoptAnalyzers: z.ZodType<Partial<Record<Region, Partial<Record<(typeof analyses)[number], string>>>>> =
  z.partialRecord(z.enum(regions), z.partialRecord(z.enum(analyses), analyzerName));

const contact = z.strictObject({
  name: text("How they are addressed.", "a name"),
  title: text("What they are.", "a title"),
  email: z.email().meta({ description: "Mailbox that several people read.", allowed: "an address of mail" }),
  phone: z
    .string()
    .regex(/^\+?[\d\s()-]{5,25}$/)
    .meta({ description: "Telephone number that is answered.", allowed: "a telephone number, in quotes" }),
});

const subject = z.string().min(1).meta({
  description: "Subject of a token.",
  allowed: "repo:<organisation>/<repository>:environment:<name>, without wildcards",
});
const subjects = z.array(subject);

const ci = z.strictObject({
  issuer: text(
    "Host, and path where it has one, of the CI system's identity provider.",
    "a host without https://",
  ),
  audience: text("Audience that the CI system's tokens name.", "an audience, such as sts.amazonaws.com"),
  deployers: z.record(z.string(), subjects).meta({
    description:
      "Subjects of tokens that may deploy an environment, by environment: one repository, and its environment or one branch.",
  }),
  account: z
    .strictObject({
      subjects: subjects.meta({
        description:
          "Subjects of tokens that may deploy the account: its environment in one repository, protected by a review.",
      }),
      accepted: z.string().meta({
        description: "That the role is an administrator's, under no boundary, since it sets all others.",
        allowed: JSON.stringify(accountDeliveryWords),
      }),
    })
    .optional()
    .meta({
      description:
        "Runs that deploy the account itself. Left out, people do, and the CI system goes on once they have.",
    }),
  previewers: subjects.min(1).meta({ description: "Subjects of tokens that may read for a preview." }),
  state: z
    .strictObject({
      bucket: text("Name of the bucket.", "the name of a bucket"),
      keyArn: text("ARN of the key that encrypts it.", "the ARN of a key"),
    })
    .meta({ description: "Where Pulumi keeps its state." }),
});

const people = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("roles").meta({ description: "Roles of the account that ask for a second factor." }),
  }),
  z.strictObject({
    kind: z.literal("identity-center").meta({ description: "Permission sets of IAM Identity Center." }),
    instanceArn: text("ARN of the instance of IAM Identity Center.", "an ARN, arn:aws:sso:::instance/…"),
    region: z.enum(regions).meta({ description: "Region of the instance." }),
    assignments: z
      .array(
        z.strictObject({
          groupId: text("Id of the group in the identity store.", "the id of a group"),
          level: z
            .enum(["read-only", "operator", "developer", "administrator"])
            .meta({ description: "What the group may do." }),
        }),
      )
      .meta({ description: "Which group may do what." }),
  }),
]);

const archived = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,254}$/)
    .meta({ description: "Name of the rule.", allowed: "letters, digits and _ . -, a letter first" }),
  reason: text("Why the access is meant to be.", "a sentence"),
  analysis: z.enum(analyses).meta({ description: "Which analysis finds it." }),
  resourceType: text("Type of the resource, such as AWS::IAM::Role.", "a resource type"),
  resource: text("Part of the resource's ARN.", "part of an ARN"),
});

const internalAccess: z.ZodType<Partial<Record<Region, string[]>>> = z.partialRecord(
  z.enum(regions),
  z.array(text("ARN of a bucket, a table or a snapshot.", "an ARN, without wildcards")),
);

const runbookAccess = z.strictObject({
  level: z
    .enum(["read-only", "operator", "developer", "administrator"])
    .meta({ description: "Level of access that may run them." }),
  groups: z.array(z.enum(runners)).min(1).meta({ description: "Groups whose runbooks they are." }),
  environment: text("Environment.", "the name of an environment of this account"),
  region: z.enum(regions).meta({ description: "Region of the environment." }),
});

/** Who gets into the account, and how. */
export const identitySettings = z.strictObject({
  accountAlias: text(
    "Name by which people sign in, unique among all of AWS.",
    "3 to 63 lower-case letters, digits and hyphens",
  ),
  contacts: z
    .strictObject({
      billing: contact.meta({ description: "Whom AWS calls about bills." }),
      operations: contact.meta({ description: "Whom AWS calls about operations." }),
      security: contact.meta({ description: "Whom AWS calls about security." }),
    })
    .meta({ description: "Whom AWS calls: roles in the business, not persons." }),
  passwords: z
    .strictObject({
      minimumLength: z.int().min(16).max(128).meta({ description: "Fewest characters of a password." }),
      maximumAgeDays: z
        .int()
        .min(1)
        .max(90)
        .meta({ description: "Days after which a password has to be changed.", unit: "days" }),
    })
    .meta({ description: "What users' passwords have to be like." }),
  ci: ci.optional().meta({ description: "CI system that deploys. Left out, people deploy." }),
  people: people.meta({ description: "How people get in." }),
  breakGlass: z
    .array(text("One of them.", "a name or an ARN, without wildcards"))
    .meta({ description: "ARNs of users or roles that may take the role for emergencies." }),
  approvers: z.array(text("One of them.", "an ARN, without wildcards")).meta({
    description:
      "ARNs of users or roles that may approve runbooks which destroy or interrupt something: others than those who run them.",
  }),
  runs: z.array(runbookAccess).default([]).meta({
    description: "Whose runbooks people may run, by level of access and environment.",
  }),
  unusedAccessDays: z
    .int()
    .min(1)
    .max(365)
    .meta({ description: "Days without use after which access counts as unused.", unit: "days" }),
  internalAccess: internalAccess.default({}).meta({
    description:
      "Buckets, tables and snapshots of which is found who in the account can reach them. Each is charged by the month.",
    allowed: "ARNs, for a guarded Region",
  }),
  archived: z
    .array(archived)
    .default([])
    .meta({ description: "Findings of access analysis that are meant to be." }),
  outsideMachines: z
    .strictObject({
      authorityArn: text("ARN of the private certificate authority.", "the ARN of a certificate authority"),
      commonNames: z
        .array(text("One of them.", "a name or an ARN, without wildcards"))
        .meta({ description: "Common name of each machine's certificate." }),
      policyArns: z.array(text("One of them.", "the ARN of a policy")).meta({
        description: "ARNs of policies that say what machines may do, within the boundary for workloads.",
      }),
    })
    .optional()
    .meta({
      description: "Machines outside AWS that get credentials by a certificate. Left out, there are none.",
    }),
  adoptAnalyzers: adoptAnalyzers.default({}).meta({
    description: "Analyzers that a Region has already: it has one of each kind, which keeps its name.",
    allowed: "names by kind of analysis, for a guarded Region",
  }),
  adopt: z.array(z.enum(adoptable)).default([]).meta({
    description: "What the account has already: taken over as it is, then changed once it is off this list.",
  }),
});
