import * as assert from "node:assert/strict";

import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { account } from "./lab";

const baseline = "aws:ssm/patchBaseline:PatchBaseline";
const group = "aws:ssm/patchGroup:PatchGroup";
const window = "aws:ssm/maintenanceWindow:MaintenanceWindow";
const linux = { name: "linux", operatingSystem: "AMAZON_LINUX_2023" };
const weekly = { name: "patch-dev", schedule: "cron(0 3 ? * TUE *)", duration: 3, cutoff: 1 };

describe("simulated Systems Manager", () => {
  it("knows the settings of a Region, and which values they take", async () => {
    const make = account();
    const type = "aws:ssm/serviceSetting:ServiceSetting";
    const settingId = "/ssm/documents/console/public-sharing-permission";
    const { outputs } = await make(type, { settingId, settingValue: "Disable" });
    assert.equal(outputs.arn, `arn:aws:ssm:eu-west-1:123456789012:servicesetting${settingId}`);
    assert.equal(outputs.status, "Customized");
    await assert.rejects(
      make(type, { settingId: "/ssm/nothing", settingValue: "x" }),
      /ServiceSettingNotFound/,
    );
    await assert.rejects(make(type, { settingId, settingValue: "false" }), /settingValue/);
  });

  it("gives a group one baseline for each operating system, and holds back one that a group has", async () => {
    const aws = new SimulatedAws();
    const make = account(aws);
    const [first, second, windows] = await Promise.all([
      make(baseline, linux),
      make(baseline, { ...linux, name: "other" }),
      make(baseline, { name: "windows", operatingSystem: "WINDOWS" }),
    ]);
    assert.match(first.id, /^pb-[0-9a-f]{17}$/);
    const { id } = await make(group, { baselineId: first.id, patchGroup: "dev" });
    assert.equal(id, `dev,${first.id}`);
    await make(group, { baselineId: windows.id, patchGroup: "dev" });
    await assert.rejects(make(group, { baselineId: second.id, patchGroup: "dev" }), /AlreadyExistsException/);
    await assert.rejects(make(group, { baselineId: "pb-0", patchGroup: "prod" }), /DoesNotExistException/);
    const urn = `urn:pulumi:dev::lab::${baseline}::it-1`;
    await assert.rejects(aws.delete({ urn, type: baseline, id: first.id }), /ResourceInUseException/);
  });

  it("approves patches after 0 to 360 days, and makes a baseline default for its own system alone", async () => {
    const make = account();
    const rules = (approveAfterDays: number): WireObject => ({
      ...linux,
      approvalRules: [{ approveAfterDays, patchFilters: [{ key: "PRODUCT", values: ["*"] }] }],
    });
    const { id: baselineId } = await make(baseline, rules(360));
    await assert.rejects(make(baseline, rules(361)), /0 to 360 days/);
    const type = "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline";
    await assert.rejects(make(type, { baselineId, operatingSystem: "WINDOWS" }), /AMAZON_LINUX_2023/);
    const made = await make(type, { baselineId, operatingSystem: "AMAZON_LINUX_2023" });
    assert.equal(made.id, "AMAZON_LINUX_2023");
  });

  it("opens windows that are longer than their cutoff, for targets and tasks of windows that are there", async () => {
    const make = account();
    const { id: windowId } = await make(window, weekly);
    assert.match(windowId, /^mw-[0-9a-f]{17}$/);
    await assert.rejects(make(window, { ...weekly, cutoff: 3 }), /less than duration/);
    await assert.rejects(make(window, { ...weekly, duration: 25 }), /1 to 24/);
    await assert.rejects(make(window, { ...weekly, schedule: "tuesday" }), /cron/);
    const target = {
      windowId,
      resourceType: "INSTANCE",
      targets: [{ key: "tag:PatchGroup", values: ["dev"] }],
    };
    const type = "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget";
    await make(type, target);
    await assert.rejects(make(type, { ...target, windowId: "mw-0" }), /DoesNotExistException/);
    await assert.rejects(make(type, { ...target, resourceType: "FLEET" }), /RESOURCE_GROUP/);
    const task = { windowId, taskType: "RUN_COMMAND", taskArn: "AWS-RunPatchBaseline" };
    const taskType = "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask";
    const { id, outputs } = await make(taskType, task);
    assert.equal(outputs.windowTaskId, id);
    await assert.rejects(make(taskType, { ...task, taskType: "SHELL" }), /STEP_FUNCTIONS/);
  });

  it("syncs inventory into a bucket that is there, by each name once", async () => {
    const make = account();
    const type = "aws:ssm/resourceDataSync:ResourceDataSync";
    const sync = { name: "inventory", s3Destination: { bucketName: "kept", region: "eu-west-1" } };
    await assert.rejects(make(type, sync), /ResourceDataSyncInvalidConfigurationException/);
    await make("aws:s3/bucket:Bucket", { bucket: "kept" });
    await make(type, sync);
    await assert.rejects(make(type, sync), /ResourceDataSyncAlreadyExistsException/);
  });

  it("associates AWS's documents, and own ones that are there", async () => {
    const make = account();
    const type = "aws:ssm/association:Association";
    const { id, outputs } = await make(type, {
      name: "AWS-UpdateSSMAgent",
      scheduleExpression: "rate(14 days)",
    });
    assert.deepEqual([outputs.associationId, outputs.documentVersion], [id, "$DEFAULT"]);
    await assert.rejects(make(type, { name: "own-document" }), /InvalidDocument/);
    await assert.rejects(make(type, { name: "AWS-UpdateSSMAgent", scheduleExpression: "daily" }), /rate/);
    await assert.rejects(make(type, { name: "AWS-UpdateSSMAgent", complianceSeverity: "BAD" }), /CRITICAL/);
  });
});
