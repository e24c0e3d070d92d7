import * as assert from "node:assert/strict";

import { allows, covers, type EvaluatedStatement } from "../support/role-evaluation";
import type { Simulation } from "../../simulator/mocks";
import { text } from "../simulator/text";
import * as managedPolicies from "./environment/managed-policies.json";
import { roleStatements } from "./environment/role-statements";
import { deployedStack, stacks } from "./program";

const environments = stacks.filter((stack) => stack !== "account");

/** Services of stores that no environment has: what AWS's own policies allow of them may well be out of reach. */
const foreign =
  /^(backup-gateway|cloudformation|ds|dsql|eks|elasticfilesystem|fsx|redshift|redshift-serverless|ssm-sap|storagegateway|timestream):/;

describe("roles of environments and the boundary that the account sets them", function () {
  this.timeout(600_000);
  const graphs = new Map<string, Simulation>();
  let boundaryArn: unknown;
  let boundary: readonly EvaluatedStatement[] = [];
  before(async () => {
    const account = await deployedStack("account");
    const policy = account.resource("aws:iam/policy:Policy", "identity-workload-boundary");
    boundaryArn = policy.outputs.arn;
    boundary = (JSON.parse(text(policy.inputs.policy)) as { Statement: readonly EvaluatedStatement[] })
      .Statement;
    for (const stack of environments) graphs.set(stack, await deployedStack(stack));
  });

  it("hold together: every role of every environment stands under it", () => {
    for (const [stack, simulation] of graphs) {
      const roles = simulation.ofType("aws:iam/role:Role");
      assert.ok(roles.length > 50, `${stack} ${roles.length}`);
      assert.deepEqual(
        roles.filter(({ inputs }) => inputs.permissionsBoundary !== boundaryArn).map(({ name }) => name),
        [],
        stack,
      );
      assert.deepEqual(simulation.ofType("aws:iam/user:User"), []);
    }
  });

  it("leave every right of every role whole", () => {
    for (const [stack, simulation] of graphs) {
      const cut = roleStatements(simulation).flatMap(({ role, actions, resources, conditions }) => {
        const context = Object.fromEntries(
          Object.values(conditions).flatMap((keys) =>
            Object.entries(keys).map(([key, values]) => [
              key,
              typeof values === "string" ? values : (values[0] ?? ""),
            ]),
          ),
        );
        return actions.flatMap((action) =>
          resources
            .filter((resource) => !allows(boundary, { action, resource, context }))
            .map((resource) => `${role}: ${action} on ${resource}`),
        );
      });
      assert.deepEqual(cut, [], stack);
    }
  });

  it("leave whole what AWS's own policies allow of the stores that are here", () => {
    const attached = new Set(
      [...graphs.values()].flatMap((simulation) =>
        simulation
          .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
          .map(({ inputs }) => text(inputs.policyArn).replace(/^.*\//, "")),
      ),
    );
    const known = new Map(Object.entries(managedPolicies.policies));
    for (const name of attached) {
      const policy = known.get(name);
      assert.ok(policy !== undefined, `${name} is not in the table of AWS's own policies`);
      const cut = policy.actions.filter(
        (action) =>
          !foreign.test(action) &&
          !boundary.some(
            ({ Effect, Action }) => Effect === "Allow" && Action.some((pattern) => covers(pattern, action)),
          ),
      );
      assert.deepEqual(cut, [], name);
    }
  });
});
