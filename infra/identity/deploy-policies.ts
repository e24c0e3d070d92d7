import { arn } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { workloadBoundaryArn } from "../core/workload-boundary";
import type { ContinuousIntegration } from "./identity-args";

function iamArn({ region, accountId }: Scope, resource: string): string {
  return arn({ partition: partitionOf(region), service: "iam", accountId, resource });
}

/** Who may take a role: runs of the CI system with one of these subjects, and nobody else. */
export function ciTrust(
  scope: Scope,
  { issuer, audience }: ContinuousIntegration,
  subjects: readonly string[],
): readonly PolicyStatement[] {
  return [
    {
      sid: "RunsOfTheCiSystem",
      principals: { Federated: [iamArn(scope, `oidc-provider/${issuer}`)] },
      actions: ["sts:AssumeRoleWithWebIdentity"],
      conditions: { StringEquals: { [`${issuer}:aud`]: audience, [`${issuer}:sub`]: subjects } },
    },
  ];
}

/** What an environment makes in IAM: no policy that could be attached to anybody. */
const kinds = ["role", "instance-profile"];

/**
 * What gives a role something, or makes it what it is. IAM says in each of these requests which boundary the role has, or is to
 * have, by the key `iam:PermissionsBoundary`.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html, 2026-11
 */
const givesRights = [
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
];

/**
 * What deploying an environment needs beyond AWS's PowerUserAccess: the environment's own roles, each under the boundary for
 * workloads.
 */
export function deployRights(scope: Scope, environment: string): readonly PolicyStatement[] {
  const own = kinds.map((kind) => iamArn(scope, `${kind}/${environment}-*`));
  const roles = [iamArn(scope, `role/${environment}-*`)];
  return [
    {
      sid: "OwnRoles",
      actions: [
        "iam:CreateInstanceProfile",
        "iam:Get*",
        "iam:List*",
        "iam:Tag*",
        "iam:Untag*",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
        "iam:DeleteRole",
        "iam:DeleteRolePolicy",
        "iam:DeleteInstanceProfile",
        "iam:DetachRolePolicy",
        "iam:AddRoleToInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
      ],
      resources: own,
    },
    {
      sid: "OwnRolesUnderBoundary",
      actions: givesRights,
      resources: roles,
      conditions: { StringEquals: { "iam:PermissionsBoundary": workloadBoundaryArn(scope) } },
    },
    { sid: "OwnRolesToServices", actions: ["iam:PassRole"], resources: roles },
  ];
}

/** What Pulumi needs of its state; `write` where it also deploys. */
export function stateRights(
  { bucket, keyArn }: ContinuousIntegration["state"],
  use: "read" | "write",
): readonly PolicyStatement[] {
  const bucketArn = `arn:${keyArn.split(":")[1] ?? "aws"}:s3:::${bucket}`;
  const write = use === "write";
  return [
    { sid: "FindState", actions: ["s3:ListBucket"], resources: [bucketArn] },
    {
      sid: "State",
      actions: write ? ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"] : ["s3:GetObject"],
      resources: [`${bucketArn}/*`],
    },
    {
      sid: "StateKey",
      actions: write ? ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"],
      resources: [keyArn],
    },
  ];
}

function deny(
  sid: string,
  actions: readonly string[],
  resources: readonly string[] = ["*"],
): PolicyStatement {
  return { sid, effect: "Deny", actions, resources };
}

/** What no role of the CI system, and none that it makes, may do to the account, whatever the environment. */
export const accountStays: readonly PolicyStatement[] = [
  deny("NoLongLivedCredentials", [
    "iam:CreateUser",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreateServiceSpecificCredential",
    "iam:UploadSigningCertificate",
    "iam:UploadSSHPublicKey",
  ]),
  deny("NoOtherWayIn", [
    "iam:CreateOpenIDConnectProvider",
    "iam:CreateSAMLProvider",
    "iam:UpdateOpenIDConnectProviderThumbprint",
    "iam:UpdateSAMLProvider",
    "iam:UpdateAccountPasswordPolicy",
    "iam:DeleteAccountPasswordPolicy",
    "rolesanywhere:CreateTrustAnchor",
  ]),
  deny("RecordsStay", [
    "cloudtrail:DeleteTrail",
    "cloudtrail:StopLogging",
    "cloudtrail:UpdateTrail",
    "config:DeleteConfigurationRecorder",
    "config:DeleteDeliveryChannel",
    "config:StopConfigurationRecorder",
    "guardduty:DeleteDetector",
    "guardduty:UpdateDetector",
    "securityhub:DisableSecurityHub",
    "access-analyzer:DeleteAnalyzer",
  ]),
  deny("AccountBlocksStay", [
    "s3:PutAccountPublicAccessBlock",
    "ec2:DisableEbsEncryptionByDefault",
    "ec2:DisableImageBlockPublicAccess",
    "ec2:DisableSnapshotBlockPublicAccess",
    "ec2:EnableSerialConsoleAccess",
    "ec2:ModifyVpcBlockPublicAccessOptions",
  ]),
  deny("AccountStays", ["account:*", "organizations:*", "savingsplans:CreateSavingsPlan"]),
];

/** What roles under the boundary may do at most; it is their own policies that allow it. */
export function boundaryStatements(scope: Scope): readonly PolicyStatement[] {
  return [
    {
      sid: "OnlyWhatPoliciesAllow",
      actions: ["*"],
      resources: ["*"],
      wildcards: {
        actions: "a boundary gives no right; it only leaves to the role's own policies what it does not deny",
        resources: "as for the actions",
      },
    },
    ...accountStays,
    // Both boundaries, and what people may run: policies of the account, whose names begin with its own.
    deny(
      "AccountPoliciesStay",
      [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:SetDefaultPolicyVersion",
      ],
      [iamArn(scope, `policy/${scope.environment}-*`)],
    ),
    deny("BoundariesStay", ["iam:DeleteRolePermissionsBoundary"]),
    {
      ...deny("NoRoleBeyondWorkloads", givesRights),
      // Holds for a role that has no boundary, too: what is not there is not equal.
      conditions: { StringNotEquals: { "iam:PermissionsBoundary": workloadBoundaryArn(scope) } },
    },
    deny("AccountRolesStay", ["iam:*"], [iamArn(scope, `role/${scope.environment}-*`)]),
  ];
}
