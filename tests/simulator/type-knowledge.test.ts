import * as assert from "node:assert/strict";
import { InstalledSdk } from "../../simulator/installed-sdk";
import { autonameOf, isRegional, isTagged, knowledgeOf } from "../../simulator/type-knowledge";

const sdk = new InstalledSdk(process.cwd());

describe("simulator/type-knowledge", () => {
  it("takes tags, Regions and names from the installed SDK", () => {
    const role = knowledgeOf(sdk, "aws:iam/role:Role");
    const route = knowledgeOf(sdk, "aws:ec2/route:Route");
    assert.deepEqual([isTagged(role), isRegional(role)], [true, false]);
    assert.deepEqual([isTagged(route), isRegional(route)], [false, true]);
    assert.equal(autonameOf("aws:ec2/route:Route", route), undefined);
  });

  it("names by the type's own rule before the general one", () => {
    const maxLength = (type: string): number | undefined =>
      autonameOf(type, knowledgeOf(sdk, type))?.maxLength;
    assert.equal(maxLength("aws:iam/role:Role"), 64);
    assert.equal(maxLength("aws:lb/loadBalancer:LoadBalancer"), 32);
    assert.equal(maxLength("aws:iam/policy:Policy"), 255);
    assert.equal(maxLength("aws:route53/record:Record"), undefined);
    assert.equal(maxLength("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"), undefined);
  });
});
