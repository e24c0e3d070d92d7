import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { ConstructResponse, type ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { constructVpc } from "../vpc/construct";
import { fromStruct, toStruct } from "../wire";
import { commonMethods, type Abilities } from "./common";
import type { EngineLog } from "./engine-log";
import { EngineRegistrar } from "./engine-registrar";
import { unary } from "./unary";

const ABILITIES: Abilities = { resources: true, outputs: true };

const VPC = "awsx:ec2:Vpc";

function dependenciesOf(request: ConstructRequest): Record<string, string[]> {
  const dependencies: Record<string, string[]> = {};
  request.getInputdependenciesMap().forEach((urns, name) => (dependencies[name] = urns.getUrnsList()));
  return dependencies;
}

async function construct(request: ConstructRequest, log: EngineLog): Promise<ConstructResponse> {
  if (request.getType() !== VPC)
    throw new Error(`${request.getType()} is not simulated; of awsx only ${VPC} is`);
  const registrar = new EngineRegistrar(request.getMonitorendpoint(), log);
  try {
    const result = await constructVpc(
      {
        name: request.getName(),
        parent: request.getParent(),
        inputs: fromStruct(request.getInputs()),
        inputDependencies: dependenciesOf(request),
        providers: Object.fromEntries(request.getProvidersMap().entries()),
        ...(request.hasProtect() && { protect: request.getProtect() === true }),
        ...(request.hasRetainondelete() && { retainOnDelete: request.getRetainondelete() === true }),
        preview: request.getDryrun(),
      },
      registrar,
    );
    const response = new ConstructResponse().setUrn(result.urn).setState(toStruct(result.state));
    for (const [name, urns] of Object.entries(result.stateDependencies)) {
      const dependencies = new ConstructResponse.PropertyDependencies().setUrnsList([...urns]);
      response.getStatedependenciesMap().set(name, dependencies);
    }
    return response;
  } finally {
    registrar.close();
  }
}

/** The methods of the awsx provider: it builds `awsx:ec2:Vpc`. */
export function awsxMethods(served: { log: EngineLog; version: string }): UntypedServiceImplementation {
  return {
    ...commonMethods(served.version, ABILITIES, served.log),
    construct: unary((request: ConstructRequest) => construct(request, served.log)),
  };
}
