/**
 * The layer's second door: its words and its own judgement of settings, none of which builds anything. Configuration
 * comes through here, so that a typing mistake is reported without loading the AWS SDK.
 */
export { endpointGroups } from "./endpoint-services";
export { domainListNames } from "./managed-domain-lists";
export { natModes } from "./nat-mode";
export { type NetworkArgs, networkProblems } from "./network-args";
