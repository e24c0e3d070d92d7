import * as assert from "node:assert/strict";

import { regions } from "../../../infra/core/region";
import {
  domainListNames,
  domainListProblems,
  managedDomainLists,
} from "../../../infra/network/managed-domain-lists";

const known = regions.flatMap((region) => managedDomainLists(region) ?? []);

describe("the domain lists that AWS manages", () => {
  it("have an id of their own by name and Region", () => {
    const ids = known.flatMap((lists) => domainListNames.map((name) => lists[name]));
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^rslvr-fdl-[0-9a-f]{14,16}$/);
  });

  it("are asked from the particular to the general, so that logs name the threat", () => {
    assert.equal(domainListNames.at(-1), "AWSManagedDomainsAggregateThreatList");
  });

  it("are asked for, with the way to find them, where a Region's are not known", () => {
    assert.deepEqual(domainListProblems("eu-west-1", undefined), []);
    const [problem] = domainListProblems("af-south-1", undefined);
    assert.match(problem?.allowed ?? "", /list-firewall-domain-lists --region af-south-1.*eu-west-1/);
  });

  it("are refused where an id cannot be one", () => {
    const lists = managedDomainLists("eu-west-1");
    assert.ok(lists !== undefined);
    assert.deepEqual(domainListProblems("af-south-1", lists), []);
    const wrong = { ...lists, AWSManagedDomainsMalwareDomainList: "malware" };
    assert.deepEqual(
      domainListProblems("eu-west-1", wrong).map(({ path, given }) => [path.join("."), given]),
      [["domainLists.AWSManagedDomainsMalwareDomainList", '"malware"']],
    );
  });
});
