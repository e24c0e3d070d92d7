import * as assert from "node:assert/strict";

import { spotOf } from "../../policy-pack/report";
import { aws, judge, onTheWire, type Program, ref, UNKNOWN, urnOf } from "./support/fixtures";
import type { Told } from "./support/pack-messages";
import { sharedPack } from "./support/pack-process";

const open = { subnet: aws("ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }) };
const plain = { group: aws("cloudwatch/logGroup:LogGroup") };
const computed = { subnet: aws("ec2/subnet:Subnet", { mapPublicIpOnLaunch: UNKNOWN }) };
const CONTROL = "subnet-no-public-ip";
const anywhere = {
  control: "VPC-05",
  reason: "public by design",
  owner: "network",
  expires: "2999-12-31",
};
const exemption = { ...anywhere, urn: "*::subnet" };

async function tell(program: Program, pack: object, level = "mandatory"): Promise<readonly Told[]> {
  const process = await sharedPack();
  await process.configure({
    "pack-settings": { level: "mandatory", properties: { ...pack } },
    [CONTROL]: { level },
  });
  const resources = onTheWire(program);
  const told = [];
  for (const resource of resources) told.push(...(await process.analyze(resource)));
  return [...told, ...(await process.analyzeStack(resources))];
}

const ofPack = (told: readonly Told[]): readonly (readonly [string, string])[] =>
  told.filter(({ policy }) => policy === "pack-settings").map(({ level, message }) => [level, message]);

describe("a run over a stack", () => {
  before("the pack is compiled and started", async function () {
    this.timeout(180_000);
    await sharedPack();
  });

  it("names the resource in which a place is, where it is not the one that is judged", async () => {
    const half = (cidrIpv4: string) =>
      aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
        ...{ securityGroupId: ref("group"), ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4 },
      });
    const program: Program = {
      group: aws("ec2/securityGroup:SecurityGroup"),
      lower: half("0.0.0.0/1"),
      upper: half("128.0.0.0/1"),
    };
    const { told, lines } = await judge("security-group-no-world-ssh", program);
    const failed = lines.find(({ verdict }) => verdict === "fail");
    assert.deepEqual(
      [failed?.urn, failed?.path, failed?.holder],
      [urnOf(program, "group"), "cidrIpv4", urnOf(program, "lower")],
    );
    assert.ok(told[0]?.message.includes(` cidrIpv4 of ${urnOf(program, "lower")}: `), told[0]?.message);
    assert.ok(failed && spotOf(failed).endsWith(" lower"));
  });

  it("says nothing of the holder where the judged resource holds the place", async () => {
    const { lines } = await judge(CONTROL, open);
    assert.deepEqual(
      lines.map(({ path, holder }) => [path, holder]),
      [["mapPublicIpOnLaunch", undefined]],
    );
  });

  it("tells an exempted violation as advisory, with who answers for it and until when", async () => {
    const { told, lines } = await judge(CONTROL, open, { pack: { exemptions: [exemption] } });
    assert.deepEqual(
      told.map(({ level }) => level),
      ["advisory"],
    );
    assert.match(
      told[0]?.message ?? "",
      /^exempted until 2999-12-31 by network \(public by design\): VPC-05 /,
    );
    assert.deepEqual(
      lines.map(({ verdict, enforcement }) => [verdict, enforcement]),
      [["fail", "advisory"]],
    );
    assert.deepEqual(lines[0]?.exemption, {
      reason: "public by design",
      owner: "network",
      expires: "2999-12-31",
    });
  });

  it("stops again when the exemption has expired, and says so", async () => {
    const expired = { exemptions: [{ ...exemption, expires: "2020-01-31" }] };
    const { told } = await judge(CONTROL, open, { pack: expired });
    assert.deepEqual(
      told.map(({ level }) => level),
      ["mandatory"],
    );
    assert.match(told[0]?.message ?? "", /The exemption for this expired on 2020-01-31\./);
    const [line] = ofPack(await tell(open, expired));
    assert.deepEqual(line, [
      "advisory",
      "The exemption from VPC-05 (network) expired on 2020-01-31 and no longer holds.",
    ]);
  });

  it("exempts what is inside of a component, has a tag or is of a stack, and shows what is done instead", async () => {
    const inside: Program = {
      edge: { type: "shop:index:Edge", props: {} },
      subnet: aws(
        "ec2/subnet:Subnet",
        { mapPublicIpOnLaunch: true, tags: { Team: "network" } },
        { parent: "edge" },
      ),
    };
    for (const scope of [
      { parent: "*shop:index:Edge::edge" },
      { tag: { key: "Team", value: "network" } },
      { environment: "test" },
    ]) {
      const record = { ...anywhere, ...scope, compensation: "a firewall", ticket: "NET-1" };
      const { lines, told } = await judge(CONTROL, inside, { pack: { exemptions: [record] } });
      assert.deepEqual(
        lines.map((line) => line.exemption?.compensation),
        ["a firewall"],
      );
      assert.match(told[0]?.message ?? "", /\(public by design; instead: a firewall\)/);
    }
    const elsewhere = { exemptions: [{ ...anywhere, parent: "*shop:index:Core::*" }] };
    assert.equal((await judge(CONTROL, inside, { pack: elsewhere })).lines[0]?.exemption, undefined);
  });

  it("runs a control that its profile turns on", async () => {
    const bucket = { bucket: aws("s3/bucket:Bucket") };
    const off = { level: "disabled", properties: { owned: true } };
    assert.deepEqual((await judge("bucket-backup", bucket, off)).lines, []);
    const { lines } = await judge("bucket-backup", bucket, { ...off, pack: { profiles: ["strict"] } });
    assert.deepEqual(
      lines.map(({ verdict, enforcement }) => [verdict, enforcement]),
      [["fail", "advisory"]],
    );
  });

  it("reports an exemption that covers nothing, in every run anew", async () => {
    const unused = ["advisory", "The exemption from VPC-05 (network) covers nothing."];
    assert.deepEqual(ofPack(await tell(open, { exemptions: [exemption] })), []);
    assert.deepEqual(ofPack(await tell({}, { exemptions: [exemption] })), [unused]);
  });

  it("says nothing of an exemption that is for other stacks, whether it holds or not", async () => {
    const { urn, ...anyUrn } = exemption;
    for (const scope of [
      { urn, environment: ["live", "prod-*"] },
      { urn: "urn:pulumi:live::*" },
      { urn, parent: "urn:pulumi:live::shop::shop:Edge::*" },
    ]) {
      const records = ["2999-12-31", "2020-01-31"].map((expires) => ({ ...anyUrn, ...scope, expires }));
      assert.deepEqual(ofPack(await tell(plain, { exemptions: records })), []);
    }
    const here = { ...exemption, environment: ["live", "te*"] };
    assert.equal(ofPack(await tell(plain, { exemptions: [here] })).length, 1);
  });

  it("keeps in the ledger what it says of exemptions and settings, and that all is well", async () => {
    const lines = async (pack: object): Promise<readonly unknown[]> =>
      (await judge("pack-settings", {}, { pack: { ...pack } })).lines.map(
        ({ verdict, enforcement, finding }) => [verdict, enforcement, finding],
      );
    assert.deepEqual(await lines({ exemptions: [exemption] }), [
      ["fail", "advisory", `unused VPC-05 network ${exemption.urn} 2999-12-31`],
    ]);
    assert.deepEqual(await lines({}), [["pass", "mandatory", undefined]]);
  });

  it("tells once what a control finds on two ways", async () => {
    const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    const attachment = aws("iam/rolePolicyAttachment:RolePolicyAttachment", { role: "reader", policyArn });
    const { lines } = await judge("iam-no-full-iam-access", { attachment });
    const seen = lines.map((line) => JSON.stringify(line));
    assert.ok(seen.length > 0);
    assert.deepEqual(seen, [...new Set(seen)]);
  });

  it("tells which resource an undecided verdict waits for", async () => {
    const program = {
      plan: aws("ssm/parameter:Parameter"),
      subnet: aws("ec2/subnet:Subnet", { mapPublicIpOnLaunch: ref("plan") }),
    };
    const { lines } = await judge(CONTROL, program);
    assert.deepEqual(
      lines.map(({ verdict, waitsFor }) => [verdict, waitsFor]),
      [["undetermined", urnOf(program, "plan")]],
    );
  });

  it("sums up in one line what could not be decided", async () => {
    const [line, ...rest] = ofPack(await tell(computed, {}));
    assert.deepEqual(rest, []);
    assert.equal(line?.[0], "advisory");
    assert.match(line[1], /^undetermined: 1 verdicts on 1 resources wait for .*\(VPC-05\)\.$/);
  });

  for (const [undetermined, level] of [
    ["report", undefined],
    ["warn", "advisory"],
    ["fail", "mandatory"],
  ] as const) {
    it(`treats an undecided verdict by ${undetermined} as it is told to`, async () => {
      const { told, lines } = await judge(CONTROL, computed, { properties: { undetermined } });
      assert.deepEqual(
        told.map((each) => each.level),
        level === undefined ? [] : [level],
      );
      assert.ok(
        told.every(({ message }) => message.startsWith("undetermined: VPC-05 mapPublicIpOnLaunch: ")),
      );
      assert.deepEqual(
        lines.map(({ verdict, undetermined: treatment }) => [verdict, treatment]),
        [["undetermined", undetermined]],
      );
    });
  }

  it("says nothing of a control that is disabled, for a resource or the stack", async () => {
    assert.equal((await judge(CONTROL, open, { level: "disabled" })).verdict, "nothing");
    assert.equal(
      (await judge("vpc-flow-log", { vpc: aws("ec2/vpc:Vpc") }, { level: "disabled" })).verdict,
      "nothing",
    );
  });

  it("tells a stack control under its own name, level and resource", async () => {
    const program = { vpc: aws("ec2/vpc:Vpc") };
    const { told } = await judge("vpc-flow-log", program, { level: "advisory" });
    assert.deepEqual(
      told.map(({ policy, level, urn }) => [policy, level, urn]),
      [["vpc-flow-log", "advisory", urnOf(program, "vpc")]],
    );
  });

  it("stops at a mistake in its configuration", async () => {
    const [line] = ofPack(await tell({}, { undetermined: "ask" }));
    assert.deepEqual(line, [
      "mandatory",
      'configuration: pack-settings.undetermined must be one of "report", "warn", "fail", not "ask".',
    ]);
  });

  it("is not blinded by the level of its own policy, and says so", async () => {
    const process = await sharedPack();
    await process.configure({ "pack-settings": { level: "disabled" } });
    const told = await process.analyzeStack(onTheWire({ vpc: aws("ec2/vpc:Vpc") }));
    assert.ok(told.some(({ policy }) => policy === "vpc-default-security-group-closed"));
    assert.match(
      ofPack(told)[0]?.[1] ?? "",
      /^configuration: pack-settings judges other controls and cannot be disabled/,
    );
  });

  it("says nothing at all where every policy is disabled", async () => {
    const process = await sharedPack();
    const all = (await process.info()).getPoliciesList().map((policy) => policy.getName());
    await process.configure(Object.fromEntries(all.map((name) => [name, { level: "disabled" }])));
    assert.deepEqual(await process.analyzeStack(onTheWire({ vpc: aws("ec2/vpc:Vpc") })), []);
  });

  it("never lets the SDK's own note about unknown values appear", async () => {
    const process = await sharedPack();
    await process.configure({});
    const everything = onTheWire({
      group: aws("ec2/securityGroup:SecurityGroup", {
        ingress: UNKNOWN,
        egress: [UNKNOWN],
        tags: UNKNOWN,
        description: UNKNOWN,
      }),
      acl: aws("ec2/networkAcl:NetworkAcl", { ingress: UNKNOWN, subnetIds: UNKNOWN }),
      endpoint: aws("ec2/vpcEndpoint:VpcEndpoint", {
        policy: UNKNOWN,
        serviceName: UNKNOWN,
        vpcId: UNKNOWN,
        subnetIds: UNKNOWN,
      }),
      firewall: aws("networkfirewall/firewall:Firewall", {
        subnetMappings: UNKNOWN,
        deleteProtection: UNKNOWN,
      }),
      vpc: aws("ec2/vpc:Vpc", { cidrBlock: UNKNOWN, tagsAll: UNKNOWN }),
    });
    const told = [];
    for (const resource of everything) told.push(...(await process.analyze(resource)));
    told.push(...(await process.analyzeStack(everything)));
    assert.ok(told.length > 0);
    assert.deepEqual(
      told.filter(({ message }) => message.includes("can't run policy")),
      [],
    );
  });

  it("joins by dependencies while ids are unknown, and by ids where two candidates are left", async () => {
    const vpcs = {
      one: aws("ec2/vpc:Vpc", {}, { outputs: { id: "vpc-1" } }),
      two: aws("ec2/vpc:Vpc", {}, { outputs: { id: "vpc-2" } }),
    };
    const log = aws("ec2/flowLog:FlowLog", { vpcId: "vpc-2", trafficType: "ALL" });
    const { lines } = await judge("vpc-flow-log", { ...vpcs, log });
    assert.deepEqual(
      lines.map(({ verdict }) => verdict),
      ["fail", "pass"],
    );
    const unknown = await judge("vpc-flow-log", {
      one: aws("ec2/vpc:Vpc"),
      two: aws("ec2/vpc:Vpc"),
      log: aws("ec2/flowLog:FlowLog", { vpcId: ref("two") }),
    });
    assert.deepEqual(
      unknown.lines.map(({ verdict }) => verdict),
      ["fail", "pass"],
    );
  });
});
