import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import * as assert from "node:assert/strict";
import { aliasUrn, wellFormed } from "../../../preview/engine/aliases";

const SCOPE = { stack: "dev", project: "shop" };
const PARENT = "urn:pulumi:dev::shop::a:b:C::c";
const SUBJECT = { type: "aws:sqs/queue:Queue", name: "orders", parent: PARENT };

function spec(change: (spec: Alias.Spec) => Alias.Spec): Alias {
  return new Alias().setSpec(change(new Alias.Spec()));
}

describe("aliases", () => {
  it("may be whole URNs", () => {
    assert.equal(aliasUrn(SCOPE, SUBJECT, new Alias().setUrn("urn:x")), "urn:x");
  });

  it("take what they leave out from the resource", () => {
    const alias = spec((given) => given.setName("old"));
    assert.equal(aliasUrn(SCOPE, SUBJECT, alias), "urn:pulumi:dev::shop::a:b:C$aws:sqs/queue:Queue::old");
  });

  it("can say that there was no parent, or another project", () => {
    const alias = spec((given) => given.setNoparent(true).setProject("store"));
    assert.equal(aliasUrn(SCOPE, SUBJECT, alias), "urn:pulumi:dev::store::aws:sqs/queue:Queue::orders");
  });

  it("of older SDKs are read as they were meant", () => {
    const none = wellFormed(spec((given) => given.setParenturn("")));
    assert.equal(none.getSpec()?.getNoparent(), true);
    const same = wellFormed(spec((given) => given.setNoparent(true)));
    assert.equal(same.getSpec()?.hasNoparent(), false);
    const other = wellFormed(spec((given) => given.setParenturn(PARENT)));
    assert.equal(other.getSpec()?.getParenturn(), PARENT);
  });
});
