import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import { patchGroupTag } from "../core/patch-group";
import type { Scope } from "../core/scope";
import { type ApprovalDays, windowSchedule } from "./patch-rings";
import { type PatchFacts, patchFacts, type PatchFilter } from "./patch-table";
import type { Patching, PatchRing } from "./systems-args";

/** What {@link RingPatching} is made of. */
export interface RingPatchingArgs {
  /** Account, and the Region of the ring. */
  readonly scope: Scope;
  /** The ring. */
  readonly ring: PatchRing;
  /** When it gets patches. */
  readonly approval: ApprovalDays;
  /** Operating systems that instances run. */
  readonly operatingSystems: Patching["operatingSystems"];
  /** Whether instances of the Region without a ring are patched like this one. */
  readonly isDefault: boolean;
}

/** Level at which a missing patch against a severe hole counts. */
const severeLevel = "CRITICAL";

/** A ring of patching: which patches its instances get, and when they are installed. */
export class RingPatching extends pulumi.ComponentResource {
  public constructor(name: string, args: RingPatchingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:systems:RingPatching", name, {}, opts);
    for (const system of args.operatingSystems) this.baseline(`${name}-${system}`, system, args);
    this.window(name, args);
    this.registerOutputs({});
  }

  private baseline(name: string, system: Patching["operatingSystems"][number], args: RingPatchingArgs): void {
    const { scope, ring, approval, isDefault } = args;
    const { region } = scope;
    const facts = patchFacts[system];
    const baselineName = physicalName("patch-baseline", scope, `${ring.environment}-${system}`);
    const baseline = new aws.ssm.PatchBaseline(
      name,
      {
        region,
        name: baselineName,
        description:
          `Patches of ${system} in ${ring.environment}: severe holes after ${approval.severe} days, ` +
          `all else after ${approval.other}`,
        operatingSystem: facts.operatingSystem,
        approvalRules: rulesOf(facts, approval),
        approvedPatchesComplianceLevel: severeLevel,
        rejectedPatchesAction: "BLOCK",
        tags: { Name: baselineName },
      },
      { parent: this },
    );
    const opts = { parent: this };
    new aws.ssm.PatchGroup(name, { region, baselineId: baseline.id, patchGroup: ring.environment }, opts);
    if (!isDefault) return;
    const { operatingSystem } = facts;
    new aws.ssm.DefaultPatchBaseline(name, { region, baselineId: baseline.id, operatingSystem }, opts);
  }

  private window(name: string, { scope, ring }: RingPatchingArgs): void {
    const { region } = scope;
    const schedule = windowSchedule(ring.window);
    if (schedule === undefined) throw new Error(`ring "${ring.environment}": ${ring.window} is no window`);
    const windowName = physicalName("maintenance-window", scope, `patch-${ring.environment}`);
    const window = new aws.ssm.MaintenanceWindow(
      name,
      {
        region,
        name: windowName,
        description: `Installs patches on instances of ${ring.environment}`,
        ...schedule,
        scheduleTimezone: "Etc/UTC",
        allowUnassociatedTargets: false,
        enabled: true,
        tags: { Name: windowName },
      },
      { parent: this },
    );
    const target = new aws.ssm.MaintenanceWindowTarget(
      name,
      {
        region,
        windowId: window.id,
        name: windowName,
        description: `Instances of ${ring.environment}`,
        resourceType: "INSTANCE",
        targets: [{ key: `tag:${patchGroupTag}`, values: [ring.environment] }],
      },
      { parent: this },
    );
    new aws.ssm.MaintenanceWindowTask(name, installation({ region, name: windowName, window, target }), {
      parent: this,
    });
  }
}

function rulesOf(
  { severe, other }: PatchFacts,
  approval: ApprovalDays,
): aws.types.input.ssm.PatchBaselineApprovalRule[] {
  const filters = (given: readonly PatchFilter[]): { key: string; values: string[] }[] =>
    given.map(({ key, values }) => ({ key, values: [...values] }));
  return [
    { patchFilters: filters(severe), approveAfterDays: approval.severe, complianceLevel: severeLevel },
    { patchFilters: filters(other), approveAfterDays: approval.other, complianceLevel: "MEDIUM" },
  ];
}

/** A tenth of the instances at a time, until one fails; what has not begun by the cutoff waits a week. */
function installation({
  region,
  name,
  window,
  target,
}: {
  readonly region: string;
  readonly name: string;
  readonly window: aws.ssm.MaintenanceWindow;
  readonly target: aws.ssm.MaintenanceWindowTarget;
}): aws.ssm.MaintenanceWindowTaskArgs {
  return {
    region,
    windowId: window.id,
    name,
    description: "Installs what the ring's baseline approves",
    taskType: "RUN_COMMAND",
    taskArn: "AWS-RunPatchBaseline",
    targets: [{ key: "WindowTargetIds", values: [target.id] }],
    priority: 1,
    maxConcurrency: "10%",
    maxErrors: "0",
    cutoffBehavior: "CONTINUE_TASK",
    taskInvocationParameters: {
      runCommandParameters: {
        comment: "Patches of the ring",
        timeoutSeconds: 600,
        parameters: [
          { name: "Operation", values: ["Install"] },
          { name: "RebootOption", values: ["RebootIfNeeded"] },
        ],
      },
    },
  };
}
