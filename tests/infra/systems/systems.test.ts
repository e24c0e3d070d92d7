import * as assert from "node:assert/strict";

import { Systems, type SystemsArgs } from "../../../infra/systems";
import { ofFamily } from "../../../infra/core/declarations";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { systemsArgs } from "./arguments";

async function built(differences: Partial<SystemsArgs> = {}): Promise<[Simulation, Systems]> {
  const simulation = simulate({ accountId: "111122223333" });
  const systems = await simulation.run(() => new Systems("systems", { ...systemsArgs, ...differences }));
  return [simulation, systems];
}

const documentType = "aws:ssm/document:Document";
const baselineType = "aws:ssm/patchBaseline:PatchBaseline";

describe("Systems Manager of an account", () => {
  let simulation: Simulation;
  let systems: Systems;
  before(async () => {
    [simulation, systems] = await built();
  });

  it("ends idle sessions, encrypts them with the Region's own key, and records them twice under a named user", () => {
    for (const region of systemsArgs.regions) {
      const document = simulation.inputsOf(documentType, `systems-${region}-sessions`);
      const key = simulation.resource("aws:kms/key:Key", `systems-${region}`);
      assert.equal(document.name, "SSM-SessionManagerRunShell");
      const { inputs } = JSON.parse(text(document.content)) as { inputs: Record<string, unknown> };
      assert.equal(inputs.kmsKeyId, key.outputs.arn);
      assert.equal(inputs.idleSessionTimeout, "20");
      assert.deepEqual([inputs.runAsEnabled, inputs.runAsDefaultUser], [true, "ec2-user"]);
      const bucket = simulation.resource("aws:s3/bucket:Bucket", `systems-${region}-sessions`);
      assert.equal(inputs.s3BucketName, bucket.id);
      assert.equal(bucket.inputs.region, region);
      const log = simulation.resource("aws:cloudwatch/logGroup:LogGroup", `systems-${region}-sessions`);
      assert.equal(inputs.cloudWatchLogGroupName, log.inputs.name);
      assert.equal(log.inputs.kmsKeyId, key.outputs.arn);
      assert.deepEqual([inputs.s3EncryptionEnabled, inputs.cloudWatchEncryptionEnabled], [true, true]);
    }
  });

  it("says every setting of each Region, sharing with the public off", () => {
    for (const region of systemsArgs.regions) {
      const settings = simulation
        .ofType("aws:ssm/serviceSetting:ServiceSetting")
        .filter(({ inputs }) => inputs.region === region)
        .map(({ inputs }) => [inputs.settingId, inputs.settingValue]);
      assert.deepEqual(Object.fromEntries(settings), {
        "/ssm/automation/customer-script-log-destination": "CloudWatch",
        "/ssm/automation/customer-script-log-group-name": "/account/automation",
        "/ssm/documents/console/public-sharing-permission": "Disable",
        "/ssm/managed-instance/default-ec2-instance-management-role":
          "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole",
        "/ssm/parameter-store/default-parameter-tier": "Standard",
        "/ssm/parameter-store/high-throughput-enabled": "false",
      });
    }
  });

  it("manages instances without a role, once the role for that is there", () => {
    const role = simulation.resource("aws:iam/role:Role", "systems-hosts");
    const setting = simulation.resource(
      "aws:ssm/serviceSetting:ServiceSetting",
      "systems-eu-central-1-host-management",
    );
    assert.ok(setting.dependencies.includes(role.urn));
    assert.ok(text(role.inputs.assumeRolePolicy).includes('"aws:SourceAccount":"111122223333"'));
    const rights = text(simulation.inputsOf("aws:iam/rolePolicy:RolePolicy", "systems-hosts").policy);
    for (const region of systemsArgs.regions) {
      assert.ok(rights.includes(`account-sessions-111122223333-${region}`), "it may record sessions");
    }
  });

  it("has a baseline for each ring and operating system, approved as its ring waits", () => {
    const approvals = simulation.ofType(baselineType).map(({ name, inputs }) => {
      const rules = inputs.approvalRules as unknown as readonly { readonly approveAfterDays: number }[];
      return [name.replace("systems-patching-", ""), rules.map(({ approveAfterDays }) => approveAfterDays)];
    });
    assert.deepEqual(Object.fromEntries(approvals), {
      "dev-amazon-linux-2023": [0, 7],
      "dev-windows": [0, 7],
      "preprod-amazon-linux-2023": [3, 10],
      "preprod-windows": [3, 10],
      "prod-amazon-linux-2023": [7, 14],
      "prod-windows": [7, 14],
      "dr-amazon-linux-2023": [7, 14],
      "dr-windows": [7, 14],
    });
    const groups = simulation.ofType("aws:ssm/patchGroup:PatchGroup");
    assert.equal(groups.length, 8);
    for (const { name, inputs } of groups) assert.ok(name.includes(`-${text(inputs.patchGroup)}-`));
  });

  it("patches instances of no ring like the last one of their Region, once for each operating system", () => {
    const defaults = simulation.ofType("aws:ssm/defaultPatchBaseline:DefaultPatchBaseline");
    assert.deepEqual(
      defaults.map(({ name, inputs }) => [name, inputs.region, inputs.operatingSystem]).sort(),
      [
        ["systems-patching-dr-amazon-linux-2023", "eu-central-1", "AMAZON_LINUX_2023"],
        ["systems-patching-dr-windows", "eu-central-1", "WINDOWS"],
        ["systems-patching-prod-amazon-linux-2023", "eu-west-1", "AMAZON_LINUX_2023"],
        ["systems-patching-prod-windows", "eu-west-1", "WINDOWS"],
      ],
    );
  });

  it("installs patches in each ring's window, in its Region, on its instances, a tenth at a time", () => {
    for (const { environment, region } of systemsArgs.patching.rings) {
      const name = `systems-patching-${environment}`;
      const window = simulation.resource("aws:ssm/maintenanceWindow:MaintenanceWindow", name);
      const target = simulation.resource("aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget", name);
      const task = simulation.inputsOf("aws:ssm/maintenanceWindowTask:MaintenanceWindowTask", name);
      assert.equal(window.inputs.region, region);
      assert.deepEqual(target.inputs.targets, [{ key: "tag:PatchGroup", values: [environment] }]);
      assert.deepEqual(task.targets, [{ key: "WindowTargetIds", values: [target.id] }]);
      assert.deepEqual([task.windowId, task.maxConcurrency, task.maxErrors], [window.id, "10%", "0"]);
      assert.ok(JSON.stringify(task.taskInvocationParameters).includes('"Install"'));
    }
  });

  it("gathers inventory, keeps agents current and scans for patches on every instance", () => {
    const associations = simulation.ofType("aws:ssm/association:Association");
    assert.equal(associations.length, 8);
    for (const { inputs } of associations)
      assert.deepEqual(inputs.targets, [{ key: "InstanceIds", values: ["*"] }]);
    const scan = simulation.inputsOf("aws:ssm/association:Association", "systems-eu-west-1-patch-scan");
    assert.deepEqual(
      [scan.scheduleExpression, scan.parameters],
      ["rate(1 day)", { Operation: "Scan", RebootOption: "NoReboot" }],
    );
  });

  it("brings the inventory of every Region into one bucket, encrypted with its own key", () => {
    const bucket = simulation.resource("aws:s3/bucket:Bucket", "systems-inventory");
    const key = simulation.resource("aws:kms/key:Key", "systems-eu-west-1");
    const syncs = simulation.ofType("aws:ssm/resourceDataSync:ResourceDataSync");
    assert.deepEqual(syncs.map(({ inputs }) => inputs.region).sort(), ["eu-central-1", "eu-west-1"]);
    for (const { inputs } of syncs) {
      assert.deepEqual(inputs.s3Destination, {
        bucketName: bucket.id,
        region: "eu-west-1",
        prefix: "inventory",
        kmsKeyArn: key.outputs.arn,
        syncFormat: "JsonSerDe",
      });
    }
    const policy = text(simulation.inputsOf("aws:s3/bucketPolicy:BucketPolicy", "systems-inventory").policy);
    assert.ok(policy.includes("arn:aws:ssm:eu-central-1:111122223333:resource-data-sync/*"));
  });

  it("asks nothing of simulated AWS that it does not know", () => {
    assert.deepEqual(simulation.aws.approximations(), []);
  });

  it("declares a key in each Region, and what it answers", () => {
    const keys = ofFamily(systems.declarations, "monitored").map(({ name }) => name);
    assert.deepEqual(keys, ["systems-eu-west-1", "systems-eu-central-1"]);
    const practices = ofFamily(systems.declarations, "answers").flatMap((answer) => answer.practices);
    assert.ok(practices.includes("OPS05-BP05") && practices.includes("SEC06-BP03"));
  });
});
