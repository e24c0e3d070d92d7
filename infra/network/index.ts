export { type EndpointGroup, endpointGroups } from "./endpoint-services";
export { domainListNames, type ManagedDomainLists } from "./managed-domain-lists";
export type { NatBreakEven } from "./nat-break-even";
export { type NatMode, natModes } from "./nat-mode";
export { Network } from "./network";
export { type NetworkArgs, networkProblems } from "./network-args";
export type { NetworkProblem } from "./problem";
