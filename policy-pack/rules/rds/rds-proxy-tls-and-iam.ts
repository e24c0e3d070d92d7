import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { eachOf } from "../../shapes/elements";
import { all, oneOf } from "../../shapes/property";
import { type Judgement, pass, undetermined } from "../../verdict/outcome";

const eachByIam = eachOf("auths", oneOf("iamAuth", ["REQUIRED"], "DISABLED"));

/** A scheme for the whole proxy makes those of the single secrets superfluous. */
function byIam(subject: Subject): Judgement {
  const scheme = subject.props.at("defaultAuthScheme");
  if (scheme.isUnknown) return undetermined(scheme);
  return known(scheme.string())?.toUpperCase() === "IAM_AUTH" ? pass : eachByIam(subject);
}

export const control = defineControl({
  id: "RDS-34",
  name: "rds-proxy-tls-and-iam",
  title: "RDS proxies ask their clients for TLS and for IAM",
  why: "A proxy accepts passwords over plain connections unless it is told not to.",
  fix: "Set requireTls to true and iamAuth to REQUIRED, or defaultAuthScheme to IAM_AUTH, on the aws.rds.Proxy.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("rds/proxy:Proxy"),
  resource: all(oneOf("requireTls", [true], false), byIam),
  references: {
    securityHub: ["RDS.43"],
    nist80053: ["AC-3", "IA-5(1)", "SC-8", "SC-8(1)", "SC-23"],
    wellArchitected: ["SEC09-BP02", "SEC09-BP03"],
  },
});
