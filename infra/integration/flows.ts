import type { Flow, FlowEnd } from "../core/declarations";
import { askedTasks, consumedBy, publishedBy, receivingPartners } from "./edges";
import type { IntegrationArgs } from "./integration-args";

/** Traffic of the interaction: workloads speak to AWS's services, and only those speak to partners. All of it is TLS. */
export function integrationFlows({ scope, catalogue }: IntegrationArgs): readonly Flow[] {
  const awsService = (service: string): FlowEnd => ({ kind: "aws-service", service, region: scope.region });
  const component = (name: string): FlowEnd => ({ kind: "component", name });
  const tls = (from: FlowEnd, to: FlowEnd): Flow => ({
    family: "flow",
    from,
    to,
    protocol: "tcp",
    port: 443,
    encryption: { kind: "tls" },
  });
  const tasks = askedTasks(catalogue);
  return [
    ...Object.keys(catalogue.workloads).flatMap((workload) => [
      ...(publishedBy(catalogue, workload).length > 0
        ? [tls(component(workload), awsService("events"))]
        : []),
      ...(consumedBy(catalogue, workload).length > 0 || Object.hasOwn(tasks, workload)
        ? [tls(component(workload), awsService("sqs"))]
        : []),
      ...(Object.hasOwn(tasks, workload) ? [tls(component(workload), awsService("states"))] : []),
      ...(Object.keys(catalogue.partners).length > 0 ? [tls(component(workload), awsService("ssm"))] : []),
    ]),
    ...receivingPartners(catalogue).map((partner) => tls(awsService("events"), component(partner))),
    ...calledPartners(catalogue).map((partner) => tls(awsService("states"), component(partner))),
  ];
}

function calledPartners({ workflows }: IntegrationArgs["catalogue"]): readonly string[] {
  const called = Object.values(workflows).flatMap(({ steps }) =>
    Object.values(steps).flatMap((step) => (step.kind === "call" ? [step.partner] : [])),
  );
  return [...new Set(called)];
}
