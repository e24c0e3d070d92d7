import * as assert from "node:assert/strict";

import { includesProtocol } from "../../policy-pack/aws/security-group-rules";
import { View } from "../../policy-pack/reading/view";
import { worldExposure } from "../../policy-pack/shapes/world-exposure";
import { text } from "../../policy-pack/verdict/text";
import { outcomes } from "../../policy-pack/verdict/outcome";
import { UNKNOWN } from "./support/fixtures";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EVERYONE = ["0.0.0.0/0"];

/** Places and ports of what a control finds that refuses every opening but that of the port for HTTPS. */
function found(type: string, props: object): readonly string[] {
  const check = worldExposure({
    refuses: ({ first, last }) => first !== 443 || last !== 443,
    required: text`required: closed`,
  });
  const subject = { urn: "", name: "", parent: undefined, type, props: new View(props, "") };
  return outcomes(check.resource(subject, { parameters: {}, tagContract: {} })).flatMap((outcome) => {
    if (outcome.verdict === "fail") return [`${outcome.path} ${outcome.finding ?? ""}`];
    return outcome.verdict === "undetermined" ? [`? ${outcome.path}`] : [];
  });
}

const tcp = (fromPort: number, toPort = fromPort, cidrBlocks: unknown = EVERYONE) => ({
  ...{ protocol: "tcp", fromPort, toPort, cidrBlocks },
});

describe("openings to the internet", () => {
  it("are told by place and ports, one port as one number", () => {
    assert.deepEqual(found(GROUP, { ingress: [tcp(22)] }), ["ingress[0].cidrBlocks[0] 22"]);
    assert.deepEqual(found(GROUP, { ingress: [{ protocol: "-1", cidrBlocks: EVERYONE }] }), [
      "ingress[0].cidrBlocks[0] 0-65535",
    ]);
  });

  it("are told once for all ports of a rule, whatever other rules begin within", () => {
    assert.deepEqual(found(GROUP, { ingress: [tcp(20, 30), tcp(25, 26)] }), [
      "ingress[0].cidrBlocks[0] 20-30",
    ]);
    assert.deepEqual(found(GROUP, { ingress: [tcp(20, 30), tcp(25, 40)] }), [
      "ingress[0].cidrBlocks[0] 20-30",
      "ingress[1].cidrBlocks[0] 31-40",
    ]);
    assert.deepEqual(found(GROUP, { ingress: [tcp(20), tcp(30)] }), [
      "ingress[0].cidrBlocks[0] 20",
      "ingress[1].cidrBlocks[0] 30",
    ]);
  });

  it("are told once for two protocols, and apart where their ports follow each other", () => {
    const udp = { ...tcp(20), protocol: "udp" };
    assert.deepEqual(found(GROUP, { ingress: [{ ...tcp(20, 30), protocol: "-1" }] }).length, 1);
    assert.deepEqual(found(GROUP, { ingress: [tcp(20), udp] }), [
      "ingress[0].cidrBlocks[0] 20",
      "ingress[1].cidrBlocks[0] 20",
    ]);
  });

  it("wait for what is unknown in a rule, which is named", () => {
    for (const name of ["protocol", "fromPort", "toPort"])
      assert.deepEqual(found(GROUP, { ingress: [{ ...tcp(22), [name]: UNKNOWN }] }), [
        `? ingress[0].${name}`,
      ]);
    const rule = { ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: "0.0.0.0/0" };
    assert.deepEqual(found(RULE, { ...rule, ipProtocol: UNKNOWN }), ["? ipProtocol"]);
  });

  it("are judged by the protocol and ports of a rule that is a resource of its own", () => {
    const rule = { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" };
    assert.deepEqual(found(RULE, rule), []);
    assert.deepEqual(found(RULE, { ...rule, ipProtocol: "icmp", fromPort: 3, toPort: 4 }), []);
  });

  it("are of a protocol by its name, by its number or by that of all", () => {
    assert.ok(["UDP", "17", "-1", "all"].every((protocol) => includesProtocol(protocol, "udp")));
    assert.ok(!["tcp", "6", "icmp"].some((protocol) => includesProtocol(protocol, "udp")));
  });
});
