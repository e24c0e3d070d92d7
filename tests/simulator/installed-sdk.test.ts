import * as assert from "node:assert/strict";
import * as os from "node:os";
import { InstalledSdk, parseDeclaration } from "../../simulator/installed-sdk";

const DECLARATION = `
export declare class Thing extends pulumi.CustomResource {
    /** readonly hidden: pulumi.Output<string>; */
    readonly arn: pulumi.Output<string>;
    readonly size: pulumi.Output<number | undefined>;
    readonly zones: pulumi.Output<string[]>;
    readonly tagsAll: pulumi.Output<{
        [key: string]: string;
    }>;
    constructor(name: string, args: ThingArgs);
}
export interface ThingArgs {
    /** Size. */
    size?: pulumi.Input<number | undefined>;
    vpcId: pulumi.Input<string>;
}
`;

describe("simulator/installed-sdk", () => {
  it("reads inputs, required inputs and assigned attributes out of a declaration", () => {
    const facts = parseDeclaration(DECLARATION);
    assert.ok(facts !== undefined);
    assert.deepEqual([...facts.inputs], ["size", "vpcId"]);
    assert.deepEqual(facts.required, ["vpcId"]);
    assert.deepEqual(
      [...facts.assigned],
      [
        ["arn", "string"],
        ["zones", "list"],
        ["tagsAll", "map"],
      ],
    );
  });

  it("finds a type's file in the installed package, even where upper and lower case differ", () => {
    const sdk = new InstalledSdk(process.cwd());
    assert.ok(sdk.facts("aws:ec2/vpc:Vpc")?.assigned.has("mainRouteTableId"));
    assert.ok(sdk.facts("aws:guardduty/iPSet:IPSet"));
    assert.ok(sdk.facts("aws:index/region:Region") === undefined);
  });

  it("knows nothing of a type that is not there, or that leads out of the package", () => {
    const sdk = new InstalledSdk(os.tmpdir());
    assert.equal(sdk.facts("aws:none/none:None"), undefined);
    assert.equal(sdk.facts("aws:../../x/y:Y"), undefined);
    assert.equal(sdk.facts("nonsense"), undefined);
  });
});
