import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import { HostManagement } from "./host-management";
import { Inventory } from "./inventory";
import { approvalDays, lastRingOf } from "./patch-rings";
import { RegionSystems } from "./region-systems";
import { RingPatching } from "./ring-patching";
import { systemsAnswers } from "./systems-answers";
import type { SystemsArgs } from "./systems-args";
import { systemsProblems } from "./systems-problems";

/**
 * Systems Manager of an account: every instance is managed, sessions on it are recorded, what is on it is known, and patches
 * reach it ring by ring. An account has exactly one.
 */
export class Systems extends pulumi.ComponentResource {
  /** What the keys say about themselves, and what is answered. */
  public readonly declarations: readonly Declaration[];

  /**
   * @throws Error telling everything that is wrong with the arguments
   */
  public constructor(name: string, args: SystemsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:systems:Systems", name, {}, opts);
    const problems = systemsProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`systems "${name}"`, problems));

    const hosts = new HostManagement(`${name}-hosts`, args, { parent: this });
    const regions = args.regions.map((region) => {
      const regional = { ...args, region, hostRole: hosts.role };
      return [region, new RegionSystems(`${name}-${region}`, regional, { parent: this })] as const;
    });
    this.inventory(`${name}-inventory`, args, new Map(regions));
    this.patching(`${name}-patching`, args);

    this.declarations = [...regions.flatMap(([, { declarations }]) => declarations), ...systemsAnswers(name)];
    this.registerOutputs({});
  }

  private inventory(name: string, args: SystemsArgs, regions: ReadonlyMap<string, RegionSystems>): void {
    const home = regions.get(args.scope.region);
    if (home === undefined)
      throw new Error(
        `systems "${name}": ${args.scope.region}, the stack's own Region, is not among regions`,
      );
    const { retentionDays } = args.sessions;
    new Inventory(
      name,
      { scope: args.scope, regions: args.regions, keyArn: home.keyArn, retentionDays },
      { parent: this },
    );
  }

  private patching(name: string, { scope, patching }: SystemsArgs): void {
    const { rings, operatingSystems } = patching;
    approvalDays(patching).forEach((approval, position) => {
      const ring = rings[position];
      if (ring === undefined) return;
      const isDefault = lastRingOf(rings, ring.region) === ring;
      new RingPatching(
        `${name}-${ring.environment}`,
        { scope: { ...scope, region: ring.region }, ring, approval, operatingSystems, isDefault },
        { parent: this },
      );
    });
  }
}
