import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceOwnTrust } from "./service-roles";
import { issuerStatements } from "./service-tls-statements";

/** Arguments of {@link ServiceTls}. */
export interface ServiceTlsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Key that encrypts services' private keys, by ARN. */
  readonly keyArn: pulumi.Input<string>;
  /** Whether the certificate authority refuses to be deleted. */
  readonly protect: boolean;
}

/** Who issues services' certificates. */
export interface TlsIssuer {
  /** ARN of the certificate authority, once it can issue. */
  readonly authorityArn: pulumi.Output<string>;
  /** ARN of the role by which ECS asks it. */
  readonly roleArn: pulumi.Output<string>;
  /** ARN of the key that encrypts private keys. */
  readonly keyArn: pulumi.Output<string>;
}

/** Elliptic curve that Service Connect takes; short keys make short handshakes. */
const algorithms = { keyAlgorithm: "EC_prime256v1", signingAlgorithm: "SHA256WITHECDSA" } as const;

/** How long the authority's own certificate is good. Those that it issues are good for seven days, and renewed after five. */
const authorityYears = "10";

/**
 * A private certificate authority from which ECS gives each service a certificate, and renews it. In its short-lived mode
 * it costs an eighth of a general one, and needs no list of revoked certificates: none lives longer than seven days.
 *
 * @see docs/decisions/0009-service-tls-by-a-private-authority.md
 */
export class ServiceTls extends pulumi.ComponentResource implements TlsIssuer {
  /** ARN of the certificate authority, once it can issue. */
  public readonly authorityArn: pulumi.Output<string>;
  /** ARN of the role by which ECS asks it. */
  public readonly roleArn: pulumi.Output<string>;
  /** ARN of the key that encrypts private keys. */
  public readonly keyArn: pulumi.Output<string>;

  public constructor(name: string, args: ServiceTlsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:ServiceTls", name, {}, opts);
    const authority = this.authority(name, args);
    const active = this.activate(name, args, authority);
    const role = this.role(name, args, authority);

    this.authorityArn = active.certificateAuthorityArn;
    this.roleArn = role.arn;
    this.keyArn = pulumi.output(args.keyArn);
    this.registerOutputs({ authorityArn: this.authorityArn, roleArn: this.roleArn });
  }

  private authority(name: string, { scope, protect }: ServiceTlsArgs): aws.acmpca.CertificateAuthority {
    return new aws.acmpca.CertificateAuthority(
      name,
      {
        type: "ROOT",
        usageMode: "SHORT_LIVED_CERTIFICATE",
        certificateAuthorityConfiguration: {
          ...algorithms,
          subject: { commonName: `${scope.environment} services` },
        },
        permanentDeletionTimeInDays: 30,
        // By this tag ECS knows an authority that it may ask.
        tags: { Name: `${scope.environment}-${name}`, AmazonECSManaged: "true" },
      },
      { parent: this, protect },
    );
  }

  /** An authority issues nothing before it has a certificate of its own. */
  private activate(
    name: string,
    { scope }: ServiceTlsArgs,
    authority: aws.acmpca.CertificateAuthority,
  ): aws.acmpca.CertificateAuthorityCertificate {
    const certificate = new aws.acmpca.Certificate(
      name,
      {
        certificateAuthorityArn: authority.arn,
        certificateSigningRequest: authority.certificateSigningRequest,
        signingAlgorithm: algorithms.signingAlgorithm,
        templateArn: arn({
          partition: partitionOf(scope.region),
          service: "acm-pca",
          resource: "template/RootCACertificate/V1",
        }),
        validity: { type: "YEARS", value: authorityYears },
      },
      { parent: this },
    );
    return new aws.acmpca.CertificateAuthorityCertificate(
      name,
      { certificateAuthorityArn: authority.arn, certificate: certificate.certificate },
      { parent: this },
    );
  }

  private role(
    name: string,
    { scope, keyArn }: ServiceTlsArgs,
    authority: aws.acmpca.CertificateAuthority,
  ): aws.iam.Role {
    const role = new aws.iam.Role(
      name,
      {
        name: physicalName("iam-role", scope, `${name}-${scope.region}`),
        description: "Lets ECS give services certificates",
        assumeRolePolicy: policyDocument(serviceOwnTrust(scope)),
        tags: { Name: `${scope.environment}-${name}` },
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      name,
      {
        role: role.name,
        policy: policyDocument(issuerStatements(scope, { authorityArn: authority.arn, keyArn })),
      },
      { parent: this },
    );
    return role;
  }
}
