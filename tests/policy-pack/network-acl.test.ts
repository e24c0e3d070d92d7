import * as assert from "node:assert/strict";

import { type AclEntry, admitting, ingressOf, type PortQuestion } from "../../policy-pack/aws/network-acl";
import type { Assumption } from "../../policy-pack/aws/security-group-rules";
import { View } from "../../policy-pack/reading/view";
import { UNKNOWN } from "./support/fixtures";

const ACL = "aws:ec2/networkAcl:NetworkAcl";
const RULE = "aws:ec2/networkAclRule:NetworkAclRule";

const entries = (...ingress: readonly object[]): readonly AclEntry[] =>
  ingressOf(ACL, new View({ ingress }, ""));
const world = { action: "allow", protocol: "tcp", fromPort: 22, toPort: 22, cidrBlock: "0.0.0.0/0" };

/** The position of the entry that admits the internet, or nothing. */
function admittedBy(
  rules: readonly AclEntry[],
  port: PortQuestion = 22,
  assumption: Assumption = "certain",
): number | undefined {
  const found = admitting(rules, port, assumption);
  return found && rules.indexOf(found);
}

describe("entries of a network ACL", () => {
  it("admit what their protocol and ports say, all ports where they say none", () => {
    const without = { action: "allow", ruleNo: 1, cidrBlock: "0.0.0.0/0" };
    assert.equal(admittedBy(entries(without)), 0);
    assert.equal(admittedBy(entries({ ...without, protocol: "tcp" }), "all"), 0);
    assert.equal(admittedBy(entries({ ...world, ruleNo: 1 }), "all"), undefined);
    assert.equal(admittedBy(entries({ ...world, ruleNo: 1, protocol: "udp" })), undefined);
  });

  it("count in the order of their numbers, those without one first", () => {
    const deny = { ...world, action: "deny" };
    assert.equal(admittedBy(entries({ ...world, ruleNo: 2 }, { ...deny, ruleNo: 1 })), undefined);
    assert.equal(admittedBy(entries({ ...world, ruleNo: 1 }, deny)), undefined);
    assert.equal(admittedBy(entries({ ...deny, ruleNo: 1 }, world)), 1);
  });

  it("admit nothing that an earlier one denies", () => {
    const part = "10.0.0.0/8";
    const rules = entries(
      { ...world, ruleNo: 1, action: "deny", cidrBlock: part },
      { ...world, ruleNo: 2, cidrBlock: part },
      { ...world, ruleNo: 3 },
    );
    assert.equal(admittedBy(rules), 2);
  });

  it("are taken to deny what is not known where certainty is asked for, and not to where it is not", () => {
    const rules = entries(
      { ...world, ruleNo: 1, action: "deny", cidrBlock: UNKNOWN },
      { ...world, ruleNo: 2 },
    );
    assert.equal(admittedBy(rules), undefined);
    assert.equal(admittedBy(rules, 22, "possible"), 1);
  });

  it("can be resources of their own, for addresses of both kinds", () => {
    const rule = { ruleNumber: 1, ruleAction: "allow", protocol: "-1" };
    for (const range of [{ cidrBlock: "0.0.0.0/0" }, { ipv6CidrBlock: "::/0" }]) {
      const [entry, ...others] = ingressOf(RULE, new View({ ...rule, ...range }, ""));
      assert.deepEqual(others, []);
      assert.ok(entry && admitting([entry], 22, "certain"));
    }
    assert.deepEqual(ingressOf(RULE, new View({ ...rule, egress: true }, "")), []);
  });
});
