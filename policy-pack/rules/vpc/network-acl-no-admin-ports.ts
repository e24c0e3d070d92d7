import {
  admitting,
  type AclEntry,
  ingressOf,
  NETWORK_ACL_RULES,
  NETWORK_ACLS,
  wholeAcls,
} from "../../aws/network-acl";
import { defineControl, located } from "../../registry/control";
import { known } from "../../reading/view";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { ports as portText, text } from "../../verdict/text";

interface Parameters {
  readonly ports: readonly number[];
}

function judge(rules: readonly AclEntry[], ports: readonly number[]): readonly Outcome[] {
  const open = ports.flatMap((port) => {
    const by = admitting(rules, port, "certain");
    const message = text`${portText(port, port)} open to the whole internet.`;
    return by ? [fail(by.place, message, String(port))] : [];
  });
  if (open.length > 0) return open;
  const possible = ports.flatMap((port) => admitting(rules, port, "possible") ?? [])[0];
  return [possible ? undetermined(possible.place.firstUnknown() ?? possible.place) : pass];
}

function isNarrow({ from, to }: AclEntry): boolean {
  return known(from) !== undefined && known(from) === known(to);
}

export const control = defineControl<Parameters>({
  id: "VPC-11",
  name: "network-acl-no-admin-ports",
  title: "Network ACLs do not admit the internet to administration ports",
  why: "The ACL is the second line when a security group is opened by mistake.",
  fix: "Deny the ports with a lower rule number than the rule that allows the range, or allow a narrower range.",
  severity: "medium",
  enforcement: "advisory",
  types: [...NETWORK_ACLS, ...NETWORK_ACL_RULES],
  parameters: {
    ports: {
      type: "array",
      items: { type: "integer", minimum: 0, maximum: 65535 },
      default: [20, 21, 22, 3389],
      description: "TCP ports that the internet must not reach.",
    },
  },
  resource: ({ type, props }, { parameters }) => {
    const rules = ingressOf(type, props);
    const isSeparate = NETWORK_ACL_RULES.includes(type);
    if (isSeparate && !rules.every(isNarrow)) return notApplicable("Judged with the other rules of its ACL");
    return judge(rules, parameters.ports);
  },
  stack: (stack, { parameters }) =>
    wholeAcls(stack).flatMap(({ acl, rules }) =>
      judge(rules, parameters.ports).map((outcome) => located(acl, outcome)),
    ),
  references: {
    securityHub: ["EC2.21"],
    cis3: ["5.1"],
    nist80053: ["AC-4(21)", "CA-9(1)", "CM-2", "CM-7", "SC-7", "SC-7(5)", "SC-7(21)"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_229", "CKV_AWS_230", "CKV_AWS_231", "CKV_AWS_232"],
    cdkNag: ["AwsSolutions-VPC3"],
    awsConfig: ["nacl-no-unrestricted-ssh-rdp"],
    prowler: ["ec2_networkacl_allow_ingress_tcp_port_22", "ec2_networkacl_allow_ingress_tcp_port_3389"],
    trivy: ["AWS-0105"],
    pulumi: ["PB:vpc-nacl-no-unrestricted-ssh-rdp"],
  },
});
