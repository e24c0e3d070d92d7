import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { decidable, discover } from "../../policy-pack/registry/discover";
import { isAboutSecurity } from "../../policy-pack/registry/tags";
import { type Profile, profileParameters } from "../../policy-pack/settings/profiles";
import { mistakes } from "../../policy-pack/settings/schema-check";
import { type Configuration, Settings } from "../../policy-pack/settings/settings";
import type { LedgerLine } from "../../policy-pack/verdict/ledger";
import { compute } from "./fine-programs/compute";
import { storage } from "./fine-programs/storage";
import { aws, onTheWire, type Program, ref } from "./support/fixtures";
import type { Told } from "./support/pack-messages";
import { sharedPack } from "./support/pack-process";

const controls = decidable(discover());
const LEVELS = ["disabled", "advisory", "mandatory"];
const SEVERITIES = ["low", "medium", "high", "critical"];
const under = (profiles: readonly Profile[], rest: Configuration = {}): Settings =>
  new Settings({ "pack-settings": { properties: { profiles: [...profiles] } }, ...rest }, controls);

interface Judged {
  readonly lines: readonly LedgerLine[];
  readonly told: readonly Told[];
}

/** What the pack says of a program under profiles, with nothing else configured but what is given. */
async function judged(program: Program, profiles: readonly string[], own: object = {}): Promise<Judged> {
  const pack = await sharedPack();
  await pack.configure({
    "pack-settings": { level: "mandatory", properties: { profiles: [...profiles] } },
    ...own,
  });
  pack.verdicts();
  const resources = onTheWire(program);
  const told: Told[] = [];
  for (const resource of resources) told.push(...(await pack.analyze(resource)));
  told.push(...(await pack.analyzeStack(resources)));
  return { lines: pack.verdicts(), told };
}

/** The controls that stop a program, with how bad each is. */
const stops = ({ lines }: Judged): readonly string[] =>
  lines
    .filter(({ verdict, enforcement }) => verdict === "fail" && enforcement === "mandatory")
    .map(({ policy, severity }) => `${policy} ${severity}`)
    .sort();

const DECLARED = { Exposure: "Public" };
const balancer = (props: object = {}): Program => ({
  balancer: aws("lb/loadBalancer:LoadBalancer", {
    ...{ internal: false, dropInvalidHeaderFields: true, desyncMitigationMode: "strictest" },
    ...{ enableDeletionProtection: true, subnets: ["subnet-1", "subnet-2"] },
    accessLogs: { bucket: "logs", enabled: true },
    ...props,
  }),
});
const open = {
  blockPublicAcls: true,
  blockPublicPolicy: false,
  ignorePublicAcls: true,
  restrictPublicBuckets: false,
};
const everyone = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const website = (props: object = {}): Program => ({
  bucket: aws("s3/bucket:Bucket", { ...props }),
  block: aws("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { bucket: ref("bucket"), ...open }),
  policy: aws("s3/bucketPolicy:BucketPolicy", {
    bucket: ref("bucket"),
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [everyone] }),
  }),
});
const world = (port: number): Program => ({
  group: aws("ec2/securityGroup:SecurityGroup", {
    description: "The door",
    ingress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] }],
  }),
});

