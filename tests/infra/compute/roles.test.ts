import * as assert from "node:assert/strict";

import { actionsWithoutResource } from "../../../infra/compute/actions-without-resource";
import { always, buildAll, json, of, statements, text } from "./built";

const POLICY = "aws:iam/rolePolicy:RolePolicy";
const ROLE = "aws:iam/role:Role";

describe("roles of compute", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "say any resource only for actions that AWS gives no resource for",
    always(({ simulation }) => {
      const policies = simulation.ofType(POLICY);
      assert.ok(policies.length >= 22);
      for (const policy of policies) {
        for (const { Sid, Effect, Action, Resource } of statements(policy)) {
          assert.ok(Resource !== undefined && Resource.length > 0, `${policy.name} ${Sid}`);
          assert.ok(!Action.some((action) => action.includes("*")), `${policy.name} ${Sid}`);
          if (Effect === "Deny" || !Resource.includes("*")) continue;
          assert.deepEqual(
            Action.filter((action) => !actionsWithoutResource.includes(action)),
            [],
            `${policy.name} ${Sid}`,
          );
        }
      }
    }),
  );

  it(
    "hold what the workload was granted, and nothing that another one was",
    always(({ simulation }) => {
      const readers = simulation
        .ofType(POLICY)
        .filter((policy) => text(policy, "policy").includes("payment-key"))
        .map(({ name }) => name);
      assert.deepEqual(readers, ["compute-orders-task"]);
      const connecting = simulation
        .ofType(POLICY)
        .filter((policy) => text(policy, "policy").includes("rds-db:connect"))
        .map(({ name }) => name);
      assert.deepEqual(connecting.sort(), ["compute-orders-task", "compute-workshop-instance"]);
    }),
  );

  it(
    "read no secret when a task is started, and pull no other service's image",
    always(({ simulation, args }) => {
      const execution = simulation.ofType(POLICY).filter(({ name }) => name.endsWith("-execution"));
      assert.equal(execution.length, Object.keys(args.catalogue.services).length);
      for (const policy of execution) {
        const service = policy.name.replace(/^compute-|-execution$/g, "");
        assert.doesNotMatch(text(policy, "policy"), /secretsmanager|ssm:|kms:/, policy.name);
        const images = statements(policy).find(({ Sid }) => Sid === "PullOwnImage")?.Resource;
        assert.deepEqual(images, [`arn:aws:ecr:eu-west-1:111122223333:repository/shop/${service}`]);
      }
    }),
  );

  it(
    "write into their own log alone",
    always(({ simulation, args }) => {
      const names = [...Object.keys(args.catalogue.services), ...Object.keys(args.catalogue.fleets)];
      for (const name of names) {
        const own = simulation
          .ofType(POLICY)
          .filter((policy) =>
            [`compute-${name}-execution`, `compute-${name}-instance`].includes(policy.name),
          );
        const resources = own.flatMap(
          (policy) => statements(policy).find(({ Sid }) => Sid === "WriteOwnLog")?.Resource ?? [],
        );
        assert.deepEqual(resources, [
          `arn:aws:logs:eu-west-1:111122223333:log-group:/dev/workload/${name}:log-stream:*`,
        ]);
      }
    }),
  );

  it(
    "may be taken by tasks of this account and Region, and by nobody else",
    always(({ simulation }) => {
      const tasks = simulation.ofType(ROLE).filter(({ name }) => /-(task|execution)$/.test(name));
      for (const role of tasks) {
        const [statement, ...more] = statements(role, "assumeRolePolicy");
        assert.deepEqual(more, []);
        assert.deepEqual(statement?.Condition, {
          StringEquals: { "aws:SourceAccount": "111122223333" },
          ArnLike: { "aws:SourceArn": "arn:aws:ecs:eu-west-1:111122223333:*" },
        });
        assert.match(JSON.stringify(json(role, "assumeRolePolicy")), /"ecs-tasks\.amazonaws\.com"/);
      }
    }),
  );

  it("let nobody open a shell where configuration says so, and record who does where it may", () => {
    const shell = (name: "small" | "large"): readonly (readonly [string, string])[] =>
      statements(of(name).simulation.resource(POLICY, "compute-pricing-task")).map(({ Sid, Effect }) => [
        Sid,
        Effect,
      ]);
    assert.deepEqual(shell("large"), [["NoShell", "Deny"]]);
    assert.deepEqual(
      shell("small").map(([sid]) => sid),
      ["OpenShell", "EncryptShell", "RecordShell", "FindShellRecord", "FindShellLog"],
    );
  });
});
