import * as assert from "node:assert/strict";
import { isTypeToken, makeUrn, nameOf, packageOf, stackUrn, typeOf } from "../../../preview/engine/urn";

const SCOPE = { stack: "dev", project: "shop" };

describe("URNs", () => {
  it("hold the types of all ancestors but not the stack's", () => {
    const component = makeUrn(SCOPE, stackUrn(SCOPE), "shop:net:Network", "network");
    const vpc = makeUrn(SCOPE, component, "aws:ec2/vpc:Vpc", "network");
    assert.equal(component, "urn:pulumi:dev::shop::shop:net:Network::network");
    assert.equal(
      makeUrn(SCOPE, vpc, "aws:ec2/subnet:Subnet", "a"),
      "urn:pulumi:dev::shop::shop:net:Network$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet::a",
    );
  });

  it("give back type and name, even of a name with colons", () => {
    const urn = makeUrn(SCOPE, "urn:pulumi:dev::shop::a:b:C::c", "aws:sqs/queue:Queue", "a::b");
    assert.equal(typeOf(urn), "aws:sqs/queue:Queue");
    assert.equal(nameOf(urn), "a::b");
  });

  it("belong to the package of their type, and providers to the package they provide", () => {
    assert.equal(packageOf("aws:ec2/vpc:Vpc"), "aws");
    assert.equal(packageOf("pulumi:providers:aws"), "aws");
  });

  it("need a type of three parts", () => {
    assert.ok(isTypeToken("aws:ec2/vpc:Vpc"));
    assert.ok(!isTypeToken("Vpc"));
    assert.ok(!isTypeToken("aws::Vpc"));
  });
});
