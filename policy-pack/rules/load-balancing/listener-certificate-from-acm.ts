import { LISTENER_CERTIFICATES, LISTENERS, protocolOf } from "../../aws/load-balancers";
import { defineControl, type Located, located } from "../../registry/control";
import { fromAcm } from "../../shapes/certificate";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { notApplicable, type Outcome } from "../../verdict/outcome";

const PROPERTY = "certificateArn";

function judgeListener(stack: StackIndex, listener: StackResource): Outcome {
  const place = listener.props.at(PROPERTY);
  const endsTls = ["HTTPS", "TLS"].includes(protocolOf(listener.props) ?? "");
  // A listener with a certificate ends TLS, whatever else is known of it.
  if (place.isAbsent && !endsTls) return notApplicable("The listener has no certificate");
  return fromAcm(stack, listener, PROPERTY, place);
}

function* judgeAll(stack: StackIndex): Iterable<Located> {
  for (const listener of stack.ofTypes(LISTENERS)) yield located(listener, judgeListener(stack, listener));
  for (const further of stack.ofTypes(LISTENER_CERTIFICATES))
    yield located(further, fromAcm(stack, further, PROPERTY, further.props.at(PROPERTY)));
}

export const control = defineControl({
  id: "LB-05",
  name: "listener-certificate-from-acm",
  title: "Certificates of listeners come from AWS Certificate Manager",
  why: "A certificate that somebody uploaded is one that somebody must remember to renew.",
  fix: "Request an aws.acm.Certificate and give the listener its ARN.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: [...LISTENERS, ...LISTENER_CERTIFICATES],
  stack: judgeAll,
  references: {
    nist80053: ["AC-17", "IA-5(2)", "SC-12", "SC-17"],
    wellArchitected: ["SEC09-BP01"],
    cdkNag: ["ELBv2ACMCertificateRequired"],
    awsConfig: ["elbv2-acm-certificate-required"],
    pulumi: ["PB:elbv2-acm-certificate-required"],
  },
});
