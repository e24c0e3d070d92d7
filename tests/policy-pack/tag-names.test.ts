import * as assert from "node:assert/strict";

import { View } from "../../policy-pack/reading/view";
import { control as valuesAllowed } from "../../policy-pack/rules/tagging/tag-values-allowed";
import { type Outcome, outcomes } from "../../policy-pack/verdict/outcome";

describe("a value that has to be a name", () => {
  const judged = (equals: "stack" | "project", Environment: string): readonly Outcome["verdict"][] => {
    const type = "aws:ec2/vpc:Vpc";
    const tags = { Environment };
    const subject = { urn: `urn:pulumi:live::shop::${type}::v`, name: "v", type };
    const context = { parameters: {}, tagContract: { Environment: { equals } } };
    const props = new View({ tags, tagsAll: tags }, "");
    const judgement = valuesAllowed.resource?.({ ...subject, props }, context) ?? [];
    return outcomes(judgement).map(({ verdict }) => verdict);
  };

  it("is that of the stack or of the project, as the contract says", () => {
    assert.deepEqual(judged("stack", "live"), ["pass"]);
    assert.deepEqual(judged("project", "shop"), ["pass"]);
    assert.deepEqual(judged("stack", "shop"), ["fail"]);
  });
});
