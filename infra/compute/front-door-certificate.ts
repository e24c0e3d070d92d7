import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of {@link FrontDoorCertificate}. */
export interface FrontDoorCertificateArgs {
  /** Domain name that it proves. */
  readonly domain: string;
  /** Route 53 hosted zone in which the proof is published, by id. */
  readonly hostedZoneId: string;
}

/** A public certificate that AWS renews by itself, as long as its proof stays in DNS. */
export class FrontDoorCertificate extends pulumi.ComponentResource {
  /** ARN, known once the certificate is issued. */
  public readonly arn: pulumi.Output<string>;

  public constructor(name: string, args: FrontDoorCertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:FrontDoorCertificate", name, {}, opts);
    const certificate = new aws.acm.Certificate(
      name,
      {
        domainName: args.domain,
        validationMethod: "DNS",
        keyAlgorithm: "EC_prime256v1",
        options: { certificateTransparencyLoggingPreference: "ENABLED" },
        tags: { Name: args.domain },
      },
      { parent: this },
    );
    const proof = certificate.domainValidationOptions.apply(([first]) => {
      if (first === undefined) throw new Error(`certificate "${name}": AWS asks for no proof of the domain`);
      return first;
    });
    const record = new aws.route53.Record(
      name,
      {
        zoneId: args.hostedZoneId,
        name: proof.resourceRecordName,
        type: proof.resourceRecordType,
        records: [proof.resourceRecordValue],
        ttl: 300,
        allowOverwrite: true,
      },
      { parent: this },
    );
    const issued = new aws.acm.CertificateValidation(
      name,
      { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
      { parent: this },
    );
    this.arn = issued.certificateArn;
    this.registerOutputs({ arn: this.arn });
  }
}
