import { valueOr, type View } from "../reading/view";
import { isSet } from "../reading/set";
import { tokens } from "./tokens";

/** A kind of resource with an endpoint that the internet may reach, beside those that have a control of their own. */
interface EndpointKind {
  readonly types: readonly string[];
  /** The property that decides; empty where nothing can make the endpoint private. */
  readonly place: string;
  /** Whether the internet reaches it, where that is known. */
  readonly isPublic: (props: View) => boolean | undefined;
}

function always(...names: readonly string[]): EndpointKind {
  return { types: tokens(...names), place: "", isPublic: () => true };
}

function where(place: string, open: string, whenUnset: string, ...names: readonly string[]): EndpointKind {
  const isPublic = (props: View): boolean | undefined => {
    const value = valueOr(props.at(place).string(), whenUnset);
    return value === undefined ? undefined : value.toUpperCase() === open.toUpperCase();
  };
  return { types: tokens(...names), place, isPublic };
}

function unless(place: string, ...names: readonly string[]): EndpointKind {
  return { types: tokens(...names), place, isPublic: (props) => !isSet(props.at(place)) };
}

/** Defaults are those of AWS, or of the provider where it sends one; read in the documentation of @pulumi/aws 7.48.0 on 2026-11-26. */
const KINDS: readonly EndpointKind[] = [
  always(
    "amplify/app:App",
    "lambda/functionUrl:FunctionUrl",
    "globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator",
  ),
  where(
    "enabled",
    "true",
    "true",
    "cloudfront/distribution:Distribution",
    "globalaccelerator/accelerator:Accelerator",
  ),
  where(
    "networkConfiguration.ingressConfiguration.isPubliclyAccessible",
    "true",
    "true",
    "apprunner/service:Service",
  ),
  where("visibility", "GLOBAL", "GLOBAL", "appsync/graphQLApi:GraphQLApi"),
  where("vpcConfig.endpointPublicAccess", "true", "true", "eks/cluster:Cluster"),
  where("endpointType", "PUBLIC", "PUBLIC", "transfer/server:Server"),
  where(
    "brokerNodeGroupInfo.connectivityInfo.publicAccess.type",
    "SERVICE_PROVIDED_EIPS",
    "DISABLED",
    "msk/cluster:Cluster",
  ),
  where(
    "publiclyAccessible",
    "true",
    "false",
    ...[
      "dms/replicationInstance:ReplicationInstance",
      "mq/broker:Broker",
      "neptune/clusterInstance:ClusterInstance",
    ],
    ...[
      "redshift/cluster:Cluster",
      "redshiftserverless/workgroup:Workgroup",
      "timestreaminfluxdb/dbInstance:DbInstance",
    ],
  ),
  unless("vpcOptions", "opensearch/domain:Domain", "elasticsearch/domain:Domain"),
];

const BY_TYPE = new Map(KINDS.flatMap((kind) => kind.types.map((type) => [type, kind] as const)));

/** Types with an endpoint that the internet may reach. */
export const ENDPOINT_TYPES: readonly string[] = [...BY_TYPE.keys()];

/** What makes the endpoint of a resource public. */
export interface Reach {
  readonly place: View;
  /** Nothing where it is not known. */
  readonly isPublic: boolean | undefined;
}

/** Whether the internet reaches the endpoint of a resource of one of the types. */
export function reachOfEndpoint(type: string, props: View): Reach {
  const kind = BY_TYPE.get(type);
  return { place: props.at(kind?.place ?? ""), isPublic: kind ? kind.isPublic(props) : false };
}
