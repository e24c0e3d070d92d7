import * as assert from "node:assert/strict";

import { backupTiers } from "../../infra/backup/settings";
import type { SimulatedResource } from "../../simulator/mocks";
import { stepsOfPlan } from "../../simulator/resource-types/region-switch";
import type { Wire, WireObject } from "../../simulator/wire";
import { catalogue } from "../../stacks/catalogue";
import { missingHealthCheck } from "../../stacks/region-switch";
import { allows, type EvaluatedStatement } from "../support/role-evaluation";
import { text } from "../simulator/text";
import { configurationOf, deployedStacks, outputsOf, run } from "./program";

const PLAN = "aws:arcregionswitch/plan:Plan";
const regions = { prod: "eu-west-1", dr: "eu-central-1" } as const;
type Side = keyof typeof regions;

/** Parts of a plan are lists of objects, or nothing. */
const objects = (value: Wire | undefined): readonly WireObject[] => (value ?? []) as readonly WireObject[];

const statementsOf = (resource: SimulatedResource): readonly EvaluatedStatement[] =>
  (JSON.parse(text(resource.inputs.policy)) as { Statement: readonly EvaluatedStatement[] }).Statement;

describe("the switch between production and what stands in for it", function () {
  this.timeout(300_000);
  const of = deployedStacks("prod", "dr", "account");
  const plan = (): SimulatedResource => of("dr").resource(PLAN, "region-switch");
  const topSteps = (): readonly WireObject[] =>
    objects(plan().inputs.workflows).flatMap(({ steps }) => objects(steps));
  const growing = (): readonly WireObject[] =>
    stepsOfPlan(plan().inputs).filter(({ name }) => /^(service|fleet)-/.test(text(name)));

  it("is one plan, of the stack that stands in, for both directions; nothing starts it by itself", () => {
    assert.deepEqual(of("prod").ofType(PLAN), []);
    assert.equal(of("dr").ofType(PLAN).length, 1);
    const { inputs, protect } = plan();
    assert.deepEqual(inputs.regions, [regions.prod, regions.dr]);
    assert.equal(inputs.primaryRegion, regions.prod);
    assert.equal(inputs.recoveryApproach, "activePassive");
    assert.deepEqual([inputs.triggers, inputs.associatedAlarms], [undefined, undefined]);
    assert.equal(protect, true);
    // Without a Region of its own, a workflow is for each of the plan's Regions.
    const workflows = objects(inputs.workflows);
    assert.deepEqual(
      workflows.map(({ workflowTargetAction, workflowTargetRegion }) => [
        workflowTargetAction,
        workflowTargetRegion,
      ]),
      [["activate", undefined]],
    );
  });

  it("is measured by what the word critical allows, and leaves time to grow within it", () => {
    const { rtoMinutes = 0 } = backupTiers.critical;
    assert.equal(plan().inputs.recoveryTimeObjectiveMinutes, rtoMinutes);
    for (const step of growing()) {
      const [config] = [
        ...objects(step.ecsCapacityIncreaseConfigs),
        ...objects(step.ec2AsgCapacityIncreaseConfigs),
      ];
      assert.ok(Number(config?.timeoutMinutes) < rtoMinutes, text(step.name));
    }
  });

  it("makes grow first what is critical and all that it calls, and nothing else", () => {
    const grown = new Set(growing().map(({ name }) => text(name).replace(/^(service|fleet)-/, "")));
    const workloads = { ...catalogue.services, ...catalogue.fleets };
    const asked = Object.values(catalogue.workflows)
      .filter(({ criticality }) => criticality === "critical")
      .flatMap(({ steps }) => Object.values(steps))
      .flatMap((step) => (step.kind === "ask" ? [step.workload] : []));
    const wanted = new Set([
      ...asked,
      ...Object.entries(workloads).flatMap(([name, { criticality }]) =>
        criticality === "critical" ? [name] : [],
      ),
    ]);
    assert.ok(wanted.size > 0 && [...wanted].every((name) => grown.has(name)), [...wanted].join(", "));
    for (const name of grown)
      for (const callee of workloads[name]?.calls ?? [])
        assert.ok(grown.has(callee), `${name} calls ${callee}`);
    const calledByGrown = new Set([...grown].flatMap((name) => workloads[name]?.calls ?? []));
    assert.deepEqual(
      [...grown].filter((name) => !wanted.has(name) && !calledByGrown.has(name)),
      [],
    );
  });

  it("grows each of them from what it is in the one Region to what it is in the other", () => {
    const arnsOf = (side: Side): ReadonlyMap<string, string> =>
      new Map(
        ["aws:ecs/service:Service", "aws:autoscaling/group:Group", "aws:ecs/cluster:Cluster"].flatMap(
          (type) =>
            of(side)
              .ofType(type)
              .map(({ name, outputs }) => [text(outputs.arn ?? outputs.id), name] as const),
        ),
      );
    const known = { prod: arnsOf("prod"), dr: arnsOf("dr") };
    assert.ok(growing().length > 0);
    for (const step of growing()) {
      const things = [
        ...objects(step.ecsCapacityIncreaseConfigs).flatMap(({ services }) => objects(services)),
        ...objects(step.ec2AsgCapacityIncreaseConfigs).flatMap(({ asgs }) => objects(asgs)),
      ];
      for (const part of ["serviceArn", "clusterArn", "arn"].filter(
        (word) => things[0]?.[word] !== undefined,
      )) {
        const [from, to, ...others] = things.map((thing) => text(thing[part]));
        const names = [known.prod.get(from ?? ""), known.dr.get(to ?? "")];
        assert.ok(others.length === 0 && names[0] !== undefined, `${text(step.name)} ${part}: ${from} ${to}`);
        assert.equal(names[0], names[1]);
        if (part !== "clusterArn")
          assert.equal(names[0], `compute-${text(step.name).replace(/^(service|fleet)-/, "")}`);
      }
    }
  });

  it("asks before it moves the domain, and somebody who may answer, with everything grown by then", () => {
    assert.deepEqual(
      topSteps().map(({ executionBlockType }) => executionBlockType),
      ["Parallel", "ManualApproval", "Route53HealthCheck"],
    );
    const [, approval] = topSteps();
    const [{ approvalRole } = {}] = objects(approval?.executionApprovalConfigs);
    const role = of("account").resource("aws:iam/role:Role", "identity-approver");
    assert.equal(approvalRole, role.outputs.arn);
    const answers = statementsOf(
      of("account").resource("aws:iam/rolePolicy:RolePolicy", "identity-approver"),
    );
    const resource = text(plan().outputs.arn);
    assert.ok(allows(answers, { action: "arc-region-switch:ApprovePlanExecutionStep", resource }));
    assert.ok(!allows(answers, { action: "arc-region-switch:StartPlanExecution", resource }));
  });

  it("moves the very records that both stacks have, by a health check for each Region", async () => {
    const [{ route53HealthCheckConfigs } = {}] = topSteps().slice(-1);
    const [config] = objects(route53HealthCheckConfigs);
    assert.ok(config);
    const sets = objects(config.recordSets);
    for (const [side, region] of Object.entries(regions)) {
      const records: readonly SimulatedResource[] = of(side)
        .ofType("aws:route53/record:Record")
        .filter(({ inputs }) => inputs.name === config.recordName && inputs.type === "A");
      const [record] = records;
      assert.ok(record !== undefined && records.length === 1, side);
      assert.equal(record.inputs.zoneId, config.hostedZoneId);
      assert.ok(
        sets.some((set) => set.recordSetIdentifier === record.inputs.setIdentifier && set.region === region),
      );
    }
    assert.equal(sets.length, 2);
    const { planArn, healthCheckIds } = (await outputsOf("dr")).regionSwitch as WireObject;
    assert.equal(planArn, plan().outputs.arn);
    assert.deepEqual(Object.keys(healthCheckIds as WireObject).sort(), Object.values(regions).sort());
  });

  it("can be started by the runbook of either Region, which switches to its own", () => {
    for (const side of ["prod", "dr"]) {
      const role = statementsOf(
        of(side).resource("aws:iam/rolePolicy:RolePolicy", "operations-switch-region"),
      );
      const resource = text(plan().outputs.arn);
      for (const action of ["StartPlanExecution", "GetPlanInRegion", "GetPlanExecution"])
        assert.ok(allows(role, { action: `arc-region-switch:${action}`, resource }), `${side} ${action}`);
      assert.ok(!allows(role, { action: "arc-region-switch:ApprovePlanExecutionStep", resource }), side);
      const document = of(side).inputsOf("aws:ssm/document:Document", "operations-switch-region");
      assert.match(text(document.content), /"targetRegion":"\{\{ ?global:REGION ?\}\}"/);
    }
  });

  it("acts in a role that can make grow what the plan names, in both Regions, and nothing else", () => {
    const rights = statementsOf(of("dr").resource("aws:iam/rolePolicy:RolePolicy", "region-switch-role"));
    const grown = new Set<string>();
    for (const side of ["prod", "dr"])
      for (const { name, outputs } of of(side).ofType("aws:ecs/service:Service")) {
        const may = allows(rights, {
          action: "ecs:UpdateService",
          resource: text(outputs.arn ?? outputs.id),
        });
        const named = growing().some(
          (step) => `compute-${text(step.name).replace(/^service-/, "")}` === name,
        );
        assert.equal(may, named, `${side} ${name}`);
        if (may) grown.add(`${side} ${name}`);
      }
    assert.equal(grown.size, 2 * growing().filter(({ name }) => text(name).startsWith("service-")).length);
  });

  it("names the health check that belongs into production's file, until it is there", () => {
    const told = missingHealthCheck("acme/platform/prod", undefined, "abc") ?? "";
    assert.match(told, /"acme\/platform\/prod".*failover\.healthCheckId.*not given; it has to be abc$/);
    assert.match(missingHealthCheck("prod", "old", "abc") ?? "", /is old; it has to be abc$/);
    assert.equal(missingHealthCheck("prod", "abc", "abc"), undefined);
    assert.equal(missingHealthCheck("prod", undefined, undefined), undefined);
  });

  it("has nothing to move where each stack has its domain to itself, and grows all the same", async () => {
    const config = configurationOf("dr");
    const compute = JSON.parse(config["platform:compute"] ?? "{}") as { frontDoor: object };
    const frontDoor = { ...compute.frontDoor, domain: "other.example.com", failover: { role: "none" } };
    const [simulation] = await run(
      "dr",
      { ...config, "platform:compute": JSON.stringify({ ...compute, frontDoor }) },
      false,
    );
    assert.deepEqual(
      objects(simulation.resource(PLAN, "region-switch").inputs.workflows)
        .flatMap(({ steps }) => objects(steps))
        .map(({ name }) => name),
      ["grow", "data-are-sound"],
    );
  });
});
