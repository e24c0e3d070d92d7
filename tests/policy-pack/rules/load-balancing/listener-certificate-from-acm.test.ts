import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const listener = (props: object) => aws("lb/listener:Listener", { port: 443, protocol: "HTTPS", ...props });
const further = (certificateArn: unknown) =>
  aws("lb/listenerCertificate:ListenerCertificate", { listenerArn: UNKNOWN, certificateArn });
const acm = aws("acm/certificate:Certificate");
const uploaded = aws("iam/serverCertificate:ServerCertificate");
const ARN = {
  acm: "arn:aws:acm:eu-west-1:111122223333:certificate/x",
  iam: "arn:aws:iam::111122223333:server-certificate/x",
};

fixtures("listener-certificate-from-acm", {
  pass: {
    "a certificate of ACM by its ARN": { listener: listener({ certificateArn: ARN.acm }) },
    "a certificate of ACM in the stack": { acm, listener: listener({ certificateArn: ref("acm") }) },
    "a certificate of ACM once it is validated": {
      valid: aws("acm/certificateValidation:CertificateValidation"),
      listener: listener({ certificateArn: ref("valid") }),
    },
    "a further certificate of ACM": { further: further(ARN.acm) },
  },
  fail: {
    "a certificate of a listener of TLS that was uploaded": {
      listener: listener({ protocol: "TLS", certificateArn: ARN.iam }),
    },

    "a certificate that was uploaded": { listener: listener({ certificateArn: ARN.iam }) },
    "a certificate that the stack uploads": {
      uploaded,
      listener: listener({ certificateArn: ref("uploaded") }),
    },
    "a further certificate that the stack uploads": { uploaded, further: further(ref("uploaded")) },
  },
  unknown: { "a certificate that is computed": { listener: listener({ certificateArn: UNKNOWN }) } },
  unset: { "a listener of HTTPS without one": ["fail", { listener: listener({}) }] },
  alias: {
    "a listener of the other module": {
      listener: { ...listener({ certificateArn: ARN.iam }), type: "aws:alb/listener:Listener" },
    },
  },
  notApplicable: { "a listener of plain HTTP": { listener: listener({ protocol: "HTTP" }) } },
});
