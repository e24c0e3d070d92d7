import { LISTENERS, protocolOf, redirectsToHttps } from "../../aws/load-balancers";
import { defineControl, type Subject } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text, word } from "../../verdict/text";

interface Parameters {
  readonly passThrough: boolean;
}

const ENCRYPTED = ["HTTPS", "TLS", "QUIC"];
const PASSED_THROUGH = ["TCP", "TCP_UDP", "TCP_QUIC"];

function judge({ props }: Subject, passThrough: boolean): Outcome {
  const protocol = protocolOf(props);
  if (protocol === undefined) return undetermined("protocol");
  if (ENCRYPTED.includes(protocol)) return pass;
  if (["UDP", "GENEVE"].includes(protocol)) return notApplicable("TLS does not run over this protocol");
  if (PASSED_THROUGH.includes(protocol) && passThrough) return pass;
  const redirects = protocol === "HTTP" ? redirectsToHttps(props.at("defaultActions")) : false;
  if (redirects === undefined) return undetermined("defaultActions");
  const spoken = word(protocol, ["HTTP", ...PASSED_THROUGH]);
  return redirects ? pass : fail("protocol", text`the listener speaks ${spoken}; required: HTTPS or TLS.`);
}

export const control = defineControl<Parameters>({
  id: "LB-02",
  name: "listener-encrypted",
  title: "Listeners speak HTTPS or TLS, or only redirect to it",
  why: "The way to the load balancer leads over networks that belong to others.",
  fix: "Set protocol to HTTPS (application) or TLS (network), with a certificate.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { severity: "high", enforcement: "mandatory" },
  },
  types: LISTENERS,
  parameters: {
    passThrough: {
      type: "boolean",
      default: false,
      description: "Accept listeners of TCP, behind which the targets end TLS themselves.",
    },
  },
  resource: (subject, { parameters }) => judge(subject, parameters.passThrough),
  references: {
    securityHub: ["ELB.18"],
    nist80053: [
      "AC-17(2)",
      "AC-4",
      "IA-5(1)",
      "SC-12(3)",
      "SC-13",
      "SC-23",
      "SC-7(4)",
      "SC-8",
      "SC-8(1)",
      "SC-8(2)",
    ],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV_AWS_2", "CKV_AWS_378"],
    awsConfig: ["elbv2-listener-encryption-in-transit"],
    prowler: ["elbv2_ssl_listeners", "elbv2_nlb_tls_termination_enabled"],
    trivy: ["AWS-0054"],
    pulumi: ["CP:alb-listener-disallow-unencrypted-traffic"],
  },
});
