import * as assert from "node:assert/strict";
import { join } from "node:path";
import { changedNothing, type EngineRun } from "../../sandbox/session/engine-run";
import type { Settings } from "../../sandbox/project-files";
import type { Sandbox } from "../../sandbox/session/sandbox";
import { countResources } from "../../sandbox/tour/drift";
import { driftResource, FileStore, SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { text } from "../simulator/text";
import { ProjectCopy } from "../stacks/own-business/project-copy";
import { openSandbox, requirePulumiCli, sandboxOfSuite, temporaryFolder } from "./pulumi-cli";

const DETECTOR = "12abc34d567e8fa901bc2d34e56789f0";
const SESSIONS = "SSM-SessionManagerRunShell";
const ANALYZER = "ConsoleAnalyzer-12ab34cd";
const MONITOR = "arn:aws:ce::111122223333:anomalymonitor/60e0a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b";

interface Found {
  readonly type: string;
  readonly id: string;
  readonly attributes: WireObject;
}

/** What somebody has switched on by hand in a Region, long before there was a stack. */
function madeByHand(region: string, detectorId: string): readonly Found[] {
  const found = (type: string, id: string, attributes: WireObject): Found => ({
    type,
    id,
    attributes: { region, ...attributes },
  });
  return [
    found("aws:cfg/recorder:Recorder", "default", {
      name: "default",
      roleArn: "arn:aws:iam::111122223333:role/by-hand",
      recordingGroup: { allSupported: false, resourceTypes: ["AWS::EC2::Instance"] },
    }),
    found("aws:cfg/deliveryChannel:DeliveryChannel", "default", { name: "default", s3BucketName: "by-hand" }),
    found("aws:guardduty/detector:Detector", detectorId, {
      enable: true,
      findingPublishingFrequency: "SIX_HOURS",
    }),
    found("aws:securityhub/account:Account", "111122223333", { enableDefaultStandards: true }),
    found("aws:macie2/account:Account", "111122223333", { findingPublishingFrequency: "SIX_HOURS" }),
    found("aws:accessanalyzer/analyzer:Analyzer", ANALYZER, { analyzerName: ANALYZER, type: "ACCOUNT" }),
    found("aws:ssm/document:Document", SESSIONS, {
      name: SESSIONS,
      documentType: "Session",
      documentFormat: "JSON",
      content: '{"schemaVersion":"1.0","sessionType":"Standard_Stream","inputs":{}}',
    }),
  ];
}

const byHand = [
  ...madeByHand("eu-west-1", DETECTOR),
  ...madeByHand("eu-central-1", DETECTOR.replace("12", "21")),
  {
    type: "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
    id: MONITOR,
    attributes: {
      ...{ name: "Default-Services-Monitor", monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" },
      arn: MONITOR,
    },
  },
];

function withAdopt(config: Settings, key: string, adopt: unknown): Settings {
  return { ...config, [key]: { ...(config[key] as Settings), adopt } };
}

/** An analyzer keeps its name, and so its place on the list. */
const keeping = (config: Settings): Settings => ({
  ...config,
  "platform:identity": {
    ...(config["platform:identity"] as Settings),
    adoptAnalyzers: { "eu-west-1": { external: ANALYZER }, "eu-central-1": { external: ANALYZER } },
  },
});

/** Lists what the account has, as docs/account.md says. */
const adopting = (config: Settings): Settings => {
  const there = (detector: string): Settings => ({
    ...{ recorder: "default", deliveryChannel: "default", securityHub: true, macie: true },
    detector,
  });
  const detection = {
    "eu-west-1": there(DETECTOR),
    "eu-central-1": there(DETECTOR.replace("12", "21")),
  };
  const sessions = { sessionPreferences: true };
  const systems = { "eu-west-1": sessions, "eu-central-1": sessions };
  return [
    ["platform:detection", detection] as const,
    ["platform:systems", systems] as const,
    ["platform:cost", { servicesMonitor: MONITOR }] as const,
  ].reduce((all, [key, adopt]) => withAdopt(all, key, adopt), keeping(config));
};

const imported = (run: EngineRun): readonly string[] =>
  run.steps.filter(({ op }) => op.startsWith("import")).map(({ type }) => type);

/** What the engine does, for everything that it does not leave as it is. */
const changed = (run: EngineRun): readonly string[] =>
  run.steps
    .filter(({ op }) => op !== "same" && op !== "read")
    .map(({ op, type, urn }) => `${op} ${type} ${urn.split("::").at(-1) ?? ""}`);

const told = (run: EngineRun): string => changed(run).join("\n");

/** The environments of the account, each after those that it relies on. */
const ENVIRONMENTS = [
  { stack: "dev", region: "eu-west-1" },
  { stack: "prod", region: "eu-west-1" },
  { stack: "dr", region: "eu-central-1" },
] as const;

/** Asks AWS what it grants, instead of taking what is documented. */
const asking = (config: Settings): Settings => {
  const quotas = config["platform:quotas"] as Settings;
  return { ...keeping(config), "platform:quotas": { ...quotas, values: "live" } };
};

describe("an account in use under the real engine", function () {
  this.timeout(900_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  // One state and one account of all stacks, as in a business; one stack at a time holds it.
  const root = join(folder, ".sandbox", "shared");
  const copy = new ProjectCopy(temporaryFolder());
  const open = (stack: string) => openSandbox(folder, { projectDir: copy.folder, stack, root });
  const world = () => new FileStore(join(root, "simulated-aws.json"));

  async function within<Result>(stack: string, act: (sandbox: Sandbox) => Promise<Result>): Promise<Result> {
    const sandbox = await open(stack);
    try {
      return await act(sandbox);
    } finally {
      sandbox.close();
    }
  }

  describe("on its own", () => {
    const sandbox = sandboxOfSuite(() => open("account"));
    const attributesOf = (type: string): readonly WireObject[] =>
      world().view(({ resources }) =>
        resources.filter((resource) => resource.type === type).map(({ attributes }) => attributes),
      );

    before(() => {
      new SimulatedAws({ store: world(), existing: byHand });
    });

    it("refuses a second one of what it has, with AWS's own word for it", async () => {
      const run = await sandbox().up();
      assert.equal(run.succeeded, false);
      // The engine stops at the first one; which that is, is a matter of time.
      assert.match(
        run.errors.join("\n"),
        /(MaxNumberOfConfigurationRecordersExceeded|BadRequest|Conflict|LimitExceeded|ServiceQuotaExceeded)Exception: .* already|DocumentAlreadyExists: .* already/,
      );
    });

    it("takes over what is listed, in each Region, as it is", async () => {
      const run = await sandbox().up({ config: adopting });
      assert.deepEqual(run.errors, []);
      assert.deepEqual([...imported(run)].sort(), byHand.map(({ type }) => type).sort());
      for (const { content } of attributesOf("aws:ssm/document:Document").filter(
        ({ name }) => name === SESSIONS,
      ))
        assert.match(text(content), /"inputs":\{\}/);
      const roles = attributesOf("aws:cfg/recorder:Recorder").map(({ roleArn }) => roleArn);
      assert.deepEqual(new Set(roles), new Set(["arn:aws:iam::111122223333:role/by-hand"]));
    });

    it("has nothing to do in a second preview", async () => {
      const run = await sandbox().preview({ config: adopting });
      assert.ok(run.succeeded && changedNothing(run), JSON.stringify(run.changes));
    });

    it("makes it as it is meant once it is off the list, without replacing any", async () => {
      const run = await sandbox().up({ config: keeping });
      assert.deepEqual(run.errors, []);
      assert.deepEqual(
        run.steps.filter(({ op }) => /replace|delete|create/.test(op)).map(({ op, urn }) => `${op} ${urn}`),
        [],
      );
      for (const { content } of attributesOf("aws:ssm/document:Document").filter(
        ({ name }) => name === SESSIONS,
      ))
        assert.match(text(content), /"idleSessionTimeout":"20"/);
      for (const { findingPublishingFrequency } of attributesOf("aws:macie2/account:Account"))
        assert.equal(findingPublishingFrequency, "FIFTEEN_MINUTES");
      const services = attributesOf("aws:costexplorer/anomalyMonitor:AnomalyMonitor");
      assert.deepEqual(
        services.filter(({ monitorDimension }) => monitorDimension === "SERVICE").map(({ arn }) => arn),
        [MONITOR],
      );
    });

    it("has nothing to do afterwards, nor where AWS is asked, and grants what was asked for or more", async () => {
      driftResource(world(), "fargate/L-3032A538", { value: 4000 });
      const run = await sandbox().preview({ config: asking });
      assert.ok(run.succeeded && changedNothing(run), JSON.stringify([run.errors, run.changes]));
    });
  });

  for (const { stack, region } of ENVIRONMENTS) {
    describe(`with ${stack} in it`, () => {
      const environment = sandboxOfSuite(() => open(stack));

      it("makes nothing that the account has already, and has nothing to do in a second preview", async () => {
        const run = await environment().up();
        assert.deepEqual(run.errors, []);
        const again = await environment().preview();
        assert.ok(again.succeeded && changedNothing(again), JSON.stringify(again.changes));
      });

      it("puts its roles under the account's boundary, and records sessions where the account keeps them", () => {
        const { resources } = world().view((all) => all);
        const ids = new Set(resources.map(({ id }) => id));
        const kept = `account-sessions-111122223333-${region}`;
        assert.ok(ids.has(kept));
        const own = resources.filter(({ urn }) => urn.startsWith(`urn:pulumi:${stack}::`));
        const roles = own.filter(({ type }) => type === "aws:iam/role:Role");
        assert.ok(roles.length > 20, String(roles.length));
        for (const { id, attributes } of roles)
          assert.ok(
            ids.has(text(attributes.permissionsBoundary)),
            `${id} under ${text(attributes.permissionsBoundary)}`,
          );
        assert.ok(
          own.some(
            ({ type, attributes }) =>
              type === "aws:iam/rolePolicy:RolePolicy" && text(attributes.policy).includes(kept),
          ),
          `roles of instances of ${stack}`,
        );
      });
    });
  }

  describe("with prod, and dr which stands in for it", () => {
    it("has dr rely on what prod has, in dr's own Region", async () => {
      const { recoverFrom } = await within("dr", (dr) => dr.outputs());
      const { stack, running, ...promised } = recoverFrom?.value as Readonly<Record<string, unknown>>;
      assert.equal(stack, "organization/platform/prod");
      const there = world().view(({ resources }) =>
        resources
          .filter(({ urn }) => urn.startsWith("urn:pulumi:prod::"))
          .flatMap(({ id, attributes }) => [id, attributes.arn]),
      );
      const arns = JSON.stringify(promised).match(/arn:[^"]+/g) ?? [];
      assert.ok(arns.length >= 5, arns.join("\n"));
      for (const arn of arns) {
        assert.match(arn, /:eu-central-1:/);
        assert.ok(there.includes(arn), arn);
      }
      // What grows along is where prod is: the switch goes both ways.
      const runs = JSON.stringify(running).match(/arn:[^"]+/g) ?? [];
      assert.ok(runs.length > 5, runs.join("\n"));
      for (const arn of runs) {
        assert.match(arn, /:eu-west-1:/);
        assert.ok(there.includes(arn), arn);
      }
    });

    it("has neither destroyed while it holds data", async () => {
      const before = countResources(join(root, "simulated-aws.json"));
      for (const stack of ["dr", "prod"]) {
        const refused = await within(stack, (environment) => environment.destroy());
        assert.match(refused.errors.join("\n"), /cannot be deleted\s+because it is protected/);
      }
      assert.equal(countResources(join(root, "simulated-aws.json")), before);
    });

    it("moves a thing of prod to another plan by a change of its word, and replaces nothing", async () => {
      copy.edit("stacks/catalogue.ts", (written) =>
        written.replace(/(\bstock: \{[^}]*criticality: )"critical"/, '$1"high"'),
      );
      try {
        const run = await within("prod", (prod) => prod.preview());
        assert.deepEqual(run.errors, []);
        assert.ok(changed(run).includes("update aws:dynamodb/table:Table data-table-stock"), told(run));
        // Nothing else of its kind is critical: what would have tried to restore it as such goes.
        assert.deepEqual(
          changed(run).filter((step) => /replace|delete/.test(step)),
          [
            "delete aws:backup/restoreTestingSelection:RestoreTestingSelection backup-restore-test-critical-DynamoDB",
          ],
        );
      } finally {
        copy.reset();
      }
    });
  });
});
