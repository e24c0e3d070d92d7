import type { Runner } from "../core/account-roles";
import type { Criticality } from "../core/criticality";
import type { RunbookWord } from "../core/runbook-words";
import type { Scope } from "../core/scope";

/** Whom AWS calls about what. */
export type ContactKind = "billing" | "operations" | "security";

/** Somebody whom AWS calls: a role in the business, not a person. */
export interface Contact {
  /** How they are addressed. */
  readonly name: string;
  /** What they are. */
  readonly title: string;
  /** Mailbox that several people read. */
  readonly email: string;
  /** Telephone number that is answered. */
  readonly phone: string;
}

/** What a user's password has to be like. */
export interface PasswordRules {
  /** Fewest characters, 16 to 128. */
  readonly minimumLength: number;
  /** Days after which it has to be changed, 1 to 90. */
  readonly maximumAgeDays: number;
}

/** Words by which somebody accepts that the CI system deploys the account. */
export const accountDeliveryWords = "who deploys the account can lift every limit that it sets";

/** Runs of the CI system that deploy the account itself. */
export interface AccountDelivery {
  /** Subjects of their tokens: the environment `account` of one repository, which asks for a review. A branch cannot ask for one. */
  readonly subjects: readonly string[];
  /** That the consequence is known, in the words of {@link accountDeliveryWords}. */
  readonly accepted: string;
}

/** A CI system that deploys without any key of its own. */
export interface ContinuousIntegration {
  /** Host, and path where it has one, of the identity provider: `token.actions.githubusercontent.com`. */
  readonly issuer: string;
  /** Audience that its tokens name. */
  readonly audience: string;
  /** Subjects that may deploy an environment, by the environment's name. */
  readonly deployers: Readonly<Record<string, readonly string[]>>;
  /**
   * Runs that deploy the account itself, as an administrator.
   *
   * @default - none: people deploy it, and the CI system goes on once they have
   */
  readonly account?: AccountDelivery | undefined;
  /** Subjects that may read for a preview. */
  readonly previewers: readonly string[];
  /** Where Pulumi keeps its state. */
  readonly state: {
    /** Name of the bucket. */
    readonly bucket: string;
    /** ARN of the key that encrypts it. */
    readonly keyArn: string;
  };
}

/** What a person may do, by the risk of it. */
export type AccessLevel = "administrator" | "developer" | "operator" | "read-only";

/** A group of IAM Identity Center and what it may do. */
export interface Assignment {
  /** Id of the group in the identity store. */
  readonly groupId: string;
  /** What it may do. */
  readonly level: AccessLevel;
}

/** How people get in: by IAM Identity Center, or by roles that ask for a second factor. */
export type People =
  | {
      readonly kind: "identity-center";
      /** ARN of the instance of IAM Identity Center. */
      readonly instanceArn: string;
      /** Region of the instance. */
      readonly region: Scope["region"];
      /** Which group may do what. */
      readonly assignments: readonly Assignment[];
    }
  | { readonly kind: "roles" };

/** Whose runbooks people of a level may run in an environment. */
export interface RunbookAccess {
  /** Level of access that gets the right. */
  readonly level: AccessLevel;
  /** Groups whose runbooks they are. */
  readonly groups: readonly Runner[];
  /** Environment. */
  readonly environment: string;
  /** Region of the environment. */
  readonly region: Scope["region"];
}

/** What access analysis looks for: who gets in from outside, who of the account reaches a thing, which access nobody uses. */
export const analyses = ["external", "internal", "unused"] as const;

/** What access analysis looks for; see {@link analyses}. */
export type Analysis = (typeof analyses)[number];

/** A finding of access analysis that is meant to be. */
export interface Archived {
  /** Name of the rule. */
  readonly name: string;
  /** Why the access is meant to be, for the reviewer. */
  readonly reason: string;
  /** Which analysis finds it. */
  readonly analysis: Analysis;
  /** Type of the resource that is accessible, such as `AWS::IAM::Role`. */
  readonly resourceType: string;
  /** Part of the resource's ARN. */
  readonly resource: string;
}

/** Machines outside AWS that get credentials by a certificate. */
export interface OutsideMachines {
  /** ARN of the private certificate authority that signs their certificates. */
  readonly authorityArn: string;
  /** Common name of each machine's certificate. */
  readonly commonNames: readonly string[];
  /** ARNs of the policies that say what they may do, within the boundary for workloads. */
  readonly policyArns: readonly string[];
}

/** What an account may have already, which is taken over instead of made. */
export const adoptable = [
  "account-alias",
  "contact-billing",
  "contact-operations",
  "contact-security",
  "oidc-provider",
  "password-policy",
] as const;

/** What an account may have already; see {@link adoptable}. */
export type Adoptable = (typeof adoptable)[number];

/** What configuration says of identity. */
export interface IdentitySettings {
  /** Name by which people sign in to the account, unique among all of AWS. */
  readonly accountAlias: string;
  /** Whom AWS calls. */
  readonly contacts: Readonly<Record<ContactKind, Contact>>;
  /** What passwords have to be like. */
  readonly passwords: PasswordRules;
  /**
   * CI system that deploys.
   *
   * @default - none; people deploy
   */
  readonly ci?: ContinuousIntegration | undefined;
  /** How people get in. */
  readonly people: People;
  /** ARNs of users or roles that may break the glass. */
  readonly breakGlass: readonly string[];
  /** ARNs of users or roles that may approve runbooks that destroy or interrupt something: others than those who run them. */
  readonly approvers: readonly string[];
  /** Whose runbooks people may run, by level of access and environment. */
  readonly runs: readonly RunbookAccess[];
  /** Days without use after which access counts as unused. */
  readonly unusedAccessDays: number;
  /**
   * ARNs of buckets, tables and snapshots, by Region, of which is found who in the account can reach them. Each is charged by the
   * month, so that only the most sensitive are worth it.
   */
  readonly internalAccess: Readonly<Partial<Record<Scope["region"], readonly string[]>>>;
  /** Findings that are meant to be. */
  readonly archived: readonly Archived[];
  /**
   * Machines outside AWS.
   *
   * @default - none
   */
  readonly outsideMachines?: OutsideMachines | undefined;
  /** What the account has already. */
  readonly adopt: readonly Adoptable[];
  /** Analyzers that a Region has already, by name: it has one of each kind, which keeps its name as long as it stands here. */
  readonly adoptAnalyzers: Readonly<Partial<Record<Scope["region"], Partial<Record<Analysis, string>>>>>;
}

/** What {@link Identity} is made of. */
export interface IdentityArgs extends IdentitySettings {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Environments of the account, whose roles stand under the boundary for workloads. */
  readonly environments: readonly string[];
  /** Runbooks that each group of people answers for. */
  readonly runbooks: Readonly<Record<Runner, readonly RunbookWord[]>>;
  /** Regions whose access is analysed. */
  readonly regions: readonly Scope["region"][];
  /** How much the business depends on the account. */
  readonly criticality: Criticality;
  /** Who answers for it. */
  readonly owner: string;
}
