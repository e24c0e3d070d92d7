import type { QuotaUse } from "../core/declarations";
import { tasksAtMost } from "./capacity-shares";
import type { ComputeArgs } from "./compute-args";
import { instanceSize } from "./instance-sizes";
import type { Workload } from "./workload";

/**
 * Quotas that the layer takes its share of once everything has scaled to its maximum. A deployment may need as much again
 * for the time of its change.
 *
 * Sources, 2026-11: https://docs.aws.amazon.com/general/latest/gr/ecs-service.html,
 * https://docs.aws.amazon.com/general/latest/gr/ec2-service.html, https://docs.aws.amazon.com/general/latest/gr/as.html,
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html; codes by `aws service-quotas list-service-quotas`
 */
export function quotaUses(
  { sizes, catalogue }: Pick<ComputeArgs, "sizes" | "catalogue">,
  workloads: readonly Workload[],
): readonly QuotaUse[] {
  const use = (serviceCode: string, quotaCode: string, count: number): QuotaUse => ({
    family: "quotaUse",
    serviceCode,
    quotaCode,
    count,
  });
  const services = Object.values(sizes.services);
  const fleets = Object.values(sizes.fleets);
  const tasks = (kind: "onDemand" | "spot"): number =>
    sum(
      services.map(
        ({ cpu, minimum, maximum }) => (cpu / 1024) * tasksAtMost(minimum, maximum, sizes.spotPercent)[kind],
      ),
    );
  return [
    // vCPUs of Fargate on demand, and on Spot
    use("fargate", "L-3032A538", tasks("onDemand")),
    use("fargate", "L-36FBB829", tasks("spot")),
    // clusters per account, services per cluster
    use("ecs", "L-21C621EB", 1),
    use("ecs", "L-9EF96962", services.length),
    // vCPUs of running on-demand standard instances
    use(
      "ec2",
      "L-1216C47A",
      sum(fleets.map(({ instanceType, maximum }) => (instanceSize(instanceType)?.vcpu ?? 0) * maximum)),
    ),
    // Auto Scaling groups per Region
    use("autoscaling", "L-CDE20ADC", fleets.length),
    // security groups per Region
    use("vpc", "L-E79EC296", workloads.length),
    // roles per account: two of each service, one of each fleet, and that of the certificate authority
    use("iam", "L-FE177D64", 2 * services.length + fleets.length + (catalogue.serviceTls ? 1 : 0)),
  ].filter(({ count }) => count > 0);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
