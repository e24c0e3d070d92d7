import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of {@link FrontDoorCertificate}. */
export interface FrontDoorCertificateArgs {
  /** Domain name that it proves. */
  readonly domain: string;
  /** Route 53 hosted zone in which the proof is published, by id. */
  readonly hostedZoneId: string;
  /**
   * Whether somebody else publishes the proof. It is the same for all certificates of a name in an account: what publishes it
   * a second time would take it from the other one when it is deleted, and that one could not be renewed.
   *
   * @default false
   */
  readonly provedElsewhere?: boolean;
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
    const published =
      args.provedElsewhere === true ? proof.resourceRecordName : this.publish(name, args, proof);
    const issued = new aws.acm.CertificateValidation(
      name,
      { certificateArn: certificate.arn, validationRecordFqdns: [published] },
      { parent: this },
    );
    this.arn = issued.certificateArn;
    this.registerOutputs({ arn: this.arn });
  }

  /** @returns the name under which the proof stands in DNS */
  private publish(
    name: string,
    { hostedZoneId }: FrontDoorCertificateArgs,
    proof: pulumi.Output<aws.types.output.acm.CertificateDomainValidationOption>,
  ): pulumi.Output<string> {
    const record = new aws.route53.Record(
      name,
      {
        zoneId: hostedZoneId,
        name: proof.resourceRecordName,
        type: proof.resourceRecordType,
        records: [proof.resourceRecordValue],
        ttl: 300,
        allowOverwrite: true,
      },
      { parent: this },
    );
    return record.fqdn;
  }
}
