import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { type Tier, tiers } from "../../../infra/core/placement";
import { type AclPeer, type AclRequest, type AclRule, tierAcl } from "../../../infra/network/acl-rules";
import { natModes } from "../../../infra/network/nat-mode";

const requests: fc.Arbitrary<AclRequest> = fc.record({
  tiers: fc.subarray([...tiers], { minLength: 1 }),
  nat: fc.constantFrom(...natModes),
  dataPorts: fc.constantFrom([], [5432], [5432, 6379]),
  balancerPorts: fc.constantFrom([443], [80, 443], [80, 443, 8443]),
});

const everything = (nat: AclRequest["nat"]): AclRequest => ({
  tiers,
  nat,
  dataPorts: [5432],
  balancerPorts: [80, 443],
});

/** What AWS does with a packet: the first rule that matches decides, and none means deny. */
const passes = (rules: readonly AclRule[], from: Tier | "internet", port: number): boolean => {
  const matches = ({ peer, fromPort, toPort }: AclRule): boolean =>
    (peer === "anywhere" || peer === from) && fromPort <= port && port <= toPort;
  return rules.find(matches)?.action === "allow";
};

/** Whether a connection comes about: there, and back to the port the client took. */
const connects = (
  request: AclRequest,
  ends: { from: Tier | "internet"; to: Tier | "internet"; port: number; clientPort: number },
): boolean => {
  const { from, to, port, clientPort } = ends;
  const leaves = from === "internet" || passes(tierAcl(from, request).egress, to, port);
  const arrives = to === "internet" || passes(tierAcl(to, request).ingress, from, port);
  const answers = to === "internet" || passes(tierAcl(to, request).egress, from, clientPort);
  const returns = from === "internet" || passes(tierAcl(from, request).ingress, to, clientPort);
  return leaves && arrives && answers && returns;
};

describe("the network ACL of a tier", () => {
  it("admits remote administration from nowhere", () => {
    fc.assert(
      fc.property(
        requests,
        fc.constantFrom(...tiers),
        fc.constantFrom<Tier | "internet">(...tiers, "internet"),
        fc.constantFrom(22, 3389),
        (request, tier, from, port) => {
          assert.equal(passes(tierAcl(tier, request).ingress, from, port), false);
        },
      ),
    );
  });

  it("opens no range to everybody that holds an administration port, whatever stands before it", () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(...tiers), (request, tier) => {
        const open = tierAcl(tier, request).ingress.filter(
          ({ action, peer }) => action === "allow" && peer === "anywhere",
        );
        for (const { fromPort, toPort } of open) {
          for (const port of [22, 3389]) assert.ok(port < fromPort || toPort < port);
        }
      }),
    );
  });

  it("speaks only of tiers that the network has", () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(...tiers), (request, tier) => {
        const { ingress, egress } = tierAcl(tier, request);
        const known: readonly AclPeer[] = [...request.tiers, "anywhere"];
        for (const { peer } of [...ingress, ...egress]) assert.ok(known.includes(peer));
      }),
    );
  });

  it("keeps within the twenty rules a direction that AWS allows", () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(...tiers), (request, tier) => {
        const { ingress, egress } = tierAcl(tier, request);
        assert.ok(ingress.length < 20 && egress.length < 20);
      }),
    );
  });

  const wanted = [
    { what: "clients reach the balancer", from: "internet", to: "public", port: 443, clientPort: 1024 },
    { what: "the balancer reaches services", from: "public", to: "app", port: 8080, clientPort: 1024 },
    { what: "the balancer reaches instances", from: "public", to: "app", port: 80, clientPort: 1024 },
    { what: "services reach each other", from: "app", to: "app", port: 8080, clientPort: 32768 },
    { what: "services reach data stores", from: "app", to: "data", port: 5432, clientPort: 60999 },
    { what: "services reach endpoints", from: "app", to: "endpoints", port: 443, clientPort: 32768 },
    {
      what: "services reach S3 by its gateway endpoint",
      from: "app",
      to: "internet",
      port: 443,
      clientPort: 32768,
    },
    { what: "data stores reach each other", from: "data", to: "data", port: 5432, clientPort: 40000 },
  ] as const;
  for (const { what, ...ends } of wanted) {
    for (const nat of natModes) {
      it(`lets a connection come about where ${what} (NAT ${nat})`, () => {
        assert.ok(connects(everything(nat), ends));
      });
    }
  }

  for (const nat of ["single", "per-zone"] as const) {
    it(`lets a gateway in the public tier carry connections (NAT ${nat})`, () => {
      assert.ok(connects(everything(nat), { from: "public", to: "internet", port: 443, clientPort: 1024 }));
      assert.ok(connects(everything(nat), { from: "app", to: "public", port: 443, clientPort: 32768 }));
    });
  }

  it("keeps the public tier from asking the internet where no gateway stands in it", () => {
    for (const nat of ["none", "regional"] as const) {
      assert.ok(!passes(tierAcl("public", everything(nat)).egress, "internet", 443));
    }
  });

  const unwanted = [
    { what: "the internet to services", from: "internet", to: "app", port: 8080 },
    { what: "the internet to data stores", from: "internet", to: "data", port: 5432 },
    { what: "the internet to endpoints", from: "internet", to: "endpoints", port: 443 },
    { what: "the balancer to data stores", from: "public", to: "data", port: 5432 },
    { what: "the balancer to endpoints", from: "public", to: "endpoints", port: 443 },
    { what: "data stores to endpoints", from: "data", to: "endpoints", port: 443 },
    { what: "services to other ports of data stores", from: "app", to: "data", port: 22000 },
  ] as const;
  for (const { what, from, to, port } of unwanted) {
    it(`lets nothing through from ${what}`, () => {
      for (const nat of natModes) assert.ok(!passes(tierAcl(to, everything(nat)).ingress, from, port));
    });
  }

  it("lets data stores ask nobody outside the app and data tiers", () => {
    for (const nat of natModes) {
      for (const port of [80, 443, 40000]) {
        assert.ok(!passes(tierAcl("data", everything(nat)).egress, "internet", port));
      }
    }
  });
});
