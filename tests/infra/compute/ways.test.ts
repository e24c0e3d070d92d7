import * as assert from "node:assert/strict";

import type { Simulation } from "../../../simulator/mocks";
import { databaseGroup } from "./arguments";
import { always, buildAll, shown, text } from "./built";

const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";

/** Rules as text: who, which way, to whom, by which port. Groups by their logical names. */
function rules(simulation: Simulation, type: string): readonly string[] {
  const names = new Map(simulation.ofType(GROUP).map(({ id, name }) => [id, name.replace("compute-", "")]));
  names.set(databaseGroup, "database");
  return simulation.ofType(type).map(({ inputs }) => {
    const group = names.get(shown(inputs.securityGroupId)) ?? "?";
    const other = inputs.cidrIpv4 ?? names.get(shown(inputs.referencedSecurityGroupId));
    const [from, to] = type === EGRESS ? [group, other] : [other, group];
    return `${shown(from)} > ${shown(to)}:${shown(inputs.toPort)}`;
  });
}

describe("ways between workloads", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "are opened on both sides or on none",
    always(({ simulation }) => {
      const [into, out] = [rules(simulation, INGRESS), rules(simulation, EGRESS)];
      assert.deepEqual(
        into.filter((rule) => !rule.startsWith("0.0.0.0/0")).sort(),
        out.filter((rule) => !rule.includes("> 0.0.0.0/0")).sort(),
      );
    }),
  );

  it(
    "are those of the catalogue, and no others",
    always(({ simulation, args }) => {
      const { services, fleets } = args.catalogue;
      const calls = Object.entries(services).flatMap(([caller, { calls: callees = [] }]) =>
        callees.flatMap((callee) => (services[callee] === undefined ? [] : [`${caller} > ${callee}:10443`])),
      );
      const open = Object.entries({ ...services, ...fleets }).flatMap(([name, { paths, port }]) =>
        paths === undefined ? [] : [`front-door > ${name}:${port}`],
      );
      const data = ["orders > database:5432", "workshop > database:5432"];
      assert.deepEqual(
        rules(simulation, INGRESS)
          .filter((rule) => !rule.startsWith("0.0.0.0/0"))
          .sort(),
        [...calls, ...open, ...data].sort(),
      );
    }),
  );

  it(
    "lead out of the network by HTTPS alone",
    always(({ simulation }) => {
      const anywhere = rules(simulation, EGRESS).filter((rule) => rule.includes("> 0.0.0.0/0"));
      assert.equal(anywhere.length, 12);
      for (const rule of anywhere) assert.match(rule, /:443$/);
    }),
  );

  it(
    "are resources of their own, so that a new caller changes none of them",
    always(({ simulation }) => {
      for (const group of simulation.ofType(GROUP)) {
        assert.equal(group.inputs.ingress, undefined, group.name);
        assert.equal(group.inputs.egress, undefined, group.name);
        assert.notEqual(text(group, "description"), "");
      }
    }),
  );
});
