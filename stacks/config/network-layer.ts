/**
 * What configuration needs of the network layer: its words and its own judgement, none of which builds anything. Not
 * through the layer's door, which would load the AWS SDK before a typing mistake could be reported.
 */
export { endpointGroups } from "../../infra/network/endpoint-services";
export { domainListNames } from "../../infra/network/managed-domain-lists";
export { natModes } from "../../infra/network/nat-mode";
export { type NetworkArgs, networkProblems } from "../../infra/network/network-args";