describe("profiles of what a workload is to the internet", () => {
  before("the pack is compiled and started", async function () {
    this.timeout(180_000);
    await sharedPack();
  });

  it("let a public load balancer be where nothing is said of the internet, and ask for its web ACL where it is meant to be public", async () => {
    const program = balancer({ tags: DECLARED });
    assert.deepEqual(stops(await judged(program, [])), []);
    assert.deepEqual(stops(await judged(program, ["public"])), ["load-balancer-web-acl high"]);
    assert.deepEqual(stops(await judged(program, ["private"])), ["load-balancer-public-declared high"]);
    assert.deepEqual(stops(await judged(balancer({ internal: true }), ["private"])), []);
  });

  it("want a public load balancer declared in a workload that faces the internet", async () => {
    const acl = { door: aws("wafv2/webAclAssociation:WebAclAssociation", { resourceArn: ref("balancer") }) };
    const undeclared = await judged({ ...balancer(), ...acl }, ["public"]);
    assert.deepEqual(stops(undeclared), ["load-balancer-public-declared medium"]);
  });

  it("let a bucket be public where a tag declares it in a public workload, and nowhere else", async () => {
    const both = ["bucket-policy-not-public high", "bucket-public-access-block high"];
    assert.deepEqual(stops(await judged(website({ tags: DECLARED }), ["public"])), []);
    assert.deepEqual(new Set(stops(await judged(website(), ["public"]))), new Set(both));
    assert.deepEqual(new Set(stops(await judged(website({ tags: DECLARED }), []))), new Set(both));
    const hidden = stops(await judged(website({ tags: DECLARED }), ["private"]));
    assert.deepEqual(new Set(hidden), new Set(both.map((each) => each.replace("high", "critical"))));
  });

  it("let port 443 be open to the world, and no port at all in a private workload", async () => {
    const ports = "security-group-world-ports-authorized";
    assert.deepEqual(stops(await judged(world(443), ["public"])), []);
    assert.deepEqual(stops(await judged(world(443), ["private"])), [`${ports} critical`]);
  });

  it("refuse in a private workload an API that the internet can call, and names in the public DNS", async () => {
    const api: Program = { api: aws("apigatewayv2/api:Api", { protocolType: "HTTP" }) };
    assert.deepEqual(stops(await judged(api, [])), []);
    assert.deepEqual(stops(await judged(api, ["private"])), ["api-endpoint-type high"]);
    const name: Program = {
      zone: aws("route53/zone:Zone", { name: "example.com" }),
      record: aws("route53/record:Record", { type: "A", zoneId: ref("zone"), records: ["10.0.0.1"] }),
    };
    assert.deepEqual(stops(await judged(name, [])), []);
    assert.deepEqual(stops(await judged(name, ["private"])), ["public-dns-names-no-server medium"]);
  });

  it("stop nothing that is fine, whichever of them it is judged by", async () => {
    const hidden = [
      "a private bucket with its satellites",
      "a service with a container that logs, and secrets by reference",
    ];
    for (const title of hidden)
      for (const profile of ["public", "private"]) {
        const program = { ...storage, ...compute }[title];
        assert.ok(program, title);
        assert.deepEqual(stops(await judged(program, ["production", profile])), [], `${title} ${profile}`);
      }
  });

  it("tell the engine of the level and of the severity that they make", async () => {
    const { told } = await judged(balancer({ tags: DECLARED }), ["public"]);
    const of = told.find(({ policy }) => policy === "load-balancer-web-acl");
    assert.deepEqual([of?.level, of?.severity], ["mandatory", 3]);
  });

  it("yield to what is configured for a control: its level, its severity, its parameters", async () => {
    const program = { ...balancer({ tags: DECLARED }), ...world(443) };
    const own = {
      "load-balancer-public-declared": {
        level: "advisory",
        properties: { level: "advisory", severity: "low" },
      },
      "security-group-world-ports-authorized": { level: "mandatory", properties: { tcpPorts: [80, 443] } },
    };
    const { lines, told } = await judged(program, ["private"], own);
    assert.deepEqual(stops({ lines, told }), []);
    const declared = lines.find(({ policy }) => policy === "load-balancer-public-declared");
    assert.deepEqual(
      [declared?.verdict, declared?.enforcement, declared?.severity],
      ["fail", "advisory", "low"],
    );
  });
});

