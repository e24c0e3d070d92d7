import type * as pulumi from "@pulumi/pulumi";

import { arn, regionalArn } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";

type Statement = PolicyStatement<pulumi.Input<string>>;

/** What the role of ECS works with. */
export interface TlsParts {
  /** Certificate authority. */
  readonly authorityArn: pulumi.Input<string>;
  /** Key that encrypts private keys. */
  readonly keyArn: pulumi.Input<string>;
}

/**
 * What ECS needs in order to give services certificates: AWS's own policy for it
 * (AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity), narrowed to this account and Region, one
 * certificate authority, end certificates alone, and one key.
 */
export function issuerStatements(scope: Scope, { authorityArn, keyArn }: TlsParts): readonly Statement[] {
  return [
    ...secretStatements(scope),
    ...certificateStatements(scope, authorityArn),
    {
      sid: "EncryptPrivateKeys",
      actions: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyPair",
      ],
      resources: [keyArn],
    },
  ];
}

/** Private keys lie in secrets that ECS makes, and knows by their names. */
function secretStatements(scope: Scope): readonly PolicyStatement[] {
  const secrets = [regionalArn(scope, "secretsmanager", "secret:ecs-sc!*")];
  return [
    {
      sid: "CreateSecret",
      actions: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      resources: secrets,
      conditions: {
        StringEquals: { "aws:RequestTag/AmazonECSManaged": "true" },
        ArnLike: { "aws:RequestTag/AmazonECSCreated": regionalArn(scope, "ecs", "service/*/*") },
      },
    },
    {
      sid: "RotateSecret",
      actions: [
        "secretsmanager:DeleteSecret",
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:PutSecretValue",
        "secretsmanager:RotateSecret",
        "secretsmanager:UpdateSecret",
        "secretsmanager:UpdateSecretVersionStage",
      ],
      resources: secrets,
      conditions: {
        StringEquals: { "secretsmanager:ResourceTag/aws:secretsmanager:owningService": "ecs-sc" },
      },
    },
  ];
}

function certificateStatements({ region }: Scope, authorityArn: pulumi.Input<string>): readonly Statement[] {
  const template = arn({
    partition: partitionOf(region),
    service: "acm-pca",
    resource: "template/EndEntityCertificate/V1",
  });
  return [
    {
      sid: "ReadCertificates",
      actions: [
        "acm-pca:DescribeCertificateAuthority",
        "acm-pca:GetCertificate",
        "acm-pca:GetCertificateAuthorityCertificate",
      ],
      resources: [authorityArn],
    },
    {
      sid: "IssueEndCertificates",
      actions: ["acm-pca:IssueCertificate"],
      resources: [authorityArn],
      conditions: { StringEquals: { "acm-pca:TemplateArn": template } },
    },
  ];
}
