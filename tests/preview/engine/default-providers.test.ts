import * as assert from "node:assert/strict";
import { defaultProviderName, DefaultProviders } from "../../../preview/engine/default-providers";
import { joinConfiguration } from "../../../preview/project/configuration";
import { secret, type WireObject } from "../../../simulator/wire";

const AWS = { package: "aws", version: "7.48.0", pluginDownloadUrl: "" };
const POSITION = { file: "Pulumi.dev.yaml", line: 1 };

function providersWith(values: Readonly<Record<string, string>>): {
  providers: DefaultProviders;
  registered: { type: string; name: string; inputs: WireObject }[];
} {
  const entries = Object.entries(values).map(([key, value]) => ({
    key,
    value: value.startsWith("secure:") ? { secure: value } : value,
    position: POSITION,
  }));
  const { configuration } = joinConfiguration("shop", [], entries);
  const registered: { type: string; name: string; inputs: WireObject }[] = [];
  const providers = new DefaultProviders(configuration, (type, name, inputs) => {
    registered.push({ type, name, inputs });
    return Promise.resolve(`urn:${name}::id`);
  });
  return { providers, registered };
}

describe("default providers", () => {
  it("are named by their version as the engine names them", () => {
    assert.equal(defaultProviderName(AWS), "default_7_48_0");
    assert.equal(defaultProviderName({ ...AWS, version: "" }), "default");
    assert.equal(defaultProviderName({ ...AWS, version: "1.0.0-rc.1" }), "default_1_0_0_rc_1");
  });

  it("are registered once for each version, with the package's configuration", async () => {
    const { providers, registered } = providersWith({
      "aws:region": "eu-west-1",
      "aws:token": "secure:x",
      "shop:region": "other",
    });
    const [first, second] = await Promise.all([
      providers.reference(AWS, "aws:sqs/queue:Queue"),
      providers.reference(AWS, "aws:sns/topic:Topic"),
    ]);
    assert.equal(first, second);
    await providers.reference({ ...AWS, version: "7.43.0" }, "aws:ec2/vpc:Vpc");
    assert.deepEqual(
      registered.map(({ name }) => name),
      ["default_7_48_0", "default_7_43_0"],
    );
    assert.deepEqual(registered[0]?.inputs, {
      region: "eu-west-1",
      token: secret("[secret]"),
      version: "7.48.0",
    });
  });

  it("are refused where the stack disables them", async () => {
    const { providers, registered } = providersWith({ "pulumi:disable-default-providers": '["aws"]' });
    await assert.rejects(
      providers.reference(AWS, "aws:sqs/queue:Queue"),
      /aws is disabled; aws:sqs\/queue:Queue must/,
    );
    await providers.reference({ ...AWS, package: "random" }, "random:x:Y");
    assert.equal(registered.length, 1);
  });
});
