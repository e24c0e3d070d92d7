import * as assert from "node:assert/strict";

import { decidable, discover } from "../../policy-pack/registry/discover";
import {
  covers,
  type Exemption,
  expiresSoon,
  isExpired,
  type Violation,
} from "../../policy-pack/settings/exemptions";
import { mistakes } from "../../policy-pack/settings/schema-check";
import { type Configuration, Settings } from "../../policy-pack/settings/settings";
import { requiredKeys } from "../../policy-pack/settings/tag-contract";

const controls = decidable(discover());
const named = (name: string) => {
  const control = controls.find((candidate) => candidate.name === name);
  assert.ok(control);
  return control;
};
const settings = (configuration: Configuration): Settings => new Settings(configuration, controls);
const violation: Violation = {
  id: "VPC-05",
  name: "subnet-no-public-ip",
  urn: "urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::subnet",
  type: "aws:ec2/subnet:Subnet",
  parents: ["urn:pulumi:dev::shop::shop:Edge::edge", "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"],
  tags: new Map([["Team", "network"]]),
};
const anywhere: Exemption = {
  control: "VPC-05",
  reason: "a test of it",
  owner: "me",
  expires: "2030-01-31",
};
const exemption: Exemption = { ...anywhere, urn: "*::subnet" };

describe("settings", () => {
  const wide = named("security-group-no-wide-public-range");
  const ssh = named("security-group-no-world-ssh");

  it("are the defaults of the controls where nothing is configured", () => {
    const none = settings({});
    assert.deepEqual(none.mistakes, []);
    assert.equal(none.level(ssh), "mandatory");
    assert.deepEqual(none.parameters(wide), { allowedRanges: [], widestIpv4: 24, widestIpv6: 48 });
  });

  it("warn where a mandatory control cannot decide, and report where an advisory one cannot", () => {
    assert.equal(settings({}).undetermined(ssh), "warn");
    assert.equal(settings({}).undetermined(wide), "report");
    assert.equal(
      settings({ "pack-settings": { properties: { undetermined: "fail" } } }).undetermined(wide),
      "fail",
    );
    const own = { properties: { undetermined: "report" } };
    assert.equal(
      settings({ "pack-settings": { properties: { undetermined: "fail" } }, [ssh.name]: own }).undetermined(
        ssh,
      ),
      "report",
    );
  });

  it("take remediate for mandatory", () => {
    assert.equal(
      settings({ [wide.name]: { enforcementLevel: "remediate", properties: {} } }).level(wide),
      "mandatory",
    );
  });

  it("tell every mistake at once, and fall back to the default for what is mistaken", () => {
    const wrong = settings({
      [wide.name]: { properties: { widestIpv4: 64, allowedRanges: ["10.0.0.0/8"], wide: true } },
      "pack-settings": { properties: { exemptions: [{ control: "VPC-05" }], undetermined: "ask" } },
      "subnet-no-publik-ip": { properties: {} },
    });
    assert.deepEqual(wrong.parameters(wide), {
      allowedRanges: ["10.0.0.0/8"],
      widestIpv4: 24,
      widestIpv6: 48,
    });
    assert.deepEqual(wrong.exemptions, []);
    assert.deepEqual(wrong.mistakes, [
      "pack-settings.exemptions[0].reason is required",
      "pack-settings.exemptions[0].owner is required",
      "pack-settings.exemptions[0].expires is required",
      'pack-settings.undetermined must be one of "report", "warn", "fail", not "ask"',
      `${wide.name}.widestIpv4 must be between 1 and 32, not 64`,
      `${wide.name}.wide is not known; known: allowedRanges, widestIpv4, widestIpv6, level, severity, undetermined`,
      "subnet-no-publik-ip is no control of this pack; nearest: subnet-no-public-ip",
    ]);
  });

  it("check what their schemas say of texts, lists and types", () => {
    const schema = {
      type: "array" as const,
      minItems: 1,
      items: { type: "string" as const, pattern: "^a", minLength: 2 },
    };
    assert.deepEqual(mistakes(["ab"], schema, "x"), []);
    assert.deepEqual(mistakes([], schema, "x"), ["x must have at least 1 elements"]);
    assert.deepEqual(mistakes(["b", 1], schema, "x"), [
      'x[0] must have at least 2 characters, not "b"',
      'x[0] must match ^a, not "b"',
      "x[1] must be string, not number 1",
    ]);
    assert.deepEqual(mistakes("(", { type: "string", format: "regex" }, "x"), [
      'x must be a regular expression, not "("',
    ]);
    assert.deepEqual(mistakes(1.5, { type: "integer" }, "x"), ["x must be integer, not number 1.5"]);
    const long = mistakes("x".repeat(200), { enum: ["a"] }, "x").join();
    assert.ok(long.length < 120 && long.endsWith("…"), long);
  });

  it("let an exemption cover what it names, and nothing without a scope", () => {
    assert.equal(covers(exemption, violation), true);
    assert.equal(covers({ ...exemption, control: "subnet-no-public-ip" }, violation), true);
    assert.equal(covers({ ...exemption, control: "VPC-06" }, violation), false);
    assert.equal(covers({ ...exemption, urn: "*::sub.et" }, violation), false);
    assert.equal(covers({ ...exemption, type: "aws:ec2/vpc:*" }, violation), false);
    assert.equal(covers({ ...exemption, finding: "22" }, violation), false);
    assert.equal(covers({ ...exemption, finding: "22" }, { ...violation, finding: "22" }), true);
    assert.equal(
      covers({ control: "VPC-05", reason: "a test of it", owner: "me", expires: "2030-01-31" }, violation),
      false,
    );
  });

  it("let an exemption cover what is inside of a component, has a tag, or is of an environment", () => {
    const holds = (scope: Partial<Exemption>) => covers({ ...anywhere, ...scope }, violation);
    assert.ok(holds({ parent: "*shop:Edge::edge" }) && !holds({ parent: "*shop:Core::*" }));
    assert.ok(holds({ tag: { key: "Team" } }) && holds({ tag: { key: "Team", value: "net*" } }));
    assert.ok(!holds({ tag: { key: "Team", value: "data" } }) && !holds({ tag: { key: "Owner" } }));
    assert.ok(holds({ environment: "dev" }) && !holds({ environment: "prod*" }));
    assert.ok(!holds({ environment: "dev", tag: { key: "Owner" } }), "all that is given must fit");
  });

  it("say that an exemption ends within two weeks", () => {
    const ends = (today: string) => expiresSoon(exemption, today);
    assert.deepEqual(["2030-01-17", "2030-01-18", "2030-01-31", "2030-02-01"].map(ends), [
      false,
      true,
      true,
      false,
    ]);
  });

  it("let a profile decide where a control has its own level", () => {
    const [zones, retention] = ["rds-instance-multi-az", "log-group-retention"].map(named);
    const backup = named("bucket-backup");
    assert.ok(zones && retention);
    const of = (profile: string, rest: Configuration = {}) =>
      settings({ "pack-settings": { properties: { profiles: [profile] } }, ...rest });
    assert.deepEqual(
      [zones, retention, ssh, backup].map((control) => of("development").level(control)),
      ["disabled", "advisory", "mandatory", "disabled"],
    );
    assert.deepEqual(
      [zones, retention, ssh, backup].map((control) => of("strict").level(control)),
      ["mandatory", "mandatory", "mandatory", "advisory"],
    );
    assert.deepEqual(
      [zones, retention, ssh, backup].map((control) => of("production").level(control)),
      ["advisory", "advisory", "mandatory", "disabled"],
    );
    const own = { [zones.name]: { enforcementLevel: "mandatory" as const, properties: {} } };
    assert.equal(of("development", own).level(zones), "mandatory");
    assert.deepEqual(
      ["development", "production", "strict"].map((profile) => of(profile).undetermined(ssh)),
      ["report", "warn", "fail"],
    );
    assert.ok(of("strict").raised.includes(backup.name));
  });

  it("keep the controls of a framework only", () => {
    const only = settings({ "pack-settings": { properties: { frameworks: ["cis"] } } });
    const on = controls.filter((control) => only.level(control) !== "disabled");
    assert.ok(on.length > 30 && on.every(({ references }) => (references.cis3 ?? []).length > 0));
    const both = settings({ "pack-settings": { properties: { frameworks: ["cis", "fsbp"] } } });
    assert.ok(controls.filter((control) => both.level(control) !== "disabled").length > on.length);
    assert.equal(settings({ "pack-settings": { properties: { frameworks: ["iso"] } } }).mistakes.length, 1);
  });

  it("let an exemption hold on its last day, and not after", () => {
    assert.deepEqual(
      ["2030-01-31", "2030-02-01"].map((today) => isExpired(exemption, today)),
      [false, true],
    );
  });

  it("ask for the keys of a contract of every type, or of the types that it names", () => {
    const contract = {
      Owner: { required: true },
      Note: {},
      DataClass: { required: true, types: ["aws:s3/bucket:Bucket"] },
    };
    assert.deepEqual(requiredKeys(contract), ["Owner"]);
    assert.deepEqual(requiredKeys(contract, "aws:s3/bucket:Bucket"), ["DataClass"]);
    assert.deepEqual(requiredKeys(contract, "aws:ec2/vpc:Vpc"), []);
  });
});