describe("profiles together", () => {
  const [rigours, exposures] = [
    ["production", "development", "strict"] as const,
    ["public", "private"] as const,
  ];

  it("come to the same in either order", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...controls),
        fc.constantFrom(...rigours),
        fc.constantFrom(...exposures),
        (control, rigour, exposure) => {
          const [one, other] = [under([rigour, exposure]), under([exposure, rigour])];
          for (const of of [
            (settings: Settings) => settings.level(control),
            (settings: Settings) => settings.severity(control),
            (settings: Settings) => settings.parameters(control),
            (settings: Settings) => settings.undetermined(control),
          ])
            assert.deepEqual(of(one), of(other), control.name);
        },
      ),
    );
  });

  it("never ask less of a workload by what it is to the internet", () => {
    for (const control of controls)
      for (const rigour of rigours)
        for (const exposure of exposures) {
          const [alone, together] = [under([rigour]), under([rigour, exposure])];
          const levels = [alone, together].map((settings) => LEVELS.indexOf(settings.level(control)));
          const severities = [alone, together].map((settings) =>
            SEVERITIES.indexOf(settings.severity(control)),
          );
          for (const [before = 0, after = 0] of [levels, severities])
            assert.ok(after >= before, `${control.name} under ${rigour}, ${exposure}`);
        }
  });

  it("are production where none is named", () => {
    for (const control of controls) {
      assert.equal(under([]).level(control), under(["production"]).level(control));
      assert.deepEqual(under([]).parameters(control), under(["production"]).parameters(control));
    }
  });

  it("raise what is off for the engine, so that it calls the control all the same", () => {
    const off = { "public-dns-names-no-server": { enforcementLevel: "disabled" as const, properties: {} } };
    assert.ok(under(["private"], off).raised.includes("public-dns-names-no-server"));
    const never = { "public-dns-names-no-server": { properties: { level: "disabled" } } };
    assert.ok(!under(["private"], never).raised.includes("public-dns-names-no-server"));
  });
});

describe("what controls say of profiles", () => {
  const adjusted = controls.flatMap((control) =>
    Object.entries(control.profiles).map(([profile, asked]) => ({ control, profile, asked })),
  );

  it("is about security or grave, and changes something", () => {
    assert.ok(adjusted.length > 30);
    for (const { control, profile, asked } of adjusted) {
      const { severity = control.severity, enforcement = control.enforcement, parameters = {} } = asked;
      assert.ok(isAboutSecurity(control.references) || severity === "high", control.name);
      const isChange =
        severity !== control.severity ||
        enforcement !== control.enforcement ||
        Object.keys(parameters).length > 0;
      assert.ok(isChange, `${control.name} is under ${profile} what it is anyway`);
    }
  });

  it("gives values that the schemas of the parameters take, and that are not the defaults", () => {
    for (const { control, asked } of adjusted)
      for (const [name, value] of Object.entries(asked.parameters ?? {})) {
        const schema = control.parameters[name];
        assert.ok(schema, `${control.name} has no parameter ${name}`);
        assert.deepEqual(mistakes(value, schema, name), []);
        assert.notDeepEqual(value, schema.default, `${control.name} ${name}`);
      }
  });
});

describe("mistakes in the names of profiles", () => {
  const told = (profiles: unknown) =>
    new Settings({ "pack-settings": { properties: { profiles } } }, controls).mistakes;

  it("say where, what was given, what is allowed and what was most likely meant", () => {
    const allowed = profileParameters.profiles.items.enum.map((name) => `"${name}"`).join(", ");
    assert.deepEqual(told(["pulbic"]), [
      `pack-settings.profiles[0] must be one of ${allowed}, not "pulbic"; nearest: public`,
    ]);
    assert.deepEqual(told(["production", 7]), [
      "pack-settings.profiles[1] must be string, not number 7",
      `pack-settings.profiles[1] must be one of ${allowed}, not 7`,
    ]);
    assert.deepEqual(told("public"), ['pack-settings.profiles must be array, not string "public"']);
  });

  it("refuse two of a kind", () => {
    assert.deepEqual(told(["public", "strict", "private"]), [
      'pack-settings.profiles[2] is "private" beside "public"; allowed: one of public, private',
    ]);
    assert.deepEqual(told(["strict", "strict"]), [
      'pack-settings.profiles[1] is "strict" beside "strict"; allowed: one of production, development, strict',
    ]);
  });

  it("say where a setting has another name", () => {
    const { mistakes: found } = new Settings(
      { "pack-settings": { properties: { profile: "strict" } } },
      controls,
    );
    assert.match(found.join(), /^pack-settings\.profile is not known; known: .*; nearest: profiles$/);
  });
});
